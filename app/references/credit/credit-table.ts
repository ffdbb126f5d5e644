import { type QuarterNumber, quarterNumbers } from '../quarter.ts'
import { type CreditedRole, creditedRoles } from './credited-roles.ts'

/** What counts in one quarter. */
export type WinsAndReferences = { wins: number; references: number }

/** So many wins or references of one quarter, of a person in a role, as they are counted in the database. */
export type CreditCount = {
  memberId: string
  name: string
  email: string
  role: CreditedRole
  quarter: QuarterNumber
  counts: WinsAndReferences
  accounts: readonly string[]
}

export type PersonCredit = {
  memberId: string
  name: string
  quarters: readonly WinsAndReferences[]
  year: WinsAndReferences
}

/** The people of one role, and the most that any of them has in the year: the bars are drawn to it. */
export type RoleCredit = { role: CreditedRole; people: readonly PersonCredit[]; most: number }

const sum = (all: readonly WinsAndReferences[]): WinsAndReferences => ({
  wins: all.reduce((total, { wins }) => total + wins, 0),
  references: all.reduce((total, { references }) => total + references, 0),
})

/** What each of the four quarters counts. */
export const byQuarter = (
  counts: readonly { quarter: QuarterNumber; counts: WinsAndReferences }[],
): WinsAndReferences[] =>
  quarterNumbers.map((quarter) => sum(counts.filter((it) => it.quarter === quarter).map((it) => it.counts)))

/** The year by role and person: first who has the most wins, then the most references, then by name. Roles that have no one are left out. */
export function creditTable(counts: readonly CreditCount[]): RoleCredit[] {
  return creditedRoles.flatMap((role) => {
    const ofRole = Map.groupBy(
      counts.filter((it) => it.role === role),
      ({ memberId }) => memberId,
    )
    const people = [...ofRole].map(([memberId, own]): PersonCredit => {
      const quarters = byQuarter(own)
      return { memberId, name: own[0]?.name ?? '', quarters, year: sum(quarters) }
    })
    if (people.length === 0) return []
    people.sort(
      (a, b) => b.year.wins - a.year.wins || b.year.references - a.year.references || a.name.localeCompare(b.name),
    )
    return { role, people, most: Math.max(...people.flatMap(({ year }) => [year.wins, year.references])) }
  })
}
