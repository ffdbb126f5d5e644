import type { RequestHandler } from 'express'
import { targetOf } from './request-target.server.ts'
import { answerRefused } from './answer-refused.server.ts'
import { refusedPages } from './refused-words.ts'

/** Seconds after which someone may try again. */
const retryAfter = 3

/**
 * Answers 503 at once to requests beyond `most` in progress, before their body is read. Endless streams are limited separately
 * (`kit/event-streams.ts`); files and health checks are answered before.
 */
export function withinCapacity(most: number): RequestHandler {
  let underWay = 0
  return (req, res, next) => {
    if (targetOf(res).isEndless) return next()
    if (underWay >= most) {
      res.set('Retry-After', String(retryAfter))
      answerRefused(req, res, 503, refusedPages.busy)
      return
    }
    underWay++
    res.once('close', () => void underWay--)
    next()
  }
}
