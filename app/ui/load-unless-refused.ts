import type { ShouldRevalidateFunction } from '@remix-run/react'

/**
 * What the pages that post by a fetcher export as `shouldRevalidate`: after a refusal or a preview nothing is loaded again. Remix loads after each
 * fetcher post and keeps the fetcher busy until then; offline that load waits (`shell/hold-loads.ts`), and a check box would stay checked.
 * If another post navigates to a page, that page is loaded.
 */
export const loadUnlessRefused: ShouldRevalidateFunction = ({ actionStatus = 200, currentUrl, nextUrl, ...more }) =>
  (actionStatus < 400 && !more.formData?.has('preview')) ||
  (currentUrl.href !== nextUrl.href && more.defaultShouldRevalidate)
