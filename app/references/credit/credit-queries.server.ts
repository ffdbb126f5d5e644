import { type SqlBool, sql } from 'kysely'
import type { WorkspaceReading } from '#db/reading.ts'
import { todayIn } from '#app/kit/clock.ts'
import type { Parts } from '#app/kit/parts.ts'
import type { QuarterNumber } from '../quarter.ts'
import { type CreditCount, type WinsAndReferences, byQuarter } from './credit-table.ts'
import { isCreditedRole } from './credited-roles.ts'

export type CreditYear = {
  workspace: string
  timeZone: string
  year: number
  /** The years that can be chosen: from the first win to this one. */
  years: { first: number; last: number }
  counts: CreditCount[]
  /** Each win and each reference once. */
  all: WinsAndReferences[]
}

type Asked = { workspaceId: string }

/** Who gets credit for the wins and references of a year, by quarters in the workspace's time zone. @param asked the year; this one where none is given */
export async function getCreditYear(
  parts: Pick<Parts, 'reads' | 'clock'>,
  { workspaceId }: Asked,
  asked: number | null,
): Promise<CreditYear> {
  return parts.reads.in(workspaceId, async (trx) => {
    const { name, timeZone, firstWinAt } = await trx
      .selectFrom('workspace')
      .select(['name', 'timeZone'])
      .select((row) =>
        row
          .selectFrom('winResult')
          .select(({ fn }) => fn.min('confirmedAt').as('at'))
          .where('winResult.workspaceId', '=', workspaceId)
          .as('firstWinAt'),
      )
      .where('workspaceId', '=', workspaceId)
      .executeTakeFirstOrThrow()
    const yearOf = (at: Date) => Number(todayIn(timeZone, at).slice(0, 4))
    const now = parts.clock.now()
    const years = { first: yearOf(firstWinAt ?? now), last: yearOf(now) }
    const year = Math.min(Math.max(asked ?? years.last, years.first), years.last)
    const place = { workspaceId, timeZone, year }
    const [wins, references, allWins, allReferences] = await Promise.all([
      countCredits(trx, place, wonAt, 'wins'),
      countCredits(trx, place, agreedAt, 'references'),
      countWins(trx, place),
      countReferences(trx, place),
    ])
    const all = byQuarter([
      ...allWins.map(({ quarter, count }) => ({ quarter, counts: { wins: count, references: 0 } })),
      ...allReferences.map(({ quarter, count }) => ({ quarter, counts: { wins: 0, references: count } })),
    ])
    return { workspace: name, timeZone, year, years, counts: [...wins, ...references], all }
  })
}

type YearOf = { workspaceId: string; timeZone: string; year: number }

const wonAt = sql<Date>`win_result.confirmed_at`
const agreedAt = sql<Date>`reference.agreed_at`

const quarterIn = (at: typeof wonAt, { timeZone }: YearOf) =>
  sql<QuarterNumber>`extract(quarter from ${at} at time zone ${timeZone})::int`

/** Between the first moment of the year and that of the next one, where the workspace is. */
const isWithin = (at: typeof wonAt, { timeZone, year }: YearOf) => sql<SqlBool>`
  ${at} >= ${`${year}-01-01`}::timestamp at time zone ${timeZone}
  and ${at} < ${`${year + 1}-01-01`}::timestamp at time zone ${timeZone}`

async function countCredits(
  trx: WorkspaceReading,
  place: YearOf,
  at: typeof wonAt,
  what: keyof WinsAndReferences,
): Promise<CreditCount[]> {
  const rows = await trx
    .selectFrom('winCredit')
    .innerJoin('winResult', (join) =>
      join
        .onRef('winResult.workspaceId', '=', 'winCredit.workspaceId')
        .onRef('winResult.planId', '=', 'winCredit.planId'),
    )
    .innerJoin('reference', (join) =>
      join
        .onRef('reference.workspaceId', '=', 'winCredit.workspaceId')
        .onRef('reference.planId', '=', 'winCredit.planId'),
    )
    .innerJoin('plan', (join) =>
      join.onRef('plan.workspaceId', '=', 'winCredit.workspaceId').onRef('plan.id', '=', 'winCredit.planId'),
    )
    .innerJoin('account', (join) =>
      join.onRef('account.workspaceId', '=', 'plan.workspaceId').onRef('account.id', '=', 'plan.accountId'),
    )
    .innerJoin('member', (join) =>
      join.onRef('member.workspaceId', '=', 'winCredit.workspaceId').onRef('member.id', '=', 'winCredit.memberId'),
    )
    .select(({ fn }) => [
      'winCredit.memberId',
      'winCredit.role',
      'member.name',
      'member.email',
      quarterIn(at, place).as('quarter'),
      fn.countAll<number>().as('count'),
      sql<string[]>`array_agg(distinct account.name order by account.name)`.as('accounts'),
    ])
    .where('winCredit.workspaceId', '=', place.workspaceId)
    .where(isWithin(at, place))
    .groupBy(['winCredit.memberId', 'winCredit.role', 'member.name', 'member.email', sql`quarter`])
    .execute()
  return rows.flatMap(({ count, role, ...row }) =>
    isCreditedRole(role) ? { ...row, role, counts: { wins: 0, references: 0, [what]: Number(count) } } : [],
  )
}

type OfQuarter = { quarter: QuarterNumber; count: number }

const countWins = (trx: WorkspaceReading, place: YearOf): Promise<OfQuarter[]> =>
  trx
    .selectFrom('winResult')
    .select(({ fn }) => [quarterIn(wonAt, place).as('quarter'), fn.countAll<number>().as('count')])
    .where('workspaceId', '=', place.workspaceId)
    .where(isWithin(wonAt, place))
    .groupBy(sql`quarter`)
    .execute()

const countReferences = (trx: WorkspaceReading, place: YearOf): Promise<OfQuarter[]> =>
  trx
    .selectFrom('reference')
    .select(({ fn }) => [quarterIn(agreedAt, place).as('quarter'), fn.countAll<number>().as('count')])
    .where('workspaceId', '=', place.workspaceId)
    .where(isWithin(agreedAt, place))
    .groupBy(sql`quarter`)
    .execute()
