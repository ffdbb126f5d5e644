import { z } from 'zod'
import { isoDate } from '#app/kit/field-schemas.ts'
import type { PlanPlace, PlansPage } from '#app/plan/summary/listed-plan.ts'

const place = z.tuple([z.coerce.number().int().min(0).max(9), isoDate(), z.uuid()])

function readPlace(text: string | null): PlanPlace | null {
  const [rank, goalOn, planId] = place.safeParse(text?.split('.')).data ?? []
  return rank !== undefined && goalOn !== undefined && planId !== undefined ? { rank, goalOn, planId } : null
}

const writePlace = ({ rank, goalOn, planId }: PlanPlace): string => `${rank}.${goalOn}.${planId}`

/** Which page of the list an address asks for: the first for anything that is no place, and for addresses with a number of earlier versions. */
export function readPlansPage(search: URLSearchParams): PlansPage {
  const after = readPlace(search.get('after'))
  if (after) return { after }
  const before = readPlace(search.get('before'))
  return before && { before }
}

/** What an address says of a page. */
export function writePlansPage(page: PlansPage): Record<string, string> {
  if (!page) return {}
  return 'after' in page ? { after: writePlace(page.after) } : { before: writePlace(page.before) }
}
