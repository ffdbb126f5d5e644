import type { Fault } from '#app/runner/refusal.ts'
import { dealRefusals, ruledOutWords } from './deal-words.ts'
import { type AboutDeal, ruledOut } from './ruled-out.ts'

/**
 * What is wrong with what a reference is to be used for: what the champion ruled out is named, or, where anything was ruled out, its region or
 * competitor is not said and can't be compared. @param fields what the form calls the deal
 */
export function faultsOfDeal(never: readonly string[], about: AboutDeal, fields: { deal: string }): Fault[] {
  const names = { ...fields, region: 'dealRegion', competitor: 'competitor' }
  const out = ruledOut(never, about)
  if (out) return [{ field: names[out.in], message: ruledOutWords(out.entry) }]
  if (never.length === 0) return []
  const unsaid: (Fault | false)[] = [
    about.region === null && { field: names.region, message: dealRefusals.sayRegion },
    about.competitor === null && { field: names.competitor, message: dealRefusals.sayCompetitor },
  ]
  return unsaid.filter((fault) => fault !== false)
}
