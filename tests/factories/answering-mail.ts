import { createLog } from '#app/kit/log.server.ts'
import { action as takeMessage } from '#app/notices/delivery/mail-events.route.ts'
import { sendNotice } from '#app/notices/send-notice.server.ts'
import { writeNotice } from '#app/outbox/outbox.server.ts'
import { newId } from '#app/kit/ids.ts'
import { planLinks } from '#app/kit/paths.ts'
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
  /** An email to someone about a task. @returns where answers go */
  const mailTo = async (
    person: { id: string; kind: 'participant' | 'member' },
    path = planLinks(plan.planId).taskPage(taskId),
  ) => {
    const address = await it.within(async (trx) => {
      const { email } = await trx
        .selectFrom(person.kind)
        .select('email')
        .where('id', '=', person.id)
        .executeTakeFirstOrThrow()
      return email
    })
    const to = person.kind === 'member' ? { memberId: person.id, address } : { participantId: person.id, address }
    await it.within((trx) =>
      writeNotice(
        parts,
        trx,
        workspaceId,
        {
          kind: 'task-removed',
          facts: {
            workspace: 'Brightline',
            account: 'Halden Foods',
            project: 'Close',
            name: 'P',
            task: 'T',
            by: 'Sam',
          },
          ...{ to, planId: plan.planId },
          link: person.kind === 'member' ? { path } : { kind: 'return', planId: plan.planId, next: path },
          sender: { kind: 'member', id: plan.lead.id },
        },
        parts.clock.now(),
      ),
    )
    const { id } = await it.within((trx) =>
      trx
        .selectFrom('notice')
        .select('id')
        .where('toAddress', '=', address)
        .where('state', '=', 'waiting')
        .executeTakeFirstOrThrow(),
    )
    await it.within((trx) => trx.updateTable('notice').set({ daily: false }).where('id', '=', id).execute())
    await sendNotice(parts, workspaceId, id)
    const sent = resend.attempts.at(-1)
    return { noticeId: id, from: address, to: [sent?.reply_to ?? []].flat(), sent }
  }
  /** The email of a day to someone of the vendor, about one comment. */
  const mailAbout = async (member: { id: string; name: string }, commentId: string) => {
    const { email: address } = await it.within((trx) =>
      trx.selectFrom('member').select('email').where('id', '=', member.id).executeTakeFirstOrThrow(),
    )
    const about = { commentId, by: 'Priya Raman', title: 'Contract', text: 'When?', why: 'asked' as const }
    const other = { planId: plan.planId, project: 'Close', other: 'Halden Foods', waiting: [], news: [] }
    await it.within((trx) =>
      writeNotice(
        parts,
        trx,
        workspaceId,
        {
          kind: 'daily',
          facts: {
            ...{ workspace: 'Brightline', name: member.name, on: '2026-06-17', told: [] },
            plans: [{ ...other, comments: [about] }],
          },
          ...{ to: { memberId: member.id, address }, planId: null, link: { path: '/' } },
        },
        parts.clock.now(),
      ),
    )
    const { id } = await it.within((trx) =>
      trx.selectFrom('notice').select('id').where('kind', '=', 'daily').executeTakeFirstOrThrow(),
    )
    await sendNotice(parts, workspaceId, id)
    return { from: address, to: [resend.attempts.findLast(({ to }) => String(to) === address)?.reply_to ?? []].flat() }
  }
  let count = 0
  const answer = async (
    { from, to }: { from: string; to: string[] },
    text: string,
    {
      headers = {},
      mailId = `mail-${++count}`,
      html,
    }: { headers?: Record<string, string>; mailId?: string; html?: string } = {},
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
