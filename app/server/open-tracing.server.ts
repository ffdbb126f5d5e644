import type { Environment } from '#app/kit/environment.server.ts'
import type { Tracing } from './tracing.server.ts'

/** Traces of a process, where OTEL_EXPORTER_OTLP_ENDPOINT names a collector; otherwise none of it is loaded. */
export async function openTracing({ tracesTo }: Pick<Environment, 'tracesTo'>): Promise<Tracing | undefined> {
  if (!tracesTo) return undefined
  const { createTracing } = await import('./tracing.server.ts')
  return createTracing(tracesTo)
}
