import type { Parts } from '#app/kit/parts.ts'

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
