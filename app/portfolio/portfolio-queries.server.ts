import { type Paged, takePage } from '#app/kit/paged.ts'
import type { Parts } from '#app/kit/parts.ts'
import { listPlanRows, listTeamPlanIds } from '#app/plan/core/list-plans.server.ts'
import type { PlanRow } from './plan-row.ts'
import type { PlansFilter } from './plans-filter.ts'

type Reader = { workspaceId: string; id: string }

/**
 * A page of the plans that a member asked for, the most urgent first, with how many there are to choose from and how many are archived.
 * @throws Overloaded when too much is computed already
 */
export async function listPlans(
  parts: Pick<Parts, 'reads' | 'clock' | 'computations'>,
  reader: Reader,
  { filter, page }: { filter: PlansFilter; page: number },
): Promise<{ list: Paged<PlanRow>; all: number; archived: number }> {
  const mine = filter.mine ? await listTeamPlanIds(parts, reader) : null
  const all = await listPlanRows(parts, reader)
  const rows = all.filter(
    (row) =>
      row.archived === filter.archived &&
      (filter.state === null || row.state === filter.state) &&
      (!filter.late || row.tone === 'late') &&
      (mine === null || mine.has(row.id)),
  )
  const archived = all.filter((row) => row.archived).length
  return { list: takePage(rows, page), all: filter.archived ? archived : all.length - archived, archived }
}

/** A longer list helps no one who types a name; an account that is not offered is found by its name all the same. */
const accountsOffered = 500

/**
 * What the page of a new plan offers: the newest accounts, each with the zone of its last plan, where there is one, and the workspace's
 * name and zone, which says which day it is.
 */
export async function getNewPlanChoices(parts: Pick<Parts, 'reads'>, workspaceId: string) {
  return parts.reads.in(workspaceId, async (trx) => {
    const accounts = await trx
      .selectFrom('account')
      .select((account) => [
        'name',
        account
          .selectFrom('plan')
          .select('plan.timeZone')
          .where('plan.workspaceId', '=', workspaceId)
          .whereRef('plan.accountId', '=', 'account.id')
          .orderBy('plan.createdAt', 'desc')
          .limit(1)
          .as('zone'),
      ])
      .where('workspaceId', '=', workspaceId)
      .orderBy('createdAt', 'desc')
      .limit(accountsOffered)
      .execute()
    const workspace = await trx
      .selectFrom('workspace')
      .select(['name', 'timeZone'])
      .where('workspaceId', '=', workspaceId)
      .executeTakeFirstOrThrow()
    return { accounts: accounts.sort((a, b) => a.name.localeCompare(b.name, 'en')), workspace }
  })
}

/** The zone of the workspace, for the day that its own pages are written on. */
export const getTimeZone = async (parts: Pick<Parts, 'reads'>, workspaceId: string): Promise<string> =>
  parts.reads.in(workspaceId, async (trx) => {
    const workspace = await trx
      .selectFrom('workspace')
      .select('timeZone')
      .where('workspaceId', '=', workspaceId)
      .executeTakeFirstOrThrow()
    return workspace.timeZone
  })
