import type { Audience } from '#app/kit/announcements.server.ts'

/**
 * Pages that are sent the number of a change alone load it spread over this many milliseconds for each person and for each further page, twice
 * what it takes the process, so that half of it is left for others. All pages of one person are answered with what was made once
 * (`server/keep-pages.server.ts`).
 */
const loadPerPersonMs = 20
const loadPerPageMs = 1
const longestLoadMs = 60_000

/** Within how many milliseconds the pages that are told about a change load it; a single page does so at once. */
export const longestLoadDelay = ({ pages, people }: Audience): number =>
  Math.min((people - 1) * loadPerPersonMs + (pages - people) * loadPerPageMs, longestLoadMs)
