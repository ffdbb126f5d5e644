import { constants } from 'node:zlib'
import compression from 'compression'
import type { ServerBuild } from '@remix-run/node'
import type { ErrorRequestHandler, Express, Request, RequestHandler, Response } from 'express'
import express from 'express'
import type { Environment } from '#app/kit/environment.server.ts'
import type { Log } from '#app/kit/log.server.ts'
import type { ServerContext } from '#app/kit/parts.ts'
import { builtFiles } from './built-files.server.ts'
import { withinCapacity } from './within-capacity.server.ts'
import {
  onlyKnownRequests,
  onlyOwnOrigin,
  onlyPlainAddresses,
  onlySmallManifests,
  withoutCopiedPunctuation,
  withoutForwardedHost,
} from './request-guards.server.ts'
import { securityHeaders } from './security-headers.server.ts'
import type { Readiness } from './health.server.ts'
import { health } from './health.server.ts'
import { trustIn } from './client-network.server.ts'
import { withIsolatedText } from './isolated-text.server.ts'
import { withKeptForms } from './with-kept-forms.server.ts'
import { noteTarget, targetOf } from './request-target.server.ts'
import { keepPresentWorkspace } from './keep-present-workspace.server.ts'
import { readBody } from './read-body.server.ts'
import { answerRefused } from './answer-refused.server.ts'
import { type RefusedWords, refusedPages } from './refused-words.ts'
import { remixHandler } from './remix-handler.server.ts'
import type { RequestIdentity } from './request-identity.server.ts'
import { noteIdentity, identityOf } from './request-identity.server.ts'
import { withSharedReads } from './with-shared-reads.server.ts'

export type AppOptions = {
  environment: Pick<Environment, 'appUrl' | 'trustedProxies' | 'sessionDays' | 'mostRequests'>
  log: Log
  readiness: Readiness
  isStopping(): boolean
  build: ServerBuild | (() => Promise<ServerBuild>)
  /** The folder of the browser's files, or Vite's middleware in development. */
  assets: { folder: string } | { vite: RequestHandler }
  /** @param gone fires when the client has left */
  contextOf(identity: RequestIdentity, gone: AbortSignal): ServerContext
  /** Further addresses under which the same app is reached (the loopback's two names in the demo). */
  furtherOrigins?: readonly string[]
  /** What an operator watches requests by: metrics, traces. */
  watching?: readonly RequestHandler[]
  /** The built-in mailbox; never in production. */
  mailbox?: RequestHandler
  /** How long an ordinary body may take to arrive, in milliseconds. */
  bodyPatience?: number
}

/** The HTTP side of Firstwin: everything that is decided before Remix is asked. */
export function createApp(options: AppOptions): Express {
  const { environment, log, readiness, isStopping, assets, contextOf, watching = [], mailbox, bodyPatience } = options
  const given = options.build
  const build = typeof given === 'function' ? async () => prepared(await given()) : prepared(given)
  const origins = [environment.appUrl, ...(options.furtherOrigins ?? [])] as const
  const development = 'vite' in assets
  const app = express()
  app.disable('x-powered-by')
  app.disable('etag')
  const trusts = trustIn(environment.trustedProxies)
  app.set('trust proxy', trusts)

  app.use((_req, res, next) => {
    // More parts wait for the end of an answer than Node expects of a sound program.
    res.setMaxListeners(20)
    next()
  })
  app.use(noteIdentity(log, trusts))
  for (const watch of watching) app.use(watch)
  app.use((_req, res, next) => {
    if (isStopping()) res.set('Connection', 'close')
    next()
  })
  app.use(health(readiness, isStopping))
  app.use(securityHeaders({ https: environment.appUrl.startsWith('https:'), development }))
  app.use(withoutCopiedPunctuation, onlyPlainAddresses, withoutForwardedHost)
  if ('vite' in assets) app.use(assets.vite)
  else app.use(builtFiles(assets.folder))
  app.use(compression({ filter: isCompressible, ...quickly }))
  app.use(onlySmallManifests, noteTarget(build), onlyKnownRequests, onlyOwnOrigin(origins))
  app.use(withinCapacity(environment.mostRequests), readBody(bodyPatience))
  if (mailbox) app.use(mailbox)
  app.use(keepPresentWorkspace(environment))
  app.use(
    remixHandler({
      build,
      mode: development ? 'development' : 'production',
      origins,
      contextOf: (res, gone) => contextOf(identityOf(res), gone),
    }),
  )
  app.use(onFault(log))
  return app
}

/** What every loader and action of the build does besides its own. */
const prepared = (build: ServerBuild) => withIsolatedText(withKeptForms(withSharedReads(build)))

/**
 * Half the processor time of what the library does by itself, for a twentieth more bytes: an answer that is compressed here is sent once. Pages that
 * are sent again are kept compressed (`page-template.ts`), as built files are (`compressed-files.server.ts`).
 */
const quickly = { level: 4, brotli: { params: { [constants.BROTLI_PARAM_QUALITY]: 2 } } }

/** A compressed event stream would wait for its buffer to fill. */
const isCompressible: compression.CompressionFilter = (req, res) => {
  const type = String(res.getHeader('content-type') ?? '')
  return !type.startsWith('text/event-stream') && compression.filter(req, res)
}

const known: Record<number, RefusedWords> = {
  400: refusedPages.badRequest,
  404: refusedPages.notFound,
  408: refusedPages.tooSlow,
  413: refusedPages.tooLarge,
  415: refusedPages.encoding,
}

/** The only form of this type is one with a file, and nothing else of it can be large. */
const isWithFile = (req: Request) => req.headers['content-type']?.startsWith('multipart/form-data') === true

/** What is too large for a page with a file. */
const fileWords = (res: Response): RefusedWords =>
  targetOf(res).pattern === 'plans/import' ? refusedPages.importTooLarge : refusedPages.fileTooLarge

function onFault(log: Log): ErrorRequestHandler {
  return (error: unknown, req, res, next) => {
    if (res.headersSent) {
      log.error({ err: error, requestId: identityOf(res).requestId }, 'fault while answering')
      next(error)
      return
    }
    const given = error instanceof Error && 'status' in error ? Number(error.status) : 500
    // What the files' server forbids is a way out of its folder, where there is nothing for anyone.
    const status = given === 403 ? 404 : given
    const words =
      (status === 413 && isWithFile(req) ? fileWords(res) : known[status]) ??
      (status >= 400 && status < 500 ? known[400] : undefined)
    if (words) {
      answerRefused(req, res, status, words)
      return
    }
    log.error({ err: error, requestId: identityOf(res).requestId }, 'fault')
    answerRefused(req, res, 500, refusedPages.failed)
  }
}
