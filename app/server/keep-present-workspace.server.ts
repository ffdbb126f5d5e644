import type { RequestHandler } from 'express'
import { readCookie, setPresentWorkspace } from '#app/access/core/secret-cookies.server.ts'

/**
 * A form names the session that its page was drawn for (`as`). The browser works on in that workspace, so that the page that
 * comes next is of it as well.
 */
export const keepPresentWorkspace =
  ({ appUrl, sessionDays }: { appUrl: string; sessionDays: number }): RequestHandler =>
  (req, res, next) => {
    const as = new URL(`${appUrl}${req.originalUrl}`).searchParams.get('as')
    const headers = new Headers({ cookie: req.headers.cookie ?? '' })
    if (as && req.method === 'POST' && readCookie({ headers }, appUrl, 'firstwin', as))
      res.append('Set-Cookie', setPresentWorkspace(appUrl, as, sessionDays * 24 * 60 * 60))
    next()
  }
