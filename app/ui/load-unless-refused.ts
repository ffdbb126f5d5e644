import type { ShouldRevalidateFunction } from '@remix-run/react'

/**
 * What the pages that post by a fetcher export as `shouldRevalidate`: after a refusal nothing is loaded again. Remix does so after what a fetcher
 * posted, the fetcher is busy until that load is done, and without a connection it waits (`shell/hold-loads.ts`): a tick would stay filled.
 */
export const loadUnlessRefused: ShouldRevalidateFunction = ({ actionStatus = 200 }) => actionStatus < 400
