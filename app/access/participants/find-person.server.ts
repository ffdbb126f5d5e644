import { keptQuery } from '#db/kept-query.ts'
import type { WorkspaceReading } from '#db/reading.ts'
import type { Parts } from '#app/kit/parts.ts'
import { paths, planLinks } from '#app/kit/paths.ts'
import { standingsOnceClosed, standingsOnPlan } from '#app/runner/standing.server.ts'
import { nextPath, planIdInPath } from '../core/next-path.ts'
import { type PageUrl, type PersonActor, pageRules } from '#app/policy/policy.ts'
import { storedRoles } from '#app/policy/roles.ts'
import { mayWithdrawConsent } from './may-withdraw-consent.server.ts'

export type PersonFound = { actor: PersonActor; email: string }

type By = { email: string } | { memberId: string } | { participantId: string }

/** A member who was not removed, or a participant who is on a plan, or was and was not erased: they still read what is kept of them. */
export async function findPerson(trx: WorkspaceReading, workspaceId: string, by: By): Promise<PersonFound | undefined> {
  if (!('participantId' in by)) {
    const member = await trx
      .selectFrom('member')
      .select(['id', 'name', 'email', 'roles'])
      .where('workspaceId', '=', workspaceId)
      .where((where) => ('email' in by ? where('email', '=', by.email) : where('id', '=', by.memberId)))
      .where('removedAt', 'is', null)
      .executeTakeFirst()
    if (member) {
      const { id, name, email } = member
      return { email, actor: { kind: 'member', workspaceId, id, name, roles: storedRoles(member.roles) } }
    }
  }
  if ('memberId' in by) return undefined
  const participant = await trx
    .selectFrom('participant')
    .select(['id', 'name', 'email'])
    .where('workspaceId', '=', workspaceId)
    .where((where) => ('email' in by ? where('email', '=', by.email) : where('id', '=', by.participantId)))
    .where('erasedAt', 'is', null)
    .executeTakeFirst()
  if (!participant) return undefined
  const mayEnter =
    (await findNewestPlan(trx, workspaceId, participant.id)) ?? (await findLastPlan(trx, workspaceId, participant.id))
  if (!mayEnter) return undefined
  const { id, name, email } = participant
  return { email, actor: { kind: 'participant', workspaceId, id, name } }
}

/** The seats of a participant who was not taken off, each with its plan. */
const seatsOf = (trx: WorkspaceReading, workspaceId: string, participantId: string) =>
  trx
    .selectFrom('planParticipant')
    .innerJoin('plan', (join) =>
      join
        .onRef('plan.workspaceId', '=', 'planParticipant.workspaceId')
        .onRef('plan.id', '=', 'planParticipant.planId'),
    )
    .select('planId')
    .where('planParticipant.workspaceId', '=', workspaceId)
    .where('planParticipant.participantId', '=', participantId)
    .where('planParticipant.removedAt', 'is', null)

/** The plan that a participant was invited to last, if any still names them. */
export async function findNewestPlan(
  trx: WorkspaceReading,
  workspaceId: string,
  participantId: string,
): Promise<string | undefined> {
  const seat = await seatsOf(trx, workspaceId, participantId)
    .where('plan.archivedAt', 'is', null)
    .orderBy('planParticipant.invitedAt', 'desc')
    .orderBy('planId')
    .executeTakeFirst()
  return seat?.planId
}

export type OwnPlan = {
  id: string
  project: string
  account: string
  role: string
  state: string
  criticalDate: string
}

/** The plans that a participant may open, the one that they were invited to last first. */
export const listOwnPlans = (
  trx: WorkspaceReading,
  { workspaceId, id }: { workspaceId: string; id: string },
): Promise<OwnPlan[]> => ownPlans(trx, { workspaceId, id })

const ownPlans = keptQuery(
  (db, { workspaceId, id }) =>
    seatsOf(db, workspaceId, id)
      .innerJoin('account', (join) =>
        join.onRef('account.workspaceId', '=', 'plan.workspaceId').onRef('account.id', '=', 'plan.accountId'),
      )
      .clearSelect()
      .select([
        'plan.id',
        'plan.project',
        'plan.state',
        'plan.criticalDate',
        'account.name as account',
        'planParticipant.role',
      ])
      .where('plan.archivedAt', 'is', null)
      .orderBy('planParticipant.invitedAt', 'desc')
      .orderBy('plan.id'),
  { workspaceId: 'a workspace', id: 'a participant' },
)

/** The same for a page, found once for all loaders of a request. */
export const findOwnPlans = ({ reads }: Pick<Parts, 'reads'>, actor: PersonActor): Promise<OwnPlan[]> =>
  reads.once('own plans', () => reads.in(actor.workspaceId, (trx) => listOwnPlans(trx, actor)))

/** The last plan that a participant joined, also where they left it or it is archived. */
async function findLastPlan(
  trx: WorkspaceReading,
  workspaceId: string,
  participantId: string,
): Promise<string | undefined> {
  const seat = await trx
    .selectFrom('planParticipant')
    .select('planId')
    .where('workspaceId', '=', workspaceId)
    .where('participantId', '=', participantId)
    .where('joinedAt', 'is not', null)
    .orderBy('invitedAt', 'desc')
    .orderBy('planId')
    .executeTakeFirst()
  return seat?.planId
}

/** The plan, closed to the participant, on which a consent can still be withdrawn by them: one that they gave, or of the won plan that they lead. */
async function findConsentToWithdraw(
  trx: WorkspaceReading,
  workspaceId: string,
  participantId: string,
): Promise<string | undefined> {
  const seat = await trx
    .selectFrom('planParticipant')
    .innerJoin('plan', (join) =>
      join
        .onRef('plan.workspaceId', '=', 'planParticipant.workspaceId')
        .onRef('plan.id', '=', 'planParticipant.planId'),
    )
    .select('planId')
    .where('planParticipant.workspaceId', '=', workspaceId)
    .where('planParticipant.participantId', '=', participantId)
    .where(mayWithdrawConsent(workspaceId, participantId))
    .orderBy('plan.archivedAt', 'desc')
    .orderBy('planId')
    .executeTakeFirst()
  return seat?.planId
}

/** Where someone goes after signing in: where they wanted to, the link's plan, or the page that their day starts with. */
export async function landingFor(
  trx: WorkspaceReading,
  actor: PersonActor,
  { next, planId }: { next?: string | undefined; planId?: string | null } = {},
): Promise<string> {
  const mayOpen = async (id: string) => (await standingsOnPlan(trx, actor, id)).size > 0
  const mayOnceClosed = async (id: string, path: string) => {
    const who = onceClosed.find(([pathOf]) => path === pathOf(id))?.[1]
    return who !== undefined && (await standingsOnceClosed(trx, actor, id, pageRules[who])).size > 0
  }
  const wanted = nextPath(next)
  if (wanted) {
    const wantedPlan = planIdInPath(wanted)
    if (wantedPlan ? (await mayOpen(wantedPlan)) || (await mayOnceClosed(wantedPlan, wanted)) : actor.kind === 'member')
      return wanted
  }
  if (planId && (await mayOpen(planId))) return paths.plan(planId)
  if (actor.kind === 'member') return actor.roles.every((role) => role === 'marketing') ? '/references' : '/plans'
  const [only, ...others] = await listOwnPlans(trx, actor)
  // If there are several, only the person knows which one they need.
  if (only) return others.length > 0 ? '/your-plans' : paths.plan(only.id)
  const consent = await findConsentToWithdraw(trx, actor.workspaceId, actor.id)
  if (consent) return planLinks(consent).reference
  const former = await findLastPlan(trx, actor.workspaceId, actor.id)
  return former ? planLinks(former).yourData : '/sign-in'
}

/** Pages of a plan that open to some people also once the plan is closed to them. */
const onceClosed: readonly (readonly [(planId: string) => string, PageUrl])[] = [
  [(planId) => planLinks(planId).reference, 'plans/:planId/reference'],
  [(planId) => planLinks(planId).yourData, 'plans/:planId/your-data'],
]
