import { z } from 'zod'
import { type WorkspaceTransaction, inWorkspace } from '#db/workspace.ts'
import { todayIn } from '#app/kit/clock.ts'
import type { Parts } from '#app/kit/parts.ts'
import { notFound } from '#app/runner/refusal.ts'
import type { PlanState } from '../core/stages.ts'
import type { StoredPlan } from '../core/plan-rows.server.ts'
import type { PlanReader } from '../core/queries.server.ts'
import { staysOnTeam } from '../team/team.ts'
import type { Sight } from '#app/policy/policy.ts'
import type { EndingView } from '../core/view.ts'

const changes = z.record(z.string(), z.object({ after: z.unknown() })).catch({})

type Ended = Pick<StoredPlan, 'state' | 'archivedAt' | 'timeZone'>

/** Who closed or archived a plan, when and why; nothing is asked of the database for a plan that goes on. */
export async function findEnding(
  trx: WorkspaceTransaction,
  { workspaceId, planId }: { workspaceId: string; planId: string },
  { state, archivedAt, timeZone }: Ended,
  sight: Sight,
): Promise<EndingView | null> {
  if (state !== 'lost' && !archivedAt) return null
  const events = await trx
    .selectFrom('activity')
    .select(['event', 'actorName', 'at', 'changes'])
    .where('workspaceId', '=', workspaceId)
    .where('scope', '=', 'plan')
    .where('scopeId', '=', planId)
    .where('event', 'in', ['plan lost', 'closing noted', 'plan archived', 'plan reopened'])
    .where((where) => where.or([where('visibleTo', 'is', null), where('visibleTo', '=', sight)]))
    .orderBy('number')
    .execute()
  // What was said of an earlier closing is over once the plan was opened again.
  const current = events.slice(events.findLastIndex(({ event }) => event === 'plan reopened') + 1)
  const last = (event: string) => current.findLast((it) => it.event === event)
  const said = (event: string, field: string) => {
    const value = changes.parse(last(event)?.changes)[field]?.after
    return typeof value === 'string' ? value : null
  }
  const moment = (event: string) => {
    const found = last(event)
    return { by: found?.actorName ?? null, on: found ? todayIn(timeZone, found.at) : null }
  }
  return {
    lost:
      state === 'lost'
        ? { ...moment('plan lost'), reason: said('plan lost', 'reason'), note: said('closing noted', 'note') }
        : null,
    archived: archivedAt ? moment('plan archived') : null,
  }
}

export type ClosingPage = {
  project: string
  account: string
  workspace: string
  state: PlanState
  archived: boolean
  /** How many people of the customer take part. */
  participants: number
}

/** What the page that closes and archives says. @throws Refusal 404 */
export async function getClosingPage(
  parts: Pick<Parts, 'db'>,
  { actor: { workspaceId } }: PlanReader,
  planId: string,
): Promise<ClosingPage> {
  return inWorkspace(parts.db, workspaceId, async (trx) => {
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

export type TeamPage = {
  project: string
  members: { id: string; name: string; roles: string[]; isLead: boolean; inTeam: boolean; stays: boolean }[]
}

/** The members of the workspace, with who works on the plan. @throws Refusal 404 */
export async function getTeamPage(
  parts: Pick<Parts, 'db'>,
  { actor: { workspaceId } }: PlanReader,
  planId: string,
): Promise<TeamPage> {
  return inWorkspace(parts.db, workspaceId, async (trx) => {
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
