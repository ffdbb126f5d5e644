import type { Request, Response, Router } from 'express'
import express from 'express'
import { z } from 'zod'
import { emailPage, mailboxPage, replyPage } from './mailbox-page.ts'
import type { Mailbox } from './open-mailbox.server.ts'
import type { Replies } from './mailbox-replies.server.ts'

/** Where Resend's SDK must point (`RESEND_BASE_URL`) to reach the mailbox of an app at `origin`. */
export const mailboxBaseUrl = (origin: string): string => `${origin}/mailbox/api`

const addresses = z.union([z.string(), z.array(z.string()).min(1).max(50)]).transform((value) => [value].flat())

/** The part of Resend's `POST /emails` that this product uses; https://resend.com/docs/api-reference/emails/send-email */
const sendRequest = z
  .object({
    from: z.string().regex(/^([^<>]*<[^\s@<>]+@[^\s@<>]+>|[^\s@<>]+@[^\s@<>]+)$/),
    to: addresses,
    subject: z.string().min(1),
    html: z.string().optional(),
    text: z.string().optional(),
    headers: z.record(z.string(), z.string()).optional(),
    reply_to: addresses.optional(),
    attachments: z
      .array(
        z
          .object({ filename: z.string(), content: z.base64(), content_type: z.string() })
          .transform(({ filename, content, content_type: contentType }) => ({ filename, content, contentType })),
      )
      .optional(),
  })
  .refine(({ html, text }) => html !== undefined || text !== undefined, { error: 'Missing `html` or `text` field.' })

const refuse = (res: Response, statusCode: number, name: string, message: string) =>
  void res.status(statusCode).json({ statusCode, name, message })

/** The mailbox over HTTP: Resend's API for the app, pages for people, `/mailbox.json` for programs. */
export function mailboxRoutes(mailbox: Mailbox, nonceOf: (res: Response) => string, replies?: Replies): Router {
  const router = express.Router({ caseSensitive: true, strict: true })
  router.post('/mailbox/api/emails', (req, res) => send(mailbox, req, res))
  router.get('/mailbox/api/emails/receiving/:id', (req, res) => {
    const email = replies?.find(req.params.id)
    if (email) res.json(email)
    else refuse(res, 404, 'not_found', 'Email not found')
  })
  router.get('/mailbox/api/emails/:id', (req, res) => {
    const email = mailbox.find(req.params.id)
    if (email) res.json({ object: 'email', ...email, created_at: email.at, last_event: 'delivered' })
    else refuse(res, 404, 'not_found', 'Email not found')
  })
  router.get('/mailbox.json', ({ query: { to } }, res) => {
    res.json(mailbox.list(typeof to === 'string' ? to : undefined))
  })
  router.get(
    '/mailbox',
    (_req, res) => void ownStyle(res, nonceOf(res)).send(mailboxPage(mailbox.list(), nonceOf(res))),
  )
  router.get('/mailbox/:id', (req, res, next) => {
    const email = mailbox.find(req.params.id)
    const canReply = replies !== undefined && email !== undefined && replies.takes(email)
    if (email) ownStyle(res, nonceOf(res)).send(emailPage(email, nonceOf(res), canReply))
    else next()
  })
  router.post('/mailbox/:id/reply', (req, res, next) => {
    const email = mailbox.find(req.params.id)
    const text = new URLSearchParams(Buffer.isBuffer(req.body) ? req.body.toString('utf8') : '').get('text') ?? ''
    if (!email || !replies?.takes(email)) return next()
    replies.send(email, text).then((said) => {
      ownStyle(res, nonceOf(res)).send(replyPage(email, said, nonceOf(res)))
    }, next)
  })
  router.get('/mailbox/:id/text', (req, res, next) => {
    const email = mailbox.find(req.params.id)
    if (email) res.type('text/plain').send(email.text)
    else next()
  })
  router.get('/mailbox/:id/attachments/:at', (req, res, next) => {
    const file = mailbox.find(req.params.id)?.attachments?.[Number(req.params.at)]
    if (!file) return next()
    res.set('Content-Disposition', `attachment; filename="${file.filename.replace(/[^\w.-]/g, '')}"`)
    res.type(file.contentType).send(Buffer.from(file.content, 'base64'))
  })
  router.get('/mailbox/:id/html', (req, res, next) => {
    const email = mailbox.find(req.params.id)
    if (!email) return next()
    // Emails bring inline styles; nothing in one may run. Links leave the frame.
    res.set({
      'Content-Security-Policy':
        "default-src 'none'; style-src 'unsafe-inline'; img-src 'self' data:; font-src 'self'; frame-ancestors 'self'; " +
        'sandbox allow-popups allow-popups-to-escape-sandbox allow-top-navigation-by-user-activation',
      'X-Frame-Options': 'SAMEORIGIN',
    })
    res.type('html').send(email.html.replace(/<head[^>]*>/i, (head) => `${head}<base target="_top">`))
  })
  return router
}

function ownStyle(res: Response, nonce: string): Response {
  const policy = `default-src 'none'; style-src 'nonce-${nonce}'; frame-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`
  return res.set('Content-Security-Policy', policy).type('html')
}

function send(mailbox: Mailbox, req: Request, res: Response) {
  if (!/^Bearer \S+/.test(req.get('authorization') ?? '')) return refuse(res, 401, 'missing_api_key', 'Missing API Key')
  const key = req.get('idempotency-key') ?? null
  if (key !== null && (key.length < 1 || key.length > 256)) {
    return refuse(res, 400, 'invalid_idempotency_key', 'The idempotency key must be between 1-256 chars')
  }
  const parsed = sendRequest.safeParse(parseJson(req.body))
  if (!parsed.success) {
    return refuse(
      res,
      422,
      'validation_error',
      parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; '),
    )
  }
  const { from, to, subject, html = '', text = '', headers = {}, reply_to, attachments } = parsed.data
  const all = reply_to ? { ...headers, 'Reply-To': reply_to.join(', ') } : headers
  const files = attachments ? { attachments } : {}
  const received = mailbox.receive({ to, from, subject, html, text, headers: all, idempotencyKey: key, ...files })
  if (received === 'other body under this key') {
    return refuse(
      res,
      409,
      'invalid_idempotent_request',
      'This idempotency key was used with a request that had another payload.',
    )
  }
  res.status(200).json({ id: received.id })
}

function parseJson(body: unknown): unknown {
  try {
    return JSON.parse(Buffer.isBuffer(body) ? body.toString('utf8') : '')
  } catch {
    return undefined
  }
}
