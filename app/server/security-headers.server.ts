import type { RequestHandler } from 'express'
import { identityOf } from './request-identity.server.ts'

type HeaderOptions = { https: boolean; development: boolean }

/** The headers of every answer. Private by default: a route that may be kept says so itself. */
export function securityHeaders({ https, development }: HeaderOptions): RequestHandler {
  return (_req, res, next) => {
    const { cspNonce } = identityOf(res)
    // Vite's client adds style elements and listens on a socket.
    const style = development ? `'self' 'unsafe-inline'` : `'self'`
    const connect = development ? `'self' ws:` : `'self'`
    res.set({
      'Content-Security-Policy':
        `default-src 'self'; script-src 'self' 'nonce-${cspNonce}'; style-src ${style}; img-src 'self' data:; connect-src ${connect}; ` +
        `worker-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'`,
      // no-referrer would make Chromium send "Origin: null" with plain forms.
      'Referrer-Policy': 'same-origin',
      'X-Content-Type-Options': 'nosniff',
      'X-Frame-Options': 'DENY',
      'Cross-Origin-Opener-Policy': 'same-origin',
      'Permissions-Policy':
        'camera=(), geolocation=(), microphone=(), payment=(), publickey-credentials-create=(self), publickey-credentials-get=(self)',
      'Cache-Control': 'no-store',
    })
    if (https) res.set('Strict-Transport-Security', 'max-age=31536000; includeSubDomains')
    next()
  }
}
