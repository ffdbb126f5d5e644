import type { WorkspaceTransaction } from '#db/workspace.ts'
import { isCreditedRole } from './credited-roles.ts'

type OfPlan = { workspaceId: string; planId: string }

/**
 * Credits a win that was just confirmed to the members who lead the plan or are on its team, by each role that they have at this moment.
 * What happens to team and roles later changes nothing.
 */
export async function keepCredit(trx: WorkspaceTransaction, { workspaceId, planId }: OfPlan): Promise<void> {
  const members = await trx
    .selectFrom('member')
    .innerJoin('plan', 'plan.workspaceId', 'member.workspaceId')
    .select(['member.id', 'member.roles'])
    .where('member.workspaceId', '=', workspaceId)
    .where('plan.id', '=', planId)
    .where('member.removedAt', 'is', null)
    .where(({ or, eb, exists, selectFrom, ref }) =>
      or([
        eb('plan.leadId', '=', ref('member.id')),
        exists(
          selectFrom('planTeam')
            .select('planTeam.memberId')
            .where('planTeam.workspaceId', '=', workspaceId)
            .where('planTeam.planId', '=', planId)
            .whereRef('planTeam.memberId', '=', 'member.id'),
        ),
      ]),
    )
    .execute()
  const credits = members.flatMap(({ id, roles }) =>
    roles.filter(isCreditedRole).map((role) => ({ workspaceId, planId, memberId: id, role })),
  )
  if (credits.length > 0) await trx.insertInto('winCredit').values(credits).execute()
}

/** The confirmation was withdrawn: the win counts for no one. */
export async function removeCredit(trx: WorkspaceTransaction, { workspaceId, planId }: OfPlan): Promise<void> {
  await trx.deleteFrom('winCredit').where('workspaceId', '=', workspaceId).where('planId', '=', planId).execute()
}
