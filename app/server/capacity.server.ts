import type { RequestHandler } from 'express'
import { targetOf } from './request-target.server.ts'
import { answerRefused } from './answer-refused.server.ts'

/** Seconds after which someone may try again. */
const retryAfter = 3

/**
 * Refuses at once what the process could answer only late: a request beyond `most` under way is 503, before its body is read. Streams
 * that never end are bounded apart (`kit/event-streams.ts`); files and health are answered before.
 */
export function withinCapacity(most: number): RequestHandler {
  let underWay = 0
  return (req, res, next) => {
    if (targetOf(res).isEndless) return next()
    if (underWay >= most) {
      res.set('Retry-After', String(retryAfter))
      answerRefused(
        req,
        res,
        503,
        'Too busy',
        'Firstwin has too many requests right now, so this one was not processed. Go back and try again in a few seconds.',
      )
      return
    }
    underWay++
    // With it more parts wait for the end of an answer than Node expects of a sound program.
    res.setMaxListeners(res.getMaxListeners() + 1)
    res.once('close', () => void underWay--)
    next()
  }
}
