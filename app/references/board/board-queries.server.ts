import { sql } from 'kysely'
import type { WorkspaceReading } from '#db/reading.ts'
import { todayIn } from '#app/kit/clock.ts'
import { type ListPage, placeOfPage, rowsBefore } from '#app/kit/list-page.ts'
import { bounds } from '#app/kit/limits.ts'
import type { Parts } from '#app/kit/parts.ts'
import type { IsoDate } from '#app/schedule/model.ts'
import { type BoardFilter, allReferences } from './board-filter.ts'
import { listBoardRows, selectWins } from './board-rows.server.ts'
import { type BoardState, boardStates } from './board-state.ts'
import type { ReferenceRow } from './reference-row.ts'
import { stateInSql } from './state-in-sql.server.ts'

export type ReferencesPageView = {
  list: ListPage<ReferenceRow>
  /** How many wins there are in all, and of how many something may be used now. */
  wins: number
  agreed: number
  today: IsoDate
  /** How many wins the other filters let through, by state. */
  counts: Partial<Record<BoardState, number>>
  /** What the customers of confirmed wins have, to filter by. */
  industries: string[]
  regions: string[]
}

const mayBeUsed: readonly BoardState[] = ['agreed', 'captured', 'in use']

/** Marketing's board: a page of the confirmed wins that a filter lets through, newest first, with what may be used of each and what is next. */
export async function getReferencesPage(
  parts: Pick<Parts, 'reads' | 'clock'>,
  { workspaceId }: { workspaceId: string },
  page = 1,
  filter = allReferences,
): Promise<ReferencesPageView> {
  const now = parts.clock.now()
  return parts.reads.in(workspaceId, async (trx) => {
    const asked = { workspaceId, now }
    const others = { ...filter, state: null }
    const isWhole = Object.values(others).every((value) => value === null)
    const [all, some, workspace, industries, regions] = await Promise.all([
      countStates(trx, asked, allReferences),
      isWhole ? null : countStates(trx, asked, others),
      trx.selectFrom('workspace').select('timeZone').where('workspaceId', '=', workspaceId).executeTakeFirstOrThrow(),
      knownValues(trx, asked, 'industry'),
      knownValues(trx, asked, 'region'),
    ])
    const counted = some ?? all
    const sum = (counts: typeof all, states: readonly BoardState[] = boardStates) =>
      states.reduce((total, state) => total + (counts[state] ?? 0), 0)
    const place = placeOfPage(filter.state === null ? sum(counted) : (counted[filter.state] ?? 0), page)
    const rows = await listBoardRows(trx, asked, filter, { limit: bounds.listRows, offset: rowsBefore(place) })
    return {
      list: { rows, ...place },
      ...{ wins: sum(all), agreed: sum(all, mayBeUsed), counts: counted },
      today: todayIn(workspace.timeZone, now),
      ...{ industries, regions },
    }
  })
}

/** All references that a filter lets through, for a file. */
export const getReferencesFile = (
  parts: Pick<Parts, 'reads' | 'clock'>,
  { workspaceId }: { workspaceId: string },
  filter: BoardFilter,
): Promise<ReferenceRow[]> =>
  parts.reads.in(workspaceId, (trx) =>
    listBoardRows(trx, { workspaceId, now: parts.clock.now() }, filter, { limit: bounds.fileRows, offset: 0 }),
  )

type Asked = { workspaceId: string; now: Date }

async function countStates(trx: WorkspaceReading, asked: Asked, filter: BoardFilter) {
  const rows = await selectWins(trx, asked, filter)
    .select(({ fn }) => [stateInSql(asked.workspaceId, asked.now).as('boardState'), fn.countAll<number>().as('wins')])
    .groupBy(sql`1`)
    .execute()
  const counts: Partial<Record<BoardState, number>> = {}
  for (const state of boardStates) {
    const wins = Number(rows.find(({ boardState }) => boardState === state)?.wins ?? 0)
    if (wins > 0) counts[state] = wins
  }
  return counts
}

async function knownValues(trx: WorkspaceReading, asked: Asked, field: 'industry' | 'region'): Promise<string[]> {
  const rows = await selectWins(trx, asked, allReferences)
    .select(`account.${field} as value`)
    .distinct()
    .where(`account.${field}`, 'is not', null)
    .orderBy('value')
    .limit(bounds.listRows)
    .execute()
  return rows.flatMap(({ value }) => (value === null ? [] : [value]))
}
