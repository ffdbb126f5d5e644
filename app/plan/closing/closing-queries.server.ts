import type { Parts } from '#app/kit/parts.ts'
import { notFound } from '#app/runner/refusal.ts'
import type { PlanState } from '../core/stages.ts'
import type { PlanReader } from '#app/policy/plan-reader.ts'
import { staysOnTeam } from '../team/stays-on-team.ts'

export type ClosingPageView = {
  project: string
  account: string
  workspace: string
  state: PlanState
  archived: boolean
  /** How many participants take part. */
  participants: number
}

/** What the page that closes and archives says. @throws Refusal 404 */
export async function getClosingPage(
  parts: Pick<Parts, 'reads'>,
  { actor: { workspaceId } }: PlanReader,
  planId: string,
): Promise<ClosingPageView> {
  return parts.reads.in(workspaceId, async (trx) => {
    const plan = await trx
      .selectFrom('plan')
      .innerJoin('account', (join) =>
        join.onRef('account.workspaceId', '=', 'plan.workspaceId').onRef('account.id', '=', 'plan.accountId'),
      )
      .innerJoin('workspace', 'workspace.workspaceId', 'plan.workspaceId')
      .select([
        'plan.project',
        'account.name as account',
        'workspace.name as workspace',
        'plan.state',
        'plan.archivedAt',
      ])
      .where('plan.workspaceId', '=', workspaceId)
      .where('plan.id', '=', planId)
      .executeTakeFirst()
    if (!plan) throw notFound()
    const { archivedAt, state, ...named } = plan
    const { count } = await trx
      .selectFrom('planParticipant')
      .select(({ fn }) => fn.countAll().as('count'))
      .where('workspaceId', '=', workspaceId)
      .where('planId', '=', planId)
      .where('removedAt', 'is', null)
      .executeTakeFirstOrThrow()
    // The database's check holds what the column can say.
    return { ...named, state: state as PlanState, archived: archivedAt !== null, participants: Number(count) }
  })
}

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
