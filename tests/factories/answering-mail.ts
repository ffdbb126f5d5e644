import { createLog } from '#app/kit/log.server.ts'
import { action as takeMessage } from '#app/notices/delivery/mail-events.route.ts'
import { sendNotice } from '#app/notices/send-notice.server.ts'
import { writeNotice } from '#app/outbox/outbox.server.ts'
import { newId } from '#app/kit/ids.ts'
import type { DailyPlanFacts } from '#app/outbox/daily-facts.ts'
import { type RateLimits } from '#app/kit/rate-limits.ts'
import { erasing } from './erasing.ts'
import { loadContext } from './load-context.ts'
import { signedMessage, webhookSecret } from './mail-service.ts'
import { testNow } from './now.ts'

/** Where answers to emails go. */
export const replyDomain = 'reply.firstwin.example'

/** Emails to people of a plan, whose answers the mail service hands to us. */
export async function answeringMail({ limits }: { limits?: RateLimits } = {}) {
  const it = await erasing()
  const lines: string[] = []
  const log = createLog({ level: 'info', destination: { write: (line: string) => void lines.push(line) } })
  const environment = { ...it.parts.environment, replyDomain, resendWebhookSecret: webhookSecret }
  const parts = { ...it.parts, log, environment, ...(limits ? { limits } : {}) }
  const { plan, workspaceId, resend } = it
  const taskId = plan.taskIds['legal'] ?? ''
  /** The email of a day to someone: about one task, unless it is told what else. @returns where answers go */
  const mailTo = async (
    { id, kind }: { id: string; kind: 'participant' | 'member' },
    about: Partial<Pick<DailyPlanFacts, 'waiting' | 'news' | 'comments'>> = {
      waiting: [{ taskId, title: 'Contract at Legal', doBy: '2026-06-19', why: 'next' }],
    },
  ) => {
    const { email: address, name } = await it.within((trx) =>
      trx.selectFrom(kind).select(['email', 'name']).where('id', '=', id).executeTakeFirstOrThrow(),
    )
    const { planId } = plan
    await it.within((trx) =>
      writeNotice(
        parts,
        trx,
        workspaceId,
        {
          kind: 'daily',
          facts: {
            ...{ workspace: 'Brightline', name, on: '2026-06-17', told: [] },
            plans: [{ planId, project: 'Close', other: 'Halden Foods', waiting: [], news: [], ...about }],
          },
          to: kind === 'member' ? { memberId: id, address } : { participantId: id, address },
          planId: null,
          link: kind === 'member' ? { path: '/' } : { kind: 'return', planId },
          sender: { kind: 'member', id: plan.lead.id },
        },
        parts.clock.now(),
      ),
    )
    const { id: noticeId } = await it.within((trx) =>
      trx
        .selectFrom('notice')
        .select('id')
        .where('kind', '=', 'daily')
        .where('toAddress', '=', address)
        .where('state', '=', 'waiting')
        .executeTakeFirstOrThrow(),
    )
    await sendNotice(parts, workspaceId, noticeId)
    const sent = resend.attempts.at(-1)
    return { noticeId, from: address, to: [sent?.reply_to ?? []].flat(), sent }
  }
  /** The email of a day to someone about comments. */
  const mailAbout = (person: { id: string; kind: 'participant' | 'member' }, ...commentIds: string[]) =>
    mailTo(person, {
      comments: commentIds.map((commentId) => ({
        ...{ commentId, by: 'Priya Raman', title: 'Contract', text: 'When?', why: 'asked' },
      })),
    })
  let count = 0
  const answer = async (
    { from, to }: { from: string; to: string[] },
    text: string,
    {
      headers = {},
      mailId = `mail-${++count}`,
      html,
    }: { headers?: Record<string, unknown>; mailId?: string; html?: string } = {},
  ) => {
    resend.received.set(mailId, html === undefined ? { text, headers } : { text: null, html, headers })
    // One after the other, as their comments are listed.
    parts.clock.set(new Date(parts.clock.now().getTime() + 1_000))
    return tell({ email_id: mailId, from: `"Someone" <${from}>`, to, subject: 'Re: x' })
  }
  const tell = async (data: object, { secret, at = testNow }: { secret?: string; at?: string } = {}) => {
    const init = signedMessage(newId(), new Date(at), { type: 'email.received', data }, secret)
    const request = new Request('http://localhost:3000/api/mail-events', init)
    const got = await takeMessage({ request, params: {}, context: loadContext(parts, { network: '203.0.113.9' }) })
    return { status: got.status, ...((await got.json()) as { result?: string }) }
  }
  const comments = () =>
    it.within((trx) =>
      trx
        .selectFrom('comment')
        .select(['scope', 'subjectId', 'body', 'authorId', 'visibleTo'])
        .where('planId', '=', plan.planId)
        .orderBy('createdAt')
        .execute(),
    )
  const task = () =>
    it.within((trx) => trx.selectFrom('task').select('doneOn').where('id', '=', taskId).executeTakeFirstOrThrow())
  return { ...it, parts, lines, taskId, mailTo, mailAbout, answer, tell, comments, task }
}
