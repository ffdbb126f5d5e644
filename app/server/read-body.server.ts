import type { IncomingMessage } from 'node:http'
import { type Readable, Transform, pipeline } from 'node:stream'
import express, { type RequestHandler } from 'express'
import { bounds } from '#app/kit/limits.ts'
import { targetOf } from './request-target.server.ts'

/** How long a body may take to arrive, in milliseconds; one that its page takes as it arrives has as long as `listen.server.ts` says. */
const patienceForBody = 60_000

const readOrdinary = express.raw({ type: () => true, limit: bounds.body })
const readPlan = express.raw({ type: () => true, limit: bounds.scheduleBody })

class LateBody extends Error {
  readonly status = 408
}

/**
 * Reads a body within the limit of its route, except where the route reads it itself: beyond it is 413, and 408 what is not there in time.
 * @param patience in milliseconds
 */
export const readBody =
  (patience = patienceForBody): RequestHandler =>
  (req, res, next) => {
    const { pattern, isStreamed } = targetOf(res)
    if (isStreamed) return next()
    let isOver = false
    const end = (error?: unknown) => {
      if (isOver) return
      isOver = true
      clearTimeout(late)
      next(error)
    }
    const late = setTimeout(() => {
      res.set('Connection', 'close')
      end(new LateBody('A body did not arrive in time'))
    }, patience)
    return pattern === 'api/v1/schedule' ? readPlan(req, res, end) : readOrdinary(req, res, end)
  }

/** A body as it arrives. Beyond `most` bytes, whether anyone takes them or not, its sender is disconnected. */
export function limitedBody(arriving: IncomingMessage, most: number = bounds.streamedBody): Readable {
  // A pipeline that fails ends the request and leaves its connection open.
  const { socket } = arriving
  let size = 0
  const body = new Transform({
    transform(piece: Buffer, _encoding, done) {
      size += piece.length
      if (size <= most) return done(null, piece)
      socket.destroy()
      done(new Error('A body is too long'))
    },
  })
  // Its errors come by the body, if anyone takes it.
  pipeline(arriving, body, () => undefined)
  return body
}
