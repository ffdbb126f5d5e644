import { z } from 'zod'

/** How Resend names one of our emails: our own ids come back as its tags. */
const ours = {
  email_id: z.string().max(200),
  message_id: z
    .string()
    .regex(/^<[^<>\s]{3,500}>$/)
    .optional()
    .catch(undefined),
  tags: z.object({ workspace: z.uuid(), notice: z.uuid() }),
}

const about = <Type extends string, More extends z.ZodRawShape>(type: Type, more: More) =>
  z.object({ type: z.literal(type), data: z.object({ ...ours, ...more }) })

/** What this product does something with, of what Resend tells (https://resend.com/docs/webhooks/event-types). */
const known = z.discriminatedUnion('type', [
  about('email.sent', {}),
  about('email.delivered', {}),
  about('email.complained', {}),
  /** Resend did not send it: the address is on its list of those that bounce or complain. */
  about('email.suppressed', {}),
  about('email.failed', { failed: z.object({ reason: z.string() }).optional() }),
  about('email.bounced', { bounce: z.object({ type: z.string() }) }),
])

/** What became of one of our emails. */
export type MailEvent = {
  noticeId: string
  workspaceId: string
  mailId: string
  messageId: string | null
  what: 'sent' | 'delivered' | 'complained' | 'bounced' | 'failed'
}

/** @returns undefined for what is of no use here, such as an email that was opened, or one that another program sent */
export function readMailEvent(payload: unknown): MailEvent | undefined {
  const { data: event } = known.safeParse(payload)
  if (!event) return undefined
  const what = whatHappened(event)
  if (!what) return undefined
  const { email_id: mailId, message_id: messageId = null, tags } = event.data
  return { noticeId: tags.notice, workspaceId: tags.workspace, mailId, messageId, what }
}

function whatHappened(event: z.infer<typeof known>): MailEvent['what'] | undefined {
  switch (event.type) {
    case 'email.sent':
      return 'sent'
    case 'email.delivered':
      return 'delivered'
    case 'email.complained':
      return 'complained'
    case 'email.failed':
      return 'failed'
    case 'email.suppressed':
      return 'bounced'
    // A full mailbox or a slow server is no reason to write to someone no longer.
    case 'email.bounced':
      return event.data.bounce.type === 'Permanent' ? 'bounced' : undefined
  }
}
