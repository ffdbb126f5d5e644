import { route, type RouteConfig } from '@remix-run/route-config'

/** Every URL of the product, on one page. */
export default [
  route('plans/:planId/events', 'plan/events.route.ts'),
] satisfies RouteConfig
