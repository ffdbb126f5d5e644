import { z } from 'zod'

/** An email that the mail service received for us; its text is asked for apart (https://resend.com/docs/webhooks/emails/received). */
const received = z.object({
  type: z.literal('email.received'),
  data: z.object({
    email_id: z.string().regex(/^[\w-]{1,100}$/),
    from: z.string().max(1_000),
    to: z.array(z.string().max(1_000)).max(100),
    received_for: z.array(z.string().max(1_000)).max(100).optional(),
  }),
})

export type ReceivedMail = { mailId: string; from: string; to: string[] }

/** @returns undefined for a message of another kind */
export function readReceivedMail(payload: unknown): ReceivedMail | undefined {
  const { data: told } = received.safeParse(payload)
  if (!told) return undefined
  const { email_id: mailId, from, to, received_for: receivedFor = [] } = told.data
  return { mailId, from, to: [...receivedFor, ...to] }
}
