import type { ServerBuild } from '@remix-run/node'

type RouteModule = NonNullable<ServerBuild['routes'][string]>['module']

/**
 * Passes `Retry-After` of any page on to the browser: Remix drops the headers of actions and loaders unless their page names
 * them.
 */
export const withPageHeaders = (build: ServerBuild): ServerBuild => ({
  ...build,
  routes: Object.fromEntries(
    Object.entries(build.routes).map(([id, route]) => [
      id,
      route && { ...route, module: { ...route.module, headers: route.module.headers ?? retryAfterOf } },
    ]),
  ),
})

const retryAfterOf: RouteModule['headers'] = ({ actionHeaders, loaderHeaders, errorHeaders }) => {
  const told = [errorHeaders, actionHeaders, loaderHeaders].map((headers) => headers?.get('Retry-After'))
  const wait = told.find((it) => it)
  return new Headers(wait ? { 'Retry-After': wait } : {})
}
