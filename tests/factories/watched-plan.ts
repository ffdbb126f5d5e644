import { acceptParticipant } from '#app/access/participants/accept-participant.server.ts'
import { inviteParticipant } from '#app/access/participants/invite-participant.server.ts'
import { removeParticipant } from '#app/access/participants/remove-participant.server.ts'
import { day, hour, minute } from '#app/kit/durations.ts'
import { agreePlan } from '#app/plan/agreement/agree-plan.server.ts'
import { objectToPlan } from '#app/plan/agreement/object-to-plan.server.ts'
import { archivePlan } from '#app/plan/closing/archive-plan.server.ts'
import { restorePlan } from '#app/plan/closing/restore-plan.server.ts'
import { insertPlan } from '#app/plan/core/insert-plan.server.ts'
import { shareForecast } from '#app/plan/forecast/share-forecast.server.ts'
import { completeTask } from '#app/plan/task/complete-task.server.ts'
import { editTask } from '#app/plan/task/edit-task.server.ts'
import { reopenTask } from '#app/plan/task/reopen-task.server.ts'
import { setTeam } from '#app/plan/team/set-team.server.ts'
import { editTerms } from '#app/plan/terms/edit-terms.server.ts'
import { undoChange } from '#app/plan/undo/undo-change.server.ts'
import { runCommand } from '#app/runner/run-command.server.ts'
import { changeWorkspace } from '#app/workspace/settings/change-workspace.server.ts'
import { recordMeasurement } from '#app/value/win/record-measurement.server.ts'
import { setUp } from '#tests/factories/plan-setting.ts'
import { haldenPlan, makeMember, makeParticipant } from '#tests/factories/workspace.ts'
import { testDatabase } from '#tests/harness/database.ts'
import { cookieOf } from '#tests/harness/bundle-pages.ts'
import { type WorkspaceTransaction, inWorkspace } from '#db/workspace.ts'

/** A plan with a waiting colleague, and a second plan with the same champion. */
export async function watchedPlan() {
  const setting = await setUp()
  const { parts, workspaceId, accountId, planId, lead, champion } = setting
  const admin = await makeMember(parts.db, workspaceId, { name: 'Ana Costa', roles: ['admin'] })
  const seat = { planId, role: 'contributor', accepted: false } as const
  const waiting = await makeParticipant(parts.db, workspaceId, accountId, { name: 'Ole Lund', seat })
  const other = await inWorkspace(parts.db, workspaceId, async (trx) => {
    const plan = haldenPlan({ workspaceId, accountId, leadId: lead.id, project: 'A second plan' })
    const inserted = await insertPlan(trx, plan, parts.clock.now())
    await trx
      .insertInto('planParticipant')
      .values({
        workspaceId,
        planId: inserted.planId,
        participantId: champion.id,
        name: champion.name,
        role: 'champion',
        invitedAt: parts.clock.now(),
        joinedAt: parts.clock.now(),
        acceptedAt: parts.clock.now(),
      })
      .execute()
    return inserted
  })
  const people = { lead, admin, champion, viewer: setting.viewer, waiting }
  const cookies = new Map<string, string>()
  for (const [who, actor] of Object.entries(people))
    cookies.set(
      who,
      await cookieOf(
        parts,
        workspaceId,
        actor.kind === 'member' ? { memberId: actor.id } : { participantId: actor.id },
      ),
    )
  return { ...setting, ...people, cookies, otherPlanId: other.planId }
}

export type WatchedPlan = Awaited<ReturnType<typeof watchedPlan>>

const write = <Result>({ parts, workspaceId }: WatchedPlan, work: (trx: WorkspaceTransaction) => Promise<Result>) =>
  inWorkspace(parts.db, workspaceId, work)

const pass = ({ parts: { clock } }: WatchedPlan, milliseconds: number) =>
  clock.set(new Date(clock.now().getTime() + milliseconds))

/** Changes that may happen between two requests; a refused one changes nothing. */
export const planChanges: Record<string, (it: WatchedPlan, nth: number) => Promise<unknown>> = {
  'a task is done': (it) =>
    runCommand(it.parts, completeTask, {
      actor: it.champion,
      scopeId: it.planId,
      input: { taskId: it.taskIds['scope'] },
    }),
  'it is open again': (it) =>
    runCommand(it.parts, reopenTask, { actor: it.lead, scopeId: it.planId, input: { taskId: it.taskIds['scope'] } }),
  'a task is edited': (it, nth) =>
    runCommand(it.parts, editTask, {
      actor: it.lead,
      scopeId: it.planId,
      input: { taskId: it.taskIds['legal'], title: `Contract ${nth % 3}`, durationDays: String(10 + (nth % 60)) },
    }),
  'a task becomes private': (it, nth) =>
    runCommand(it.parts, editTask, {
      actor: it.lead,
      scopeId: it.planId,
      input: { taskId: it.taskIds['build'], side: 'vendor', private: nth % 2 ? 'yes' : '' },
    }),
  'the last change is undone': async (it) => {
    const last = await write(it, (trx) =>
      trx.selectFrom('planUndo').select('number').orderBy('number', 'desc').limit(1).executeTakeFirst(),
    )
    const input = { number: String(last?.number ?? 1) }
    return runCommand(it.parts, undoChange, { actor: it.lead, scopeId: it.planId, input })
  },
  'the customer agrees': (it) =>
    runCommand(it.parts, agreePlan, { actor: it.champion, scopeId: it.planId, input: { termsVersion: '1' } }),
  'the lead agrees': (it) =>
    runCommand(it.parts, agreePlan, { actor: it.lead, scopeId: it.planId, input: { termsVersion: '1' } }),
  'the champion objects': (it, nth) =>
    runCommand(it.parts, objectToPlan, {
      actor: it.champion,
      scopeId: it.planId,
      input: { reason: `Too late ${nth}` },
    }),
  'the forecast is shared': (it) =>
    runCommand(it.parts, shareForecast, { actor: it.lead, scopeId: it.planId, input: {} }),
  'a value is measured': (it, nth) =>
    runCommand(it.parts, recordMeasurement, {
      actor: it.champion,
      scopeId: it.planId,
      input: { measuredValue: String(nth) },
    }),
  'a colleague is accepted': (it) =>
    runCommand(it.parts, acceptParticipant, {
      actor: it.champion,
      scopeId: it.planId,
      input: { participantId: it.waiting.id },
    }),
  'a colleague is removed': (it) =>
    runCommand(it.parts, removeParticipant, {
      actor: it.champion,
      scopeId: it.planId,
      input: { participantId: it.viewer.id },
    }),
  'somebody is invited': (it, nth) =>
    runCommand(it.parts, inviteParticipant, {
      actor: it.lead,
      scopeId: it.planId,
      input: { name: `Guest ${nth}`, email: `guest.${nth}@halden.example`, role: 'viewer' },
    }),
  'the invited open it': (it) =>
    write(it, (trx) =>
      trx
        .updateTable('planParticipant')
        .set({ joinedAt: it.parts.clock.now() })
        .where('joinedAt', 'is', null)
        .execute(),
    ),
  'the team changes': (it, nth) =>
    runCommand(it.parts, setTeam, {
      actor: it.lead,
      scopeId: it.planId,
      input: { leadId: it.lead.id, team: nth % 2 ? [it.admin.id] : [] },
    }),
  'the terms change': (it, nth) =>
    runCommand(it.parts, editTerms, { actor: it.lead, scopeId: it.planId, input: { project: `Project ${nth % 2}` } }),
  'another plan is renamed': (it, nth) =>
    runCommand(it.parts, editTerms, {
      actor: it.lead,
      scopeId: it.otherPlanId,
      input: { project: `Other ${nth % 2}` },
    }),
  'the plan is archived': (it) => runCommand(it.parts, archivePlan, { actor: it.lead, scopeId: it.planId, input: {} }),
  'it is restored': (it) => runCommand(it.parts, restorePlan, { actor: it.lead, scopeId: it.planId, input: {} }),
  'the workspace is renamed': (it, nth) =>
    runCommand(it.parts, changeWorkspace, {
      actor: it.admin,
      scopeId: it.workspaceId,
      input: { name: `Brightline ${nth % 2}`, accent: nth % 3 ? '#1f4e46' : '#0b5394' },
    }),
  'the account is renamed': (it, nth) =>
    write(it, (trx) =>
      trx
        .updateTable('account')
        .set({ name: `Halden ${nth % 2}` })
        .execute(),
    ),
  'a member is renamed': (it, nth) =>
    write(it, (trx) =>
      trx
        .updateTable('member')
        .set({ name: `Sam ${nth % 2}` })
        .where('id', '=', it.lead.id)
        .execute(),
    ),
  'a person of the customer is renamed': (it, nth) =>
    write(it, (trx) =>
      trx
        .updateTable('planParticipant')
        .set({ name: `Priya ${nth % 2}` })
        .where('participantId', '=', it.champion.id)
        .execute(),
    ),
  'a role is taken': (it, nth) =>
    write(it, (trx) =>
      trx
        .updateTable('member')
        .set({ roles: nth % 2 ? ['admin'] : ['support'] })
        .where('id', '=', it.admin.id)
        .execute(),
    ),
  'a session ends': (it) =>
    write(it, (trx) =>
      trx
        .updateTable('session')
        .set({ endedAt: it.parts.clock.now() })
        .where('participantId', '=', it.waiting.id)
        .execute(),
    ),
  'emails are held': async (it) => {
    const { ownerDb } = await testDatabase()
    await ownerDb
      .insertInto('operations.emailHold')
      .values({ since: it.parts.clock.now() })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
  },
  'emails are released': async () => {
    const { ownerDb } = await testDatabase()
    await ownerDb.deleteFrom('operations.emailHold').execute()
  },
  'seconds pass': (it, nth) => Promise.resolve(pass(it, (1 + (nth % 59)) * 1_000)),
  'two minutes pass': (it) => Promise.resolve(pass(it, 2 * minute + 1_000)),
  'hours pass': (it, nth) => Promise.resolve(pass(it, (1 + (nth % 9)) * hour)),
  'a day passes': (it) => Promise.resolve(pass(it, day)),
}
