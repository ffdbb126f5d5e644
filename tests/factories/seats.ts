import { inWorkspace } from '#db/workspace.ts'
import { inviteParticipant } from '#app/access/participants/invite-participant.server.ts'
import type { Actor } from '#app/policy/policy.ts'
import type { ParticipantRole } from '#app/policy/roles.ts'
import { addTask } from '#app/plan/task/add-task.server.ts'
import { getPlanView } from './get-plan-view.ts'
import { runCommand } from '#app/runner/run-command.server.ts'
import { standingsOnPlan } from '#app/runner/standing.server.ts'
import { Refusal } from '#app/runner/refusal.ts'
import { testParts } from '#tests/factories/parts.ts'
import { type MemberActor, type ParticipantActor, makeMember, makePlan } from '#tests/factories/workspace.ts'
import { testDatabase } from '#tests/harness/database.ts'

/** A private address that a member invites. */
export const ownAddress = 'sam.ortiz@freemail.example'

/** A plan with people of both sides, for tests that add and remove them. */
export async function stageSeats({ championJoined = true } = {}) {
  const { db, appUrl } = await testDatabase()
  const parts = await testParts(db, appUrl)
  const plan = await makePlan(db)
  const { workspaceId, planId } = plan
  const admin = await makeMember(db, workspaceId, { name: 'Ada Admin', roles: ['admin'] })
  const scope = { scopeId: planId }
  const within = <Result>(work: Parameters<typeof inWorkspace<Result>>[2]) => inWorkspace(db, workspaceId, work)
  if (!championJoined)
    await within(async (trx) => {
      await trx.updateTable('plan').set({ championJoinedAt: null }).where('id', '=', planId).execute()
      await trx
        .updateTable('planParticipant')
        .set({ joinedAt: null })
        .where('participantId', '=', plan.champion.id)
        .execute()
    })
  const participant = (id: string, name = 'Tom Frey'): ParticipantActor => ({
    kind: 'participant',
    workspaceId,
    id,
    name,
  })
  const invite = async (actor: Actor, email = ownAddress, role: ParticipantRole = 'contributor', name = 'Tom Frey') => {
    const { result } = await runCommand(parts, inviteParticipant, { ...scope, actor, input: { name, email, role } })
    return participant(result.participantIds[0] ?? '', name)
  }
  const about = (person: { id: string }) => ({ participantId: person.id })
  const standings = (person: ParticipantActor | MemberActor) =>
    within(async (trx) => [...(await standingsOnPlan(trx, person, planId))])
  const addPrivate = () =>
    runCommand(parts, addTask, {
      ...scope,
      actor: plan.champion,
      input: {
        milestoneId: plan.milestoneIds[0] ?? '',
        title: 'Board talks',
        owner: 'else',
        ownerName: 'The board',
        side: 'customer',
        durationDays: '2',
        private: 'yes',
      },
    })
  const titlesFor = async (actor: ParticipantActor) => {
    const view = await getPlanView(
      parts,
      { actor, standings: await within((trx) => standingsOnPlan(trx, actor, planId)) },
      planId,
    )
    return view.stages.flatMap(({ milestones }) => milestones.flatMap(({ tasks }) => tasks.map(({ title }) => title)))
  }
  const mailTo = (email: string) =>
    within(async (trx) => {
      const found = await trx
        .selectFrom('notice')
        .select(['kind', 'daily', 'facts'])
        .where('toAddress', '=', email)
        .orderBy('createdAt')
        .execute()
      return found
    })
  return {
    parts,
    plan,
    planId,
    workspaceId,
    admin,
    scope,
    within,
    invite,
    about,
    standings,
    addPrivate,
    titlesFor,
    mailTo,
  }
}

export const championsMail = 'priya.raman@halden.example'

/** The status with which a command was refused. */
export const refused = async (work: Promise<unknown>): Promise<number> => {
  const error: unknown = await work.then(() => undefined).catch((thrown: unknown) => thrown)
  if (error instanceof Refusal) return error.status
  throw new Error(`No refusal: ${String(error)}`)
}

export type SeatStage = Awaited<ReturnType<typeof stageSeats>>
