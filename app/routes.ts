import type { RouteConfig } from '@remix-run/route-config'

/** Every URL of the product, on one page. */
export default [] satisfies RouteConfig
