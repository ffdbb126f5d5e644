import type { RequestHandler } from 'express'
import { withoutTrailingText } from './without-trailing-text.ts'
import { isForPrograms, targetOf, readAddress, manifestPath } from './request-target.server.ts'
import { answerRefused } from './answer-refused.server.ts'
import { methodWords, refusedPages } from './refused-words.ts'

const pageMethods = ['GET', 'HEAD', 'POST']
const apiMethods = [...pageMethods, 'PUT', 'PATCH', 'DELETE', 'OPTIONS']

/** 400 for addresses that cannot be read, 404 for ambiguous ones. */
export const onlyPlainAddresses: RequestHandler = (req, res, next) => {
  const reading = readAddress(req.originalUrl)
  if (reading === 'unreadable') answerRefused(req, res, 400, refusedPages.invalidAddress)
  else if (reading === 'roundabout') answerRefused(req, res, 404, refusedPages.notFound)
  else next()
}

/** Redirects to the intended address where a link was copied with the punctuation after it. */
export const withoutCopiedPunctuation: RequestHandler = (req, res, next) => {
  const meant = ['GET', 'HEAD'].includes(req.method) ? withoutTrailingText(req.originalUrl) : undefined
  if (meant === undefined) next()
  else res.redirect(302, meant)
}

/** 405 for methods that nothing here answers (Remix answers 500 to TRACE), 404 for an endless answer as bare data, whose end Remix would wait for. */
export const onlyKnownRequests: RequestHandler = (req, res, next) => {
  const target = targetOf(res)
  const allowed = isForPrograms(target) ? apiMethods : pageMethods
  if (!allowed.includes(req.method)) {
    res.set('Allow', allowed.join(', '))
    answerRefused(req, res, 405, methodWords(allowed))
  } else if (target.isEndless && target.isData) {
    answerRefused(req, res, 404, refusedPages.notFound)
  } else next()
}

/**
 * In parts of addresses, between slashes: a page that asks which routes its links lead to names 400 at most, as Remix keeps the question
 * below 7,680 characters, and no route has more than four.
 */
const mostAsked = { parts: 400, partsOfOne: 10 }

/**
 * Whether a request asks Remix about more routes than a page does. Remix matches every address that is asked about, and every
 * address above it, at 0.1 to 0.3 ms each: without a limit 7 KB of slashes kept the process busy for a second.
 * @param target of the request line
 */
export function asksTooMuch(target: string): boolean {
  const { pathname, searchParams } = new URL(`http://firstwin.invalid${target}`)
  if (pathname !== manifestPath) return false
  const asked = searchParams.getAll('p').map((path) => path.split('/').length - 1)
  return asked.some((parts) => parts > mostAsked.partsOfOne) || asked.reduce((a, b) => a + b, 0) > mostAsked.parts
}

/** 400 for a question about routes that would take long. */
export const onlySmallManifests: RequestHandler = (req, res, next) => {
  if (asksTooMuch(req.originalUrl)) answerRefused(req, res, 400, refusedPages.tooManyPages)
  else next()
}

/** Drops `X-Forwarded-Host` from proxies that are not trusted. */
export const withoutForwardedHost: RequestHandler = (req, _res, next) => {
  delete req.headers['x-forwarded-host']
  next()
}

/**
 * 403 for a form that was sent from somewhere else, so that no other site can act in a visitor's name. Programs send no
 * `Origin` and carry a key instead of a cookie. Asked here since Remix answers 500 to a foreign one.
 * @param origins those under which people reach the app
 */
export function onlyOwnOrigin(origins: readonly string[]): RequestHandler {
  return (req, res, next) => {
    const changes = !['GET', 'HEAD', 'OPTIONS'].includes(req.method)
    const origin = req.get('origin')
    const site = req.get('sec-fetch-site')
    const foreign =
      origin === undefined ? site !== undefined && !['same-origin', 'none'].includes(site) : !origins.includes(origin)
    if (changes && foreign && !isForPrograms(targetOf(res))) {
      answerRefused(req, res, 403, refusedPages.otherSite)
    } else next()
  }
}
