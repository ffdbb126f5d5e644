import { randomBytes } from 'node:crypto'
import type { RequestHandler, Response } from 'express'
import type { Log } from '#app/kit/log.server.ts'
import { pathForLog } from '#app/kit/log.server.ts'
import { networkOf } from './client-network.server.ts'

/** What every request carries from here on; `network` is what limits count as one client, unknown once the client has left. */
export type RequestIdentity = { requestId: string; cspNonce: string; network: string | undefined }

const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** A reference that a person can read out over the telephone: Crockford's letters, two groups of four. */
function newReference(): string {
  const text = [...randomBytes(8)].map((byte) => letters[byte % 32]).join('')
  return `${text.slice(0, 4)}-${text.slice(4)}`
}

const identities = new WeakMap<Response, RequestIdentity>()

/** @throws Error when the request did not come through `noteIdentity` */
export function identityOf(res: Response): RequestIdentity {
  const identity = identities.get(res)
  if (!identity) throw new Error('The request was not identified.')
  return identity
}

/**
 * Gives each request its reference and nonce, and writes one line about it when it is over: never its query, body or cookies, nor
 * a path's secret.
 * @param trusts whether an address is that of a proxy of ours; the reference that such a one gave is kept
 */
export function noteIdentity(log: Log, trusts: (address: string) => boolean): RequestHandler {
  return (req, res, next) => {
    const given = trusts(req.socket.remoteAddress ?? '') ? req.get('x-request-id') : undefined
    const requestId = given && /^[\w-]{6,64}$/.test(given) ? given : newReference()
    identities.set(res, { requestId, cspNonce: randomBytes(16).toString('base64'), network: networkOf(req.ip) })
    res.set('X-Request-Id', requestId)
    const began = performance.now()
    const path = pathForLog(req.originalUrl)
    res.once('close', () => {
      const line = {
        requestId,
        method: req.method,
        path,
        status: res.statusCode,
        ms: Math.round(performance.now() - began),
        ...(res.writableFinished ? {} : { aborted: true }),
      }
      if (path === '/healthz' || path === '/readyz') log.debug(line, 'request')
      else if (res.statusCode >= 500) log.error(line, 'request')
      else log.info(line, 'request')
    })
    next()
  }
}
