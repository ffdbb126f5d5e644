import { Webhook } from 'standardwebhooks'
import { newId } from '#app/kit/ids.ts'
import type { CapturedEmail } from './open-mailbox.server.ts'

/** What Resend's API answers for an email that it received. */
type ReceivedEmail = { object: 'email'; id: string; from: string; to: string[]; subject: string; text: string } & {
  headers: Record<string, string>
}

/** Answers to captured emails, as Resend would receive them and tell the app. */
export type Replies = {
  /** Whether an email has an address for answers that the app takes. */
  takes(email: CapturedEmail): boolean
  /** @returns what the app made of it, in its own words */
  send(email: CapturedEmail, text: string): Promise<string>
  find(id: string): ReceivedEmail | undefined
}

/** @param now the system's time: signatures are checked against it */
export function mailboxReplies(
  { origin, replyDomain, webhookSecret }: { origin: string; replyDomain: string; webhookSecret: string },
  now: () => Date,
): Replies {
  const received = new Map<string, ReceivedEmail>()
  const addressIn = ({ headers }: CapturedEmail) =>
    headers['Reply-To']?.split(', ').find((address) => address.endsWith(`@${replyDomain}`))
  return {
    takes: (email) => addressIn(email) !== undefined,
    find: (id) => received.get(id),
    async send(email, text) {
      const [id, at] = [newId(), now()]
      const mail = { from: email.to[0] ?? '', to: [addressIn(email) ?? ''], subject: `Re: ${email.subject}` }
      received.set(id, { object: 'email', id, ...mail, text, headers: {} })
      const body = JSON.stringify({
        type: 'email.received',
        created_at: at.toISOString(),
        data: { email_id: id, ...mail },
      })
      const answer = await fetch(`${origin}/api/mail-events`, {
        method: 'POST',
        body,
        headers: {
          'content-type': 'application/json',
          'svix-id': id,
          'svix-timestamp': String(Math.floor(at.getTime() / 1000)),
          'svix-signature': new Webhook(webhookSecret).sign(id, at, body),
        },
      })
      const said: unknown = await answer.json()
      return typeof said === 'object' && said !== null && 'result' in said ? String(said.result) : String(answer.status)
    },
  }
}
