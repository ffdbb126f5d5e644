import type { WorkspaceTransaction } from '#db/workspace.ts'
import { todayIn } from '#app/kit/clock.ts'
import { isHiddenFrom } from './cut-rows.ts'
import { loadPlan, loadPlans } from './plan-rows.server.ts'
import { type FirstStep, type WaitingStep, firstStepOf, waitingSteps } from './waiting-steps.ts'

/** What waits for one person on one plan; never empty, and nothing that the other side keeps to itself. */
export type WaitingForPerson = {
  person: { kind: 'member' | 'participant'; id: string }
  planId: string
  steps: WaitingStep[]
}

/** Every step of the workspace that waits for somebody today, by person and plan, in six queries however many. */
export async function listWaiting(
  trx: WorkspaceTransaction,
  workspaceId: string,
  now: Date,
): Promise<WaitingForPerson[]> {
  const open = await trx
    .selectFrom('plan')
    .select('id')
    .where('workspaceId', '=', workspaceId)
    .where('archivedAt', 'is', null)
    .where('state', 'not in', ['won', 'lost'])
    .execute()
  if (open.length === 0) return []
  const plans = await loadPlans(
    trx,
    workspaceId,
    open.map(({ id }) => id),
  )
  const seesOwnSide = await listAccepted(trx, workspaceId)
  return plans.flatMap((rows) => {
    const byPerson = new Map<string, WaitingForPerson>()
    for (const { owner, privateTo, step } of waitingSteps(rows, todayIn(rows.plan.timeZone, now))) {
      if (owner.kind === 'placeholder' || owner.id === null) continue
      const sight = owner.kind === 'member' ? 'vendor' : seesOwnSide(rows.plan.id, owner.id) ? 'customer' : 'shared'
      if (isHiddenFrom({ privateTo }, sight)) continue
      const key = `${owner.kind} ${owner.id}`
      const entry = byPerson.get(key) ?? { person: { kind: owner.kind, id: owner.id }, planId: rows.plan.id, steps: [] }
      entry.steps.push(step)
      byPerson.set(key, entry)
    }
    return [...byPerson.values()]
  })
}

/** Which participants see what their side keeps to itself, by plan. */
async function listAccepted(trx: WorkspaceTransaction, workspaceId: string) {
  const seats = await trx
    .selectFrom('planParticipant')
    .select(['planId', 'participantId'])
    .where('workspaceId', '=', workspaceId)
    .where('acceptedAt', 'is not', null)
    .where('removedAt', 'is', null)
    .execute()
  const accepted = new Set(seats.map(({ planId, participantId }) => `${planId} ${participantId}`))
  return (planId: string, participantId: string) => accepted.has(`${planId} ${participantId}`)
}

/** The step to name in an invitation, as the plan stands now; null where none waits, or the seat is gone. */
export async function findFirstStep(
  trx: WorkspaceTransaction,
  { workspaceId, planId, participantId }: { workspaceId: string; planId: string; participantId: string },
  now: Date,
): Promise<FirstStep | null> {
  const seat = await trx
    .selectFrom('planParticipant')
    .select(['participantId as id', 'name', 'role', 'acceptedAt'])
    .where('planParticipant.workspaceId', '=', workspaceId)
    .where('planParticipant.planId', '=', planId)
    .where('planParticipant.participantId', '=', participantId)
    .where('planParticipant.removedAt', 'is', null)
    .executeTakeFirst()
  const rows = seat && (await loadPlan(trx, workspaceId, planId))
  if (!seat || !rows) return null
  const sight = seat.acceptedAt ? 'customer' : 'shared'
  return firstStepOf(rows, todayIn(rows.plan.timeZone, now), { ...seat, sight })
}
