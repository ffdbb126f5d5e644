import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ReadableStream as NodeReadableStream } from 'node:stream/web'
import type { ServerBuild } from '@remix-run/node'
import type { Request as ExpressRequest, RequestHandler, Response as ExpressResponse } from 'express'
import { dataVersion, dataVersionHeader } from '#app/kit/data-version.ts'
import { bounds } from '#app/kit/limits.ts'
import type { ServerContext } from '#app/kit/parts.ts'
import { type KeptPage, type PageRequest, keepPages } from './keep-pages.server.ts'
import { findTarget, targetOf } from './request-target.server.ts'
import { withPageHeaders } from './with-page-headers.ts'
import { limitedBody } from './read-body.server.ts'
import { remixAnswer } from './remix-answer.server.ts'

type Options = {
  /** A function where the build changes while the server runs. */
  build: ServerBuild | (() => Promise<ServerBuild>)
  mode: 'production' | 'development'
  /** The first is the app's own; requests under another of them keep theirs. */
  origins: readonly [string, ...string[]]
  contextOf(res: ExpressResponse, gone: AbortSignal): ServerContext
}

/** Pages that are found at a time for those who follow a plan; one more loads by itself. */
const mostFinding = 8

/** Seconds after which someone may try again where no page says how long. */
const retryAfter = 5

/**
 * Hands requests to Remix and its answers back. The address is made of what the app is configured to be, not of what the request
 * claims in `Host`; the body was read before, within its limit, or is handed to the page as it arrives.
 */
export function remixHandler({ build, mode, origins, contextOf }: Options): RequestHandler {
  const answerBy = (current: ServerBuild) => remixAnswer(withPageHeaders(current), mode)
  const remix: ReturnType<typeof remixAnswer> =
    typeof build === 'function'
      ? async (request, context) => answerBy(await build())(request, context)
      : answerBy(build)
  const kept = keepPages(bounds.keptPages)
  let finding = 0
  const handle = async (req: ExpressRequest, res: ExpressResponse, gone: AbortSignal) => {
    const { pattern, isStreamed } = targetOf(res)
    const answer = (context: ServerContext) => remix(requestFor(req, origins, gone), context, pattern)
    const body = isStreamed && req.method === 'POST' ? limitedBody(req) : undefined
    const findPage = async (address: string) => {
      // Each finds a whole page, outside the limit of requests.
      if (finding >= mostFinding || typeof build === 'function') return undefined
      const asked = { method: 'GET', originalUrl: address, headers: withoutOutcomes(req.headers) }
      const { pattern } = findTarget(build, address)
      finding++
      try {
        const found = await kept.find(asked, contextOf(res, gone), (context) =>
          remix(requestFor(asked, origins, gone), context, pattern),
        )
        return found && (() => found().gzip())
      } finally {
        finding--
      }
    }
    // In development a page changes with its source.
    const isKeeping = mode === 'production'
    const context = { ...contextOf(res, gone), ...(body && { body }), ...(isKeeping && { findPage }) }
    res.set(dataVersionHeader, dataVersion)
    const answered = isKeeping ? await kept.answer(req, context, answer) : await answer(context)
    if (answered instanceof Response) await sendResponse(answered, res)
    else sendKept(answered, req, res)
    // What the page left of it: who is still sending reads the answer only after that.
    body?.resume()
  }
  return (req, res, next) => {
    const gone = new AbortController()
    // After a whole answer no one listens, and an abort is not free: it creates an error with its stack. The body of an answer to HEAD is never
    // read, so what produces it, such as an event stream, has to end.
    res.once('close', () => {
      if (!res.writableFinished || req.method === 'HEAD') gone.abort()
    })
    handle(req, res, gone.signal).catch((error: unknown) => {
      if (!gone.signal.aborted) next(error)
    })
  }
}

/** What a form did when a stream was opened is told long before the stream ends. */
const withoutOutcomes = ({ cookie, ...headers }: PageRequest['headers']): PageRequest['headers'] => ({
  ...headers,
  ...(cookie !== undefined && {
    cookie: cookie
      .split(';')
      .filter((one) => !one.includes('firstwin-outcome-'))
      .join(';'),
  }),
})

function requestFor(req: PageRequest & { body?: unknown }, origins: Options['origins'], signal: AbortSignal): Request {
  const origin = origins.find((it) => new URL(it).host === req.headers.host) ?? origins[0]
  const url = new URL(origin + req.originalUrl)
  const headers = new Headers()
  for (const [name, value] of Object.entries(req.headers)) {
    for (const one of Array.isArray(value) ? value : [value]) if (one !== undefined) headers.append(name, one)
  }
  // Remix compares the two by itself, also behind a proxy that writes another Host.
  headers.set('host', url.host)
  const { body } = req
  const hasBody = Buffer.isBuffer(body) && req.method !== 'GET' && req.method !== 'HEAD'
  return new Request(url, { method: req.method, headers, signal, ...(hasBody ? { body: new Uint8Array(body) } : {}) })
}

/** Documents and their bare data. */
const pageTypes = ['text/html', 'text/x-script']

function sendKept({ headers, page }: KeptPage, req: ExpressRequest, res: ExpressResponse) {
  res.set(Object.fromEntries(headers)).vary('Accept-Encoding')
  if (req.acceptsEncodings('gzip')) res.set('Content-Encoding', 'gzip').end(page.gzip())
  else res.end(page.plain())
}

async function sendResponse(response: Response, res: ExpressResponse) {
  res.status(response.status)
  if (response.statusText) res.statusMessage = response.statusText
  const headers = new Map<string, string[]>()
  for (const [name, value] of response.headers) headers.set(name, [...(headers.get(name) ?? []), value])
  for (const [name, values] of headers)
    if (name === 'set-cookie') res.append(name, values)
    else res.set(name, values.join(', '))
  if (response.status === 503 && !response.headers.has('retry-after')) res.set('Retry-After', String(retryAfter))
  if (!response.body) {
    res.end()
    return
  }
  const type = response.headers.get('content-type') ?? ''
  // No page defers anything, so all of it is there by now.
  if (pageTypes.some((it) => type.startsWith(it))) {
    res.end(new Uint8Array(await response.arrayBuffer()))
    return
  }
  const body = Readable.fromWeb(response.body as NodeReadableStream)
  if (!type.startsWith('text/event-stream')) {
    await pipeline(body, res)
    return
  }
  res.flushHeaders()
  // A client leaves its event stream at any moment; that is how one ends.
  await pipeline(body, res).catch(() => undefined)
}
