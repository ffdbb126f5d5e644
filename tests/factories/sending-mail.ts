import { inWorkspace } from '#db/workspace.ts'
import { newId } from '#app/kit/ids.ts'
import { createLog } from '#app/kit/log.server.ts'
import { action as takeMessage } from '#app/notices/delivery/mail-events.route.ts'
import { sendNotice } from '#app/notices/send-notice.server.ts'
import { type NewNotice, writeNotice } from '#app/outbox/outbox.server.ts'
import { testDatabase } from '#tests/harness/database.ts'
import { loadContext } from './load-context.ts'
import { signedMessage, webhookSecret } from './mail-service.ts'
import { testParts } from './parts.ts'
import { startLocalResend } from './resend.ts'
import { makePlan } from './workspace.ts'

/** Whose emails are sent. */
export const mailReader = 'priya.raman@halden.example'

/** A plan whose emails to its champion are sent, and a mail service that tells what became of them. */
export async function sendingMail({ hasSecret = true } = {}) {
  const { db, appUrl } = await testDatabase()
  const resend = await startLocalResend()
  const lines: string[] = []
  const log = createLog({ level: 'info', destination: { write: (line: string) => void lines.push(line) } })
  const made = await testParts(db, appUrl)
  const parts = {
    ...made,
    log,
    environment: {
      ...made.environment,
      resendBaseUrl: resend.baseUrl,
      resendWebhookSecret: hasSecret ? webhookSecret : undefined,
    },
  }
  const plan = await makePlan(db)
  const { workspaceId, planId, champion } = plan
  const within = <Result>(work: Parameters<typeof inWorkspace<Result>>[2]) => inWorkspace(db, workspaceId, work)
  const noticeOf = (id: string) =>
    within((trx) => trx.selectFrom('notice').selectAll().where('id', '=', id).executeTakeFirstOrThrow())
  const person = { participantId: champion.id, address: mailReader }
  const proposal: NewNotice = {
    kind: 'champion-proposed',
    facts: {
      ...{ workspace: 'Brightline', project: 'Close', name: 'Priya', person: 'Jonas Berg' },
      ...{ champion: 'Priya Raman', by: 'Sam Ortiz', earliestOn: '2026-07-01' },
    },
    to: person,
    planId,
    link: { kind: 'return', planId },
  }
  const signIn: NewNotice = {
    kind: 'sign-in',
    facts: { workspace: 'Brightline', name: 'Priya' },
    to: person,
    planId: null,
    link: { kind: 'sign-in', planId: null },
  }
  /** Writes a notice and tries to send it. @returns its id */
  const send = async (notice: NewNotice = proposal) => {
    const before = new Set(
      await within((trx) =>
        trx
          .selectFrom('notice')
          .select('id')
          .execute()
          .then((all) => all.map(({ id }) => id)),
      ),
    )
    await within((trx) => writeNotice(parts, trx, workspaceId, notice, parts.clock.now()))
    const all = await within((trx) => trx.selectFrom('notice').select('id').execute())
    const id = all.map((it) => it.id).find((it) => !before.has(it)) ?? ''
    await sendNotice(parts, workspaceId, id)
    return id
  }
  const context = loadContext(parts, { network: '203.0.113.9' })
  const ask = async (init: RequestInit) => {
    const request = new Request('http://localhost:3000/api/mail-events', init)
    const answer = await takeMessage({ request, params: {}, context })
    return { status: answer.status, body: (await answer.json()) as Record<string, unknown> }
  }
  const aboutNotice = async (noticeId: string, type: string, more: object = {}) => ({
    type: `email.${type}`,
    data: {
      email_id: (await noticeOf(noticeId)).mailId ?? 'mail-0',
      message_id: '<one@mail.example>',
      tags: { workspace: workspaceId, notice: noticeId },
      ...more,
    },
  })
  const tell = async (noticeId: string, type: string, more: object = {}, eventId: string = newId()) =>
    ask(signedMessage(eventId, parts.clock.now(), await aboutNotice(noticeId, type, more)))
  const blocked = () => within((trx) => trx.selectFrom('blockedAddress').select(['address', 'reason']).execute())
  return {
    ...plan,
    ...{ db, parts, resend, lines, within, noticeOf, send, signIn, context, ask, tell, aboutNotice, blocked },
  }
}
