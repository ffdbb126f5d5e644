import type { ServerBuild } from '@remix-run/node'
import { createRequestHandler } from '@remix-run/node'
import type { ServerContext } from '#app/kit/parts.ts'
import { findRoutesAround } from './request-target.server.ts'

/**
 * Remix's answer to a request. Its loaders and actions get the commands of their own build: the server has copies of these modules
 * by itself, whose refusals are of another class.
 * @returns a function that answers requests. Where it is given the pattern of the route (`request-target.server.ts`), Remix sees only that
 * route and those above it, since it matches every address with all routes several times
 */
export function remixAnswer(build: ServerBuild, mode: 'production' | 'development') {
  const whole = createRequestHandler(build, mode)
  const byPattern = new Map<string, typeof whole>()
  const { commands } = build.entry.module
  const handlerFor = (pattern: string | undefined) => {
    if (pattern === undefined || pattern.includes('*')) return whole
    const known = byPattern.get(pattern)
    if (known) return known
    const handler = createRequestHandler(withRoutes(build, findRoutesAround(build, pattern)), mode)
    byPattern.set(pattern, handler)
    return handler
  }
  return (request: Request, context: ServerContext, pattern?: string): Promise<Response> =>
    handlerFor(pattern)(request, { ...context, commands })
}

/** The build as if it had these routes only. */
function withRoutes(build: ServerBuild, ids: ReadonlySet<string>): ServerBuild {
  const only = <Route>(routes: Record<string, Route>) =>
    Object.fromEntries(Object.entries(routes).filter(([id]) => ids.has(id)))
  return { ...build, routes: only(build.routes), assets: { ...build.assets, routes: only(build.assets.routes) } }
}
