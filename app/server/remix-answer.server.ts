import type { ServerBuild } from '@remix-run/node'
import { createRequestHandler } from '@remix-run/node'
import type { ServerContext } from '#app/kit/parts.ts'
import { findRoutesAround } from './request-target.server.ts'

/**
 * Remix's answer to a request. Its loaders and actions get the commands of their own build: the server has copies of these modules
 * by itself, whose refusals are of another class.
 * @returns answers; where the pattern of the request's route is known (`request-target.server.ts`), Remix is given that route and those above its
 * address alone, since it matches every address with all routes several times
 */
export function remixAnswer(build: ServerBuild, mode: 'production' | 'development') {
  const whole = createRequestHandler(build, mode)
  const byPattern = new Map<string, typeof whole>()
  const { commands } = build.entry.module
  const handlerFor = (pattern: string | undefined, request: Request) => {
    if (pattern === undefined) return whole
    const known = byPattern.get(pattern)
    if (known) return known
    const handler = createRequestHandler(
      withRoutes(build, findRoutesAround(build, new URL(request.url).pathname)),
      mode,
    )
    byPattern.set(pattern, handler)
    return handler
  }
  return (request: Request, context: ServerContext, pattern?: string): Promise<Response> =>
    handlerFor(pattern, request)(request, { ...context, commands })
}

/** The build as if it had these routes only. */
function withRoutes(build: ServerBuild, ids: ReadonlySet<string>): ServerBuild {
  const only = <Route>(routes: Record<string, Route>) =>
    Object.fromEntries(Object.entries(routes).filter(([id]) => ids.has(id)))
  return { ...build, routes: only(build.routes), assets: { ...build.assets, routes: only(build.assets.routes) } }
}
