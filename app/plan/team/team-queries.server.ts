import type { Parts } from '#app/kit/parts.ts'
import type { PlanReader } from '#app/policy/plan-reader.ts'
import { notFound } from '#app/runner/refusal.ts'
import { staysOnTeam } from './stays-on-team.ts'

export type TeamPageView = {
  project: string
  members: { id: string; name: string; roles: string[]; isLead: boolean; inTeam: boolean; stays: boolean }[]
}

/** The members of the workspace, with who works on the plan. @throws Refusal 404 */
export async function getTeamPage(
  parts: Pick<Parts, 'reads'>,
  { actor: { workspaceId } }: PlanReader,
  planId: string,
): Promise<TeamPageView> {
  return parts.reads.in(workspaceId, async (trx) => {
    const plan = await trx
      .selectFrom('plan')
      .select(['project', 'leadId', 'state'])
      .where('workspaceId', '=', workspaceId)
      .where('id', '=', planId)
      .executeTakeFirst()
    if (!plan) throw notFound()
    const members = await trx
      .selectFrom('member')
      .leftJoin('planTeam', (join) =>
        join
          .onRef('planTeam.workspaceId', '=', 'member.workspaceId')
          .onRef('planTeam.memberId', '=', 'member.id')
          .on('planTeam.planId', '=', planId),
      )
      .select(['member.id', 'member.name', 'member.roles', 'planTeam.memberId as inTeam'])
      .where('member.workspaceId', '=', workspaceId)
      .where('member.removedAt', 'is', null)
      .orderBy('member.name')
      .execute()
    return {
      project: plan.project,
      members: members.map(({ inTeam, ...member }) => ({
        ...member,
        isLead: member.id === plan.leadId,
        inTeam: inTeam !== null,
        stays: inTeam !== null && staysOnTeam(plan, member),
      })),
    }
  })
}
