import { AsyncLocalStorage } from 'node:async_hooks'
import { type Context, ROOT_CONTEXT, SpanKind, SpanStatusCode, trace } from '@opentelemetry/api'
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http'
import { resourceFromAttributes } from '@opentelemetry/resources'
import { BatchSpanProcessor, NodeTracerProvider } from '@opentelemetry/sdk-trace-node'
import type { RequestHandler } from 'express'
import type { LogEvent } from 'kysely'
import { identityOf } from './request-identity.server.ts'
import { findTargetOf } from './request-target.server.ts'

/** A trace contains this many characters of a statement, and never its values. */
const longestStatement = 2_000

/**
 * Spans of OpenTelemetry, sent to a collector by OTLP over HTTP: one for each request and job, and below it one for each statement.
 * @param collector its address, to which `/v1/traces` is added
 */
export function createTracing(collector: string) {
  const exporter = new OTLPTraceExporter({ url: `${collector.replace(/\/$/, '')}/v1/traces` })
  const provider = new NodeTracerProvider({
    resource: resourceFromAttributes({ 'service.name': 'firstwin' }),
    spanProcessors: [new BatchSpanProcessor(exporter)],
  })
  const tracer = provider.getTracer('firstwin')
  const current = new AsyncLocalStorage<Context>()
  const traced: RequestHandler = (req, res, next) => {
    const span = tracer.startSpan(req.method, { kind: SpanKind.SERVER }, ROOT_CONTEXT)
    res.once('close', () => {
      const route = findTargetOf(res)?.pattern
      if (route !== undefined) span.updateName(`${req.method} ${route}`)
      span.setAttributes({
        'http.request.method': req.method,
        'http.response.status_code': res.statusCode,
        'firstwin.request_id': identityOf(res).requestId,
        ...(route !== undefined && { 'http.route': route }),
      })
      if (res.statusCode >= 500) span.setStatus({ code: SpanStatusCode.ERROR })
      span.end()
    })
    current.run(trace.setSpan(ROOT_CONTEXT, span), next)
  }
  return {
    traced,
    /** Runs a job within a span of its own. */
    async job(queue: string, work: () => Promise<void>): Promise<void> {
      const span = tracer.startSpan(`job ${queue}`, { kind: SpanKind.CONSUMER }, ROOT_CONTEXT)
      try {
        await current.run(trace.setSpan(ROOT_CONTEXT, span), work)
      } catch (error) {
        span.setStatus({ code: SpanStatusCode.ERROR })
        throw error
      } finally {
        span.end()
      }
    },
    /** Of a statement that is over; one that belongs to no request or job is not told. */
    statement({ query, queryDurationMillis, level }: LogEvent): void {
      const context = current.getStore()
      if (!context) return
      const end = performance.now()
      const text = query.sql.slice(0, longestStatement)
      const span = tracer.startSpan(
        text.split(' ', 1)[0] ?? 'statement',
        {
          kind: SpanKind.CLIENT,
          startTime: end - queryDurationMillis,
          attributes: { 'db.system.name': 'postgresql', 'db.query.text': text },
        },
        context,
      )
      if (level === 'error') span.setStatus({ code: SpanStatusCode.ERROR })
      span.end(end)
    },
    /** Sends what waits. */
    close: () => provider.shutdown().catch(() => undefined),
  }
}

export type Tracing = ReturnType<typeof createTracing>
