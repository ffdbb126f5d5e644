import { paths } from '#app/kit/paths.ts'
import type { Request, Response } from 'express'
import { findTargetOf, isForPrograms } from './request-target.server.ts'
import { identityOf } from './request-identity.server.ts'
import { type RefusedWords, requestReference, refusedLinks } from './refused-words.ts'

/** Answers, before Remix is reached, a request that is not let through or failed: as a problem for programs, as a page for people. */
export function answerRefused(req: Request, res: Response, status: number, { title, detail }: RefusedWords) {
  const reference = status >= 500 ? identityOf(res).requestId : undefined
  res.status(status).set('Cache-Control', 'no-store')
  const target = findTargetOf(res)
  if ((target && isForPrograms(target)) || req.accepts(['html', 'json']) === 'json') {
    res
      .type('application/problem+json')
      .send(JSON.stringify({ title, status, detail, ...(reference && { reference }) }))
    return
  }
  const words = [detail, reference && requestReference(reference)].filter(Boolean).map((text) => `<p>${text}</p>`)
  const another = status === 404 ? ` · <a href="${paths.signIn({ another: 'yes' })}">${refusedLinks.another}</a>` : ''
  res
    .type('html')
    .send(
      `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title>` +
        `<main><h1>${title}</h1>${words.join('')}<p><a href="/">${refusedLinks.home}</a>${another}</p></main></html>`,
    )
}
