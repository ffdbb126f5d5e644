import { csvLine, csvStart } from '#app/kit/csv.ts'
import { roleWords } from '#app/policy/role-words.ts'
import { longFactsWords } from '#emails/parts/list-words.ts'
import type { CreditCount } from './credit-table.ts'
import { creditFileHeads, quarterOfYearWords } from './credit-words.ts'
import { creditedRoles } from './credited-roles.ts'

/** The credit of a year for spreadsheets: a line for each quarter, role and person, with the customers behind the numbers. */
export function creditFile(year: number, counts: readonly CreditCount[]): string {
  const merged = Map.groupBy(
    counts,
    ({ quarter, role, memberId }) => `${quarter} ${creditedRoles.indexOf(role)} ${memberId}`,
  )
  const lines = [...merged.values()].flatMap((own) => {
    const [first] = own
    if (!first) return []
    const { quarter, role, name, email } = first
    const wins = own.filter(({ counts }) => counts.wins > 0)
    const references = own.filter(({ counts }) => counts.references > 0)
    const accountsOf = (some: readonly CreditCount[]) => longFactsWords(some.flatMap(({ accounts }) => accounts))
    return {
      order: [quarter, creditedRoles.indexOf(role), name] as const,
      text: csvLine([
        quarterOfYearWords(year, quarter),
        roleWords[role],
        name,
        email,
        wins.reduce((total, { counts }) => total + counts.wins, 0),
        references.reduce((total, { counts }) => total + counts.references, 0),
        accountsOf(wins),
        accountsOf(references),
      ]),
    }
  })
  lines.sort(({ order: a }, { order: b }) => a[0] - b[0] || a[1] - b[1] || a[2].localeCompare(b[2]))
  return csvStart + csvLine(creditFileHeads) + lines.map(({ text }) => text).join('')
}
