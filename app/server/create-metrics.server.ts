import type { RequestHandler } from 'express'
import { Counter, Histogram, Registry, collectDefaultMetrics } from 'prom-client'
import type { EmailOutcome, Meters } from '#app/kit/meters.ts'
import { queues } from '#db/queues.ts'
import { type RequestTarget, findTargetOf, pathOf } from './request-target.server.ts'

/** Answers are counted up to these, in seconds. */
const buckets = [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]
const methods = new Set(['GET', 'HEAD', 'POST'])
const probes: Record<string, string> = { '/healthz': 'healthz', '/readyz': 'readyz' }
/** As nginx calls a request whose client left before it was answered. */
const clientLeft = 499

const outcomes: Record<EmailOutcome, true> = { sent: true, refused: true, 'given up': true, 'not wanted': true }

/**
 * What a process counts for its operator's Prometheus. Labels are bounded: routes as app/routes.ts writes them, never paths, so
 * that neither people nor secrets get in and the number of series stays the same.
 */
export function createMetrics(): { register: Registry; meters: Meters; measured: RequestHandler } {
  const register = new Registry()
  const registers = [register]
  collectDefaultMetrics({ register })
  const requests = new Counter({
    name: 'firstwin_http_requests_total',
    help: `Requests by method, route and status; ${clientLeft} where the client left first.`,
    labelNames: ['method', 'route', 'status'] as const,
    registers,
  })
  const duration = new Histogram({
    name: 'firstwin_http_request_duration_seconds',
    help: 'How long requests took, by route; event streams are left out.',
    labelNames: ['route'] as const,
    buckets,
    registers,
  })
  const emails = new Counter({
    name: 'firstwin_emails_total',
    help: 'Attempts to send an email: sent, refused (tried again later), given up, no longer wanted.',
    labelNames: ['outcome'] as const,
    registers,
  })
  const failures = new Counter({
    name: 'firstwin_job_failures_total',
    help: 'Attempts at a job that failed in this process, by queue.',
    labelNames: ['queue'] as const,
    registers,
  })
  // A rate needs a first value: the first failure would be missed otherwise.
  for (const outcome of Object.keys(outcomes)) emails.inc({ outcome }, 0)
  for (const queue of Object.keys(queues)) failures.inc({ queue }, 0)
  return {
    register,
    meters: {
      email: (outcome) => emails.inc({ outcome }),
      jobFailed: (queue) => failures.inc({ queue }),
    },
    measured(req, res, next) {
      const began = performance.now()
      res.once('close', () => {
        const target = findTargetOf(res)
        const route = target ? routeOf(target) : routeBefore(pathOf(req.originalUrl))
        const method = methods.has(req.method) ? req.method : 'other'
        const status = res.writableFinished || target?.isEndless ? res.statusCode : clientLeft
        requests.inc({ method, route, status })
        if (!target?.isEndless) duration.observe({ route }, (performance.now() - began) / 1000)
      })
      next()
    },
  }
}

/** Of what is answered before a route is looked for: health, built files, and addresses that are refused unread. */
const routeBefore = (path: string) => probes[path] ?? 'file'

/** As app/routes.ts writes it; `none` where no route answers, `home` for the page without a path. */
const routeOf = ({ pattern }: RequestTarget) => (pattern === undefined ? 'none' : pattern || 'home')
