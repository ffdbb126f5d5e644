import { isPrefetched } from '#app/kit/is-prefetched.ts'
import type { Parts } from '#app/kit/parts.ts'
import { changeApart } from '#app/kit/reads.server.ts'
import { keepVisit } from './keep-visit.server.ts'
import { type Look, type Visit, visitAfter } from './visit.ts'

type Place = { workspaceId: string; planId: string; readerId: string }

/**
 * Keeps that a plan was shown, where that is worth a row: not at most looks, and not where a browser only fetches it in case it is opened. A page is
 * not refused because of it.
 */
export async function noteVisit(
  parts: Pick<Parts, 'db' | 'reads' | 'clock' | 'log'>,
  request: Request,
  place: Place,
  visit: Visit | null,
  look: Omit<Look, 'now'>,
): Promise<void> {
  if (isPrefetched(request)) return
  const next = visitAfter(visit, { ...look, now: parts.clock.now() })
  if (!next) return
  try {
    await changeApart(parts, place.workspaceId, (trx) => keepVisit(trx, place, next))
  } catch (error) {
    parts.log.warn({ err: error, planId: place.planId }, 'a visit could not be noted')
  }
}
