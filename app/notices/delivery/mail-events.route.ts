import type { ActionFunctionArgs, AppLoadContext } from '@remix-run/node'
import { Resend } from 'resend'
import { networkIn } from '#app/access/core/count-against-limit.server.ts'
import { problem } from '#app/api/problem.ts'
import { readReceivedMail } from '../replies/received-mail.ts'
import { UnreadReplyError, takeReply } from '../replies/take-reply.server.ts'
import { readMailEvent } from './mail-event.ts'
import { mailEventProblems } from './mail-event-words.ts'
import { takeMailEvent } from './take-mail-event.server.ts'

const notAllowed = () => problem(405, mailEventProblems.onlyPost, { Allow: 'POST' })

/** Where Resend tells what became of our emails (`POST /api/mail-events`), signed by the secret of its webhook. */
export async function action({ request, context }: ActionFunctionArgs): Promise<Response> {
  if (request.method !== 'POST') return notAllowed()
  const { parts } = context
  const { resendWebhookSecret, resendApiKey } = parts.environment
  if (resendWebhookSecret === undefined) {
    parts.log.warn('the mail service told of an email, but RESEND_WEBHOOK_SECRET is not set')
    return problem(404, mailEventProblems.notSetUp)
  }
  const payload = await request.text()
  const id = request.headers.get('svix-id') ?? ''
  const headers = {
    id,
    timestamp: request.headers.get('svix-timestamp') ?? '',
    signature: request.headers.get('svix-signature') ?? '',
  }
  let told: unknown
  try {
    told = new Resend(resendApiKey).webhooks.verify({ payload, headers, webhookSecret: resendWebhookSecret })
  } catch (error) {
    return refuse(context, error)
  }
  const mail = readReceivedMail(told)
  if (mail) {
    try {
      return answer(await takeReply(parts, mail))
    } catch (error) {
      if (!(error instanceof UnreadReplyError)) throw error
      parts.log.warn({ mailId: mail.mailId }, 'the text of a received email could not be had; it is told again')
      return problem(503, mailEventProblems.notNow, { 'Retry-After': '60' })
    }
  }
  const event = readMailEvent(told)
  return answer(event ? await takeMailEvent(parts, id.slice(0, 200), event) : 'not of interest')
}

/** Any other answer than 2xx and the service would send it again for days. */
const answer = (result: string) => Response.json({ result }, { headers: { 'Cache-Control': 'no-store' } })

/** Says why in the log, by the library's own words: neither the message nor its signature is in them. */
async function refuse(context: AppLoadContext, error: unknown): Promise<Response> {
  const why = error instanceof SyntaxError ? 'it is no JSON' : error instanceof Error ? error.message : 'unknown'
  context.parts.log.warn({ why }, 'a message that claims to be of the mail service was refused')
  const wait = await context.parts.limits.count('wrong signature from a network', networkIn(context))
  return wait > 0
    ? problem(429, mailEventProblems.tooMany, { 'Retry-After': String(wait) })
    : problem(401, mailEventProblems.wrongSignature)
}

export const loader = notAllowed
