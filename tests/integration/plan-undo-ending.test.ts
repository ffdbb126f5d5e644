import { describe, expect, test } from 'vitest'
import { inWorkspace } from '#db/workspace.ts'
import type { Actor } from '#app/policy/policy.ts'
import { objectToPlan } from '#app/plan/agreement/object-to-plan.server.ts'
import { archivePlan } from '#app/plan/closing/archive-plan.server.ts'
import { closePlan } from '#app/plan/closing/close-plan.server.ts'
import { reopenPlan } from '#app/plan/closing/reopen-plan.server.ts'
import { restorePlan } from '#app/plan/closing/restore-plan.server.ts'
import { shareForecast } from '#app/plan/forecast/share-forecast.server.ts'
import { withdrawForecast } from '#app/plan/forecast/withdraw-forecast.server.ts'
import { getPlanView } from '#tests/factories/get-plan-view.ts'
import { completeTask } from '#app/plan/task/complete-task.server.ts'
import { setTeam } from '#app/plan/team/set-team.server.ts'
import { findRecentChange } from '#app/plan/undo/find-recent-change.server.ts'
import { rowChanges } from '#app/plan/undo/row-changes.ts'
import { takeSnapshot } from '#app/plan/undo/take-snapshot.server.ts'
import { undoChange } from '#app/plan/undo/undo-change.server.ts'
import { runCommand } from '#app/runner/run-command.server.ts'
import { standingsOnPlan } from '#app/runner/standing.server.ts'
import { activityOf } from '#tests/factories/adjusting.ts'
import { type Setting, eventsOf, planOf, refusalOf, setUp } from '#tests/factories/plan-setting.ts'
import { makeMember } from '#tests/factories/workspace.ts'

const rowsOf = async (it: Setting) => {
  const { rows } = await inWorkspace(it.parts.db, it.workspaceId, (trx) =>
    takeSnapshot(trx, { workspaceId: it.workspaceId, planId: it.planId }),
  )
  return { ...rows, link: new Map([...rows.link].sort()), task: new Map([...rows.task].sort()) }
}
const lastNumber = async (it: Setting) => Number((await eventsOf(it)).at(-1)?.number ?? 0)
const undo = (it: Setting, number: number, actor: Actor = it.lead) =>
  runCommand(it.parts, undoChange, { actor, scopeId: it.planId, input: { number } })
const close = (it: Setting) => ({ ...order(it), input: { reason: 'postponed', note: 'The budget went.' } })
const order = (it: Setting) => ({ actor: it.lead, scopeId: it.planId, input: {} })

type Work = (it: Setting) => Promise<unknown>
const closing: Work = (it) => runCommand(it.parts, closePlan, close(it))
const archiving: Work = (it) => runCommand(it.parts, archivePlan, order(it))
const sharing: Work = (it) => runCommand(it.parts, shareForecast, order(it))
const team =
  (members: (it: Setting) => string[]): Work =>
  (it) =>
    runCommand(it.parts, setTeam, { ...order(it), input: { memberIds: members(it) } })

const works: [name: string, work: Work, begun?: Work][] = [
  ['closing', closing],
  ['reopening', (it) => runCommand(it.parts, reopenPlan, order(it)), closing],
  ['archiving', archiving],
  ['bringing back from the archive', (it) => runCommand(it.parts, restorePlan, order(it)), archiving],
  ['adding to the team', team((it) => [it.teammate.id, it.outsider.id])],
  ['taking off the team', team((it) => [it.teammate.id]), team((it) => [it.teammate.id, it.outsider.id])],
  ['sharing the forecast', sharing],
  ['withdrawing the forecast', (it) => runCommand(it.parts, withdrawForecast, order(it)), sharing],
]

describe.each(works)('%s', (_name, work, begun) => {
  test('is undone whole by the lead of the plan, and by no one of the customer', async () => {
    const it = await setUp()
    await begun?.(it)
    const before = await rowsOf(it)
    const first = (await lastNumber(it)) + 1
    await work(it)
    const after = await rowsOf(it)
    expect(after).not.toEqual(before)
    const refusal = await refusalOf(undo(it, first, it.champion))
    expect([403, 404]).toContain(refusal.status)
    expect(await rowsOf(it)).toEqual(after)
    const { result } = await undo(it, first)
    expect(await rowsOf(it)).toEqual(before)
    await undo(it, Number((result as { number: number }).number))
    expect(await rowsOf(it)).toEqual(after)
  })
})

test('closing settles what either side asked to change; undoing it asks again', async () => {
  const it = await setUp()
  await runCommand(it.parts, objectToPlan, { ...order(it), actor: it.champion, input: { reason: 'Too early.' } })
  const open = () =>
    inWorkspace(it.parts.db, it.workspaceId, (trx) =>
      trx.selectFrom('objection').select('side').where('closedAt', 'is', null).execute(),
    )
  const number = (await lastNumber(it)) + 1
  await closing(it)
  expect(await open()).toEqual([])
  await undo(it, number)
  expect(await open()).toEqual([{ side: 'customer' }])
})

test('what both sides agreed to stands again after a closing that is undone', async () => {
  const it = await setUp()
  const before = await planOf(it)
  const number = (await lastNumber(it)) + 1
  await closing(it)
  await undo(it, number)
  expect(await planOf(it)).toMatchObject({
    state: before.state,
    termsVersion: before.termsVersion,
    agreementsFrom: before.agreementsFrom,
  })
})

test('a closed plan offers to undo its closing, and nothing that came before', async () => {
  const it = await setUp()
  const ticked = (await lastNumber(it)) + 1
  await runCommand(it.parts, completeTask, { ...order(it), input: { taskId: it.taskIds['scope'] } })
  const closed = (await lastNumber(it)) + 1
  await closing(it)
  const offeredTo = async (actor: typeof it.lead | typeof it.champion) => {
    const standings = await inWorkspace(it.parts.db, it.workspaceId, (trx) => standingsOnPlan(trx, actor, it.planId))
    return (await findRecentChange(it.parts, { actor, standings }, it.planId))?.number
  }
  expect(await offeredTo(it.lead)).toBe(closed)
  expect(await offeredTo(it.champion)).toBeUndefined()
  const undoable = async (actor: typeof it.lead | typeof it.champion) =>
    (await activityOf(it, actor)).entries.filter(({ mayBeUndone }) => mayBeUndone).map((entry) => entry.number)
  expect(await undoable(it.lead)).toEqual([closed])
  expect(await undoable(it.champion)).toEqual([])
  const refusal = await refusalOf(undo(it, ticked))
  expect(refusal).toMatchObject({ status: 403, message: 'This plan is closed. Reopen it to change it.' })
})

test('a closing is not undone once someone reopened the plan', async () => {
  const it = await setUp()
  const number = (await lastNumber(it)) + 1
  await closing(it)
  await runCommand(it.parts, reopenPlan, order(it))
  const refusal = await refusalOf(undo(it, number))
  expect(refusal.status).toBe(409)
  expect(refusal.message).toContain(`${it.lead.name} reopened the plan.`)
})

test('a plan whose reopening is undone says again who closed it, why, and to the vendor the note', async () => {
  const it = await setUp()
  await closing(it)
  const number = (await lastNumber(it)) + 1
  await runCommand(it.parts, reopenPlan, order(it))
  await undo(it, number)
  const endingFor = async (actor: typeof it.lead | typeof it.champion) => {
    const standings = await inWorkspace(it.parts.db, it.workspaceId, (trx) => standingsOnPlan(trx, actor, it.planId))
    return (await getPlanView(it.parts, { actor, standings }, it.planId)).ending?.lost
  }
  expect(await endingFor(it.lead)).toMatchObject({ by: it.lead.name, reason: 'postponed', note: 'The budget went.' })
  expect(await endingFor(it.champion)).toMatchObject({ by: it.lead.name, reason: 'postponed', note: null })
})

/** As it was kept before the plan said who closed it, when and why. */
async function withoutReasons(it: Setting, number: number) {
  const ofClosing = ['lostAt', 'lostBy', 'lostReason', 'lostNote']
  const cut = (row: object) => Object.fromEntries(Object.entries(row).filter(([column]) => !ofClosing.includes(column)))
  await inWorkspace(it.parts.db, it.workspaceId, async (trx) => {
    const change = trx.selectFrom('planUndo').select('rows').where('number', '=', number)
    const rows = rowChanges.parse((await change.executeTakeFirstOrThrow()).rows)
    const ending = rows.ending.map((it) =>
      it.kind === 'changed' ? { ...it, before: cut(it.before), after: cut(it.after) } : it,
    )
    await trx
      .updateTable('planUndo')
      .set({ rows: JSON.stringify({ ...rows, ending }) })
      .where('number', '=', number)
      .execute()
  })
}

test('an old reopening is not undone where no one would know why the plan was closed', async () => {
  const it = await setUp()
  await closing(it)
  const number = (await lastNumber(it)) + 1
  await runCommand(it.parts, reopenPlan, order(it))
  await withoutReasons(it, number)
  expect(await refusalOf(undo(it, number))).toMatchObject({ status: 409 })
  expect(await planOf(it)).toMatchObject({ state: 'rough' })
})

test('an old closing that is undone leaves nothing behind of who closed the plan', async () => {
  const it = await setUp()
  const number = (await lastNumber(it)) + 1
  await closing(it)
  await withoutReasons(it, number)
  await undo(it, number)
  expect(await planOf(it)).toMatchObject({ lostAt: null, lostBy: null, lostReason: null, lostNote: null })
})

test('a change of the team that someone changed since is refused with the name of that person', async () => {
  const it = await setUp()
  const admin = await makeMember(it.parts.db, it.workspaceId, { name: 'Ana Lind', roles: ['admin'] })
  const number = (await lastNumber(it)) + 1
  await team(() => [it.teammate.id, it.outsider.id])(it)
  await runCommand(it.parts, setTeam, { ...order(it), actor: admin, input: { memberIds: [it.teammate.id] } })
  await runCommand(it.parts, completeTask, { ...order(it), input: { taskId: it.taskIds['scope'] } })
  const refusal = await refusalOf(undo(it, number))
  expect(refusal.status).toBe(409)
  expect(refusal.message).toContain('Ana Lind changed the team.')
})
