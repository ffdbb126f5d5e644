import type { LoaderFunctionArgs, ServerBuild } from '@remix-run/node'
import { type SharedReads, shareReads } from '#app/kit/reads.server.ts'

type Route = NonNullable<ServerBuild['routes'][string]>

/** The reads of a request that is being answered, by the request's own context. */
const shared = new WeakMap<LoaderFunctionArgs['context'], SharedReads>()

/**
 * The build, with loaders that read in one transaction for each request: it has ended, and its connection is back, before a page is
 * rendered or a stream starts. After an action they read what it wrote.
 */
export function withSharedReads(build: ServerBuild): ServerBuild {
  const routes = Object.entries(build.routes).map(([id, route]) => [id, route && sharing(route)] as const)
  return { ...build, routes: Object.fromEntries(routes) }
}

function sharing(route: Route): Route {
  const { loader } = route.module
  if (!loader) return route
  return {
    ...route,
    module: {
      ...route.module,
      async loader({ context, ...args }: LoaderFunctionArgs) {
        const ofRequest = shared.get(context) ?? shareReads(context.parts.db)
        shared.set(context, ofRequest)
        const reads = ofRequest.join()
        try {
          return await loader({ ...args, context: { ...context, parts: { ...context.parts, reads } } })
        } finally {
          await reads.finish()
        }
      },
    },
  }
}
