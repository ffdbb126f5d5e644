import type { ShouldRevalidateFunction } from '@remix-run/react'

/**
 * What the pages that post by a fetcher export as `shouldRevalidate`: after a refusal nothing is loaded again. Remix does so after what a fetcher
 * posted, the fetcher is busy until that load is done, and without a connection it waits (`shell/hold-loads.ts`): a tick would stay filled.
 * Where another post leads to a page meanwhile, that page is loaded all the same.
 */
export const loadUnlessRefused: ShouldRevalidateFunction = ({ actionStatus = 200, currentUrl, nextUrl, ...more }) =>
  actionStatus < 400 || (currentUrl.href !== nextUrl.href && more.defaultShouldRevalidate)
