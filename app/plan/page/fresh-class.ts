import type { Freshness } from '../visit/use-fresh-rows.ts'

/** How a row is drawn that someone else has changed since the reader's last visit. */
export const freshClass = (freshness: Freshness | undefined): string =>
  freshness === undefined ? '' : freshness === 'live' ? 'fresh live' : 'fresh'
