import { randomBytes } from 'node:crypto'
import type { Response, Router } from 'express'
import express from 'express'
import { assembleMessage } from '#app/notices/kept-message.ts'
import { renderNotice } from '#app/notices/render-notice.ts'
import { type SentNotice, hasEmail } from '#app/outbox/when-told.ts'
import { readNotice } from '#app/outbox/notice-kinds.ts'
import { type PreviewLink, catalogPage, previewPage } from './preview-pages.ts'
import { sampleNotices } from './sample-notices.ts'

/** The day on which the samples are seen first. */
const sentOn = '2026-06-17'
const link = { url: 'https://plans.example/l/sample' }
const code = '204 981'
const square = (colour: string) =>
  `data:image/svg+xml,${encodeURIComponent(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 28 28"><path fill="${colour}" d="M4 4h20v20H4z"/></svg>`)}`

const ownLook = {
  colour: '#b3261e',
  logo: square('#b3261e'),
  customer: { name: 'Halden Foods', logo: square('#1d6a96') },
  answers: { tasksToMark: 1, seenBy: null },
}

/** One email of the catalogue as it is sent, with an example address and code where it has secrets. */
type Preview = PreviewLink & { html: string; text: string; htmlInOwnLook: string }

/** Every email of the catalogue, by the product's own way of rendering. */
export async function renderPreviews(): Promise<readonly Preview[]> {
  const samples = Object.entries(sampleNotices).flatMap(([kind, ofKind]) =>
    Object.entries(ofKind).map(([sample, facts], at) => ({ kind, sample, path: `/${kind}/${at + 1}`, facts })),
  )
  return Promise.all(
    samples.map(async ({ facts, ...shown }) => {
      const notice = asSent({ kind: shown.kind, facts })
      const own = await render(notice, ownLook)
      return { ...shown, ...(await render(notice)), htmlInOwnLook: own.html }
    }),
  )
}

/** Read as the worker reads a stored one, so that no sample says what the product could not. */
function asSent(stored: { kind: string; facts: unknown }): SentNotice {
  const { notice, fault } = readNotice(stored)
  if (!notice || !hasEmail(notice)) throw new Error(`No email comes of the sample of ${stored.kind}: ${fault ?? ''}`)
  return notice
}

async function render(notice: SentNotice, look?: typeof ownLook) {
  const { subject, html, text } = await renderNotice(notice, { links: { own: link, plans: new Map() }, sentOn }, look)
  const reveal = (secret: object) => ('code' in secret ? code : link.url)
  return { subject, html: assembleMessage(html, reveal), text: assembleMessage(text, reveal) }
}

/** An email follows the reader's scheme: here each frame has its own. */
const inScheme = (html: string, scheme: unknown): string =>
  html.replaceAll('@media (prefers-color-scheme: dark)', scheme === 'dark' ? '@media all' : '@media not all')

/** `npm run email`: every email of the product, at the widths and in the schemes that it is read in. */
export function previewRoutes(previews: readonly Preview[]): Router {
  const router = express.Router({ caseSensitive: true, strict: true })
  const shownAt = (path: string) => previews.find((preview) => preview.path === path)
  router.get('/', (_req, res) => void res.send(catalogPage(previews, ownPage(res))))
  router.get('/changes', (_req, res) => {
    res.set({ 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' }).flushHeaders()
  })
  router.get('/:kind/:number', (req, res, next) => {
    const preview = shownAt(`/${req.params.kind}/${req.params.number}`)
    if (preview) res.send(previewPage(preview, preview.text, ownPage(res)))
    else next()
  })
  router.get('/:kind/:number/html', (req, res, next) => {
    const preview = shownAt(`/${req.params.kind}/${req.params.number}`)
    if (!preview) return next()
    // As in a mail program: inline styles, and nothing runs.
    res.set('Content-Security-Policy', "default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox")
    res
      .type('html')
      .send(inScheme(req.query['look'] === 'own' ? preview.htmlInOwnLook : preview.html, req.query['scheme']))
  })
  return router
}

/** @returns the nonce of a page's own style and script */
function ownPage(res: Response): string {
  const nonce = randomBytes(16).toString('base64')
  const allowed = `style-src 'nonce-${nonce}'; script-src 'nonce-${nonce}'; frame-src 'self'; connect-src 'self'`
  res.set('Content-Security-Policy', `default-src 'none'; ${allowed}; base-uri 'none'`).type('html')
  return nonce
}
