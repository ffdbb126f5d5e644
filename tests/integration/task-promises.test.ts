import { expect, test } from 'vitest'
import { inWorkspace } from '#db/workspace.ts'
import { removeParticipant } from '#app/access/participants/remove-participant.server.ts'
import { cutRows } from '#app/plan/core/cut-rows.ts'
import { askAboutLatePromise } from '#app/plan/task/ask-about-late-promise.server.ts'
import { assignTasks } from '#app/plan/task/assign-tasks.server.ts'
import { completeTask } from '#app/plan/task/complete-task.server.ts'
import { editTask } from '#app/plan/task/edit-task.server.ts'
import { getTaskPage } from '#app/plan/task/get-task-page.server.ts'
import { promiseDate } from '#app/plan/task/promise-date.server.ts'
import { reopenTask } from '#app/plan/task/reopen-task.server.ts'
import { withdrawPromise } from '#app/plan/task/withdraw-promise.server.ts'
import { runCommand } from '#app/runner/run-command.server.ts'
import { standingsOnPlan } from '#app/runner/standing.server.ts'
import { activityOf, makePrivate, rowsOf, undo } from '#tests/factories/adjusting.ts'
import { type Setting, refusalOf, setUp, statusOf } from '#tests/factories/plan-setting.ts'
import { makeMember, makeParticipant } from '#tests/factories/workspace.ts'

type Person = Setting['lead'] | Setting['champion']

const taskId = (it: Setting, key: string) => it.taskIds[key] ?? ''
const promise = (it: Setting, key: string, promisedOn: string, actor: Person = it.lead, seen = {}) =>
  runCommand(it.parts, promiseDate, { actor, scopeId: it.planId, input: { taskId: taskId(it, key), promisedOn }, seen })
const withdraw = (it: Setting, key: string, actor: Person = it.lead) =>
  runCommand(it.parts, withdrawPromise, { actor, scopeId: it.planId, input: { taskId: taskId(it, key) } })
const withdrawSeen = (it: Setting, key: string, promisedOn: string) =>
  runCommand(it.parts, withdrawPromise, {
    actor: it.lead,
    scopeId: it.planId,
    input: { taskId: taskId(it, key), promisedOn },
  })
const giveTo = (it: Setting, key: string, owner: string) =>
  runCommand(it.parts, editTask, { actor: it.lead, scopeId: it.planId, input: { taskId: taskId(it, key), owner } })
const checkOff = (it: Setting, key: string) =>
  runCommand(it.parts, completeTask, { actor: it.lead, scopeId: it.planId, input: { taskId: taskId(it, key) } })
const promiseOf = async (it: Setting, key: string) =>
  (await rowsOf(it))?.tasks.find(({ id }) => id === taskId(it, key))?.promisedOn
const entriesOf = async (it: Setting, actor: Person = it.champion) =>
  (await activityOf(it, actor)).entries.map(({ what, changes }) => ({ what, changes }))
const lastUndo = async (it: Setting) => {
  const { entries } = await activityOf(it, it.lead)
  return undo(it, entries.find(({ mayBeUndone }) => mayBeUndone)?.number ?? null, { actor: it.lead })
}
/** How the last change is answered to a person who undoes it although it is not offered. */
const undoLastOf = async (it: Setting, actor: Person) => {
  const [last] = (await activityOf(it, actor)).entries
  expect(last?.mayBeUndone).toBe(false)
  return statusOf(undo(it, last?.number ?? null, { actor }))
}
const pageOf = async (it: Setting, key: string, actor: Person) => {
  const standings = await inWorkspace(it.parts.db, it.workspaceId, (trx) => standingsOnPlan(trx, actor, it.planId))
  return getTaskPage(it.parts, { actor, standings }, it.planId, taskId(it, key))
}

test('an owner promises a date, another one, and takes it back; each is in the activity of both sides and can be undone', async () => {
  const it = await setUp()
  await promise(it, 'scope', '2026-06-19')
  expect(await promiseOf(it, 'scope')).toBe('2026-06-19')
  await promise(it, 'scope', '2026-06-22')
  await lastUndo(it)
  expect(await promiseOf(it, 'scope')).toBe('2026-06-19')
  await withdraw(it, 'scope')
  await withdraw(it, 'scope')
  expect(await promiseOf(it, 'scope')).toBeNull()
  await lastUndo(it)
  expect(await promiseOf(it, 'scope')).toBe('2026-06-19')
  expect((await entriesOf(it)).map(({ what }) => what).slice(0, 5)).toEqual([
    'undid the change to “Agree on the scope”',
    'withdrew the promised date of “Agree on the scope”',
    'undid the change to “Agree on the scope”',
    'changed the promised date of “Agree on the scope” to 22 June',
    'promised “Agree on the scope” for 19 June',
  ])
})

test('no one takes back or gives the other side’s word by an undo', async () => {
  const it = await setUp()
  await giveTo(it, 'legal', `participant:${it.champion.id}`)
  await promise(it, 'legal', '2026-06-19', it.champion)
  expect(await undoLastOf(it, it.lead), 'a promise').toBe(403)
  await promise(it, 'legal', '2026-06-22', it.champion)
  expect(await undoLastOf(it, it.lead), 'another day').toBe(403)
  await withdraw(it, 'legal', it.champion)
  expect(await undoLastOf(it, it.lead), 'a withdrawal').toBe(403)
  const [withdrawal] = (await activityOf(it, it.champion)).entries
  expect(withdrawal?.mayBeUndone).toBe(true)
  await undo(it, withdrawal?.number ?? null)
  expect(await undoLastOf(it, it.lead), 'an undo').toBe(403)
  expect(await promiseOf(it, 'legal')).toBe('2026-06-22')
  // An owner who was replaced is put back with the promise that ended.
  await giveTo(it, 'legal', '')
  await lastUndo(it)
  expect(await promiseOf(it, 'legal')).toBe('2026-06-22')
})

test('the promise of someone who is not on the plan yet is kept without a name', async () => {
  const it = await setUp()
  await promise(it, 'legal', '2026-07-01', it.champion)
  const kept = await inWorkspace(it.parts.db, it.workspaceId, (trx) =>
    trx.selectFrom('task').select('promisedBy').where('promisedOn', 'is not', null).execute(),
  )
  expect(kept).toEqual([{ promisedBy: 'placeholder' }])
  expect(await promiseOf(it, 'legal')).toBe('2026-07-01')
  await giveTo(it, 'legal', 'placeholder:Customer’s counsel')
  expect(await promiseOf(it, 'legal')).toBeNull()
})

test('a promise is no constraint: the schedule and the agreed terms stay as they are', async () => {
  const it = await setUp()
  const before = await pageOf(it, 'scope', it.lead)
  const terms = (await rowsOf(it))?.plan.termsVersion
  await promise(it, 'scope', '2026-10-01')
  const after = await pageOf(it, 'scope', it.lead)
  expect({ ...after.task, promisedOn: null }).toEqual({ ...before.task, promisedOn: null })
  expect((await rowsOf(it))?.plan.termsVersion).toBe(terms)
  // What it would move is told, and a what-if offered, for as long as it stands.
  expect(after.latePromise).toMatchObject({ promisedOn: '2026-10-01', latest: before.task.dueOn })
  expect(after.latePromise?.difference?.parts.join(' ')).toContain('go-live')
  expect(after.latePromise?.whatIf).toContain(`/try?durationDays.${taskId(it, 'scope')}=`)
})

test('only an owner gives their word, and for them someone of their own side who may change the plan', async () => {
  const it = await setUp()
  expect((await refusalOf(promise(it, 'scope', '2026-06-19', it.champion))).message).toContain(it.lead.name)
  // No one is named yet: those who may change the plan note it, of the side whose task it is.
  await promise(it, 'legal', '2026-07-01', it.champion)
  expect((await entriesOf(it))[0]).toEqual({
    what: 'noted that Customer’s legal promised “Contract at Legal” for 1 July',
    changes: [{ label: 'Promised date', before: '', after: '1 July 2026' }],
  })
  expect(await statusOf(promise(it, 'legal', '2026-07-02', it.lead))).toBe(403)
  const db = it.parts.db
  const [viewer, other] = [
    await makeParticipant(db, it.workspaceId, it.accountId, {
      name: 'Vera Lind',
      seat: { planId: it.planId, role: 'viewer' },
    }),
    await makeMember(db, it.workspaceId, { name: 'Omar Reyes' }),
  ]
  expect(await statusOf(promise(it, 'legal', '2026-07-02', viewer))).toBe(403)
  expect(await statusOf(promise(it, 'scope', '2026-06-19', other))).toBe(403)
  // Whose place the champion has not accepted yet speaks for no one else.
  const waiting = await makeParticipant(db, it.workspaceId, it.accountId, {
    name: 'Tom Lind',
    seat: { planId: it.planId, role: 'contributor', accepted: false },
  })
  expect(await statusOf(promise(it, 'legal', '2026-07-02', waiting))).toBe(403)
  expect((await pageOf(it, 'legal', waiting)).mayPromise).toBe(false)
  await giveTo(it, 'legal', `participant:${viewer.id}`)
  await promise(it, 'legal', '2026-07-02', viewer)
  expect(await promiseOf(it, 'legal')).toBe('2026-07-02')
  await giveTo(it, 'legal', '')
  expect(await statusOf(promise(it, 'legal', '2026-07-02', it.champion))).toBe(422)
})

test('a promise is for today or later, and two people who promise at once are asked', async () => {
  const it = await setUp()
  expect((await refusalOf(promise(it, 'scope', '2026-06-16'))).faults).toMatchObject([{ field: 'promisedOn' }])
  await promise(it, 'scope', '2026-06-17')
  expect(await statusOf(promise(it, 'scope', '2026-06-19', it.lead, { promisedOn: '' }))).toBe(409)
})

test('who withdraws a day takes back no other one that was promised since', async () => {
  const it = await setUp()
  await promise(it, 'scope', '2026-06-19')
  await promise(it, 'scope', '2026-06-22')
  expect(await statusOf(withdrawSeen(it, 'scope', '2026-06-19'))).toBe(409)
  expect(await promiseOf(it, 'scope')).toBe('2026-06-22')
  await withdrawSeen(it, 'scope', '2026-06-22')
  expect(await promiseOf(it, 'scope')).toBeNull()
})

test('a late day that is kept is not asked about again, however it is typed', async () => {
  const it = await setUp()
  const { parts, planId, workspaceId, lead: actor } = it
  const standings = await inWorkspace(parts.db, workspaceId, (trx) => standingsOnPlan(trx, actor, planId))
  const ask = askAboutLatePromise({ parts, viewer: { actor, standings }, planId })
  const asked = (values: Record<string, string>) => ask(values, { ...values, taskId: taskId(it, 'scope') })
  expect(await asked({ promisedOn: '1.10.2026' })).toMatchObject({ data: { status: 'previewed' } })
  expect(await asked({ promisedOn: '1.10.2026', keep: '2026-10-01' })).toBeUndefined()
  expect(await asked({ promisedOn: '1.11.2026', keep: '2026-10-01' }), 'another day').toBeDefined()
})

test('it ends in every row when its owner leaves the plan', async () => {
  const it = await setUp()
  const leaving = await makeParticipant(it.parts.db, it.workspaceId, it.accountId, {
    name: 'Vera Lind',
    seat: { planId: it.planId, role: 'contributor' },
  })
  await giveTo(it, 'legal', `participant:${leaving.id}`)
  await promise(it, 'legal', '2026-07-02', leaving)
  await runCommand(it.parts, removeParticipant, {
    actor: it.lead,
    scopeId: it.planId,
    input: { participantId: leaving.id },
  })
  const kept = await inWorkspace(it.parts.db, it.workspaceId, (trx) =>
    trx.selectFrom('task').select('title').where('promisedOn', 'is not', null).execute(),
  )
  expect(kept).toEqual([])
})

test('it ends with its owner, and the activity says so; what the next owner gets is free of it, also after an undo', async () => {
  const it = await setUp()
  await promise(it, 'scope', '2026-06-19')
  await withdraw(it, 'scope')
  const withdrawn = (await activityOf(it, it.lead)).entries[0]?.number ?? null
  await promise(it, 'scope', '2026-06-22')
  await giveTo(it, 'scope', `participant:${it.champion.id}`)
  expect(await promiseOf(it, 'scope')).toBeNull()
  expect((await entriesOf(it))[0]?.changes).toContainEqual({
    label: 'Promised date',
    before: '22 June 2026',
    after: '',
  })
  await undo(it, withdrawn, { actor: it.lead })
  expect(await promiseOf(it, 'scope')).toBeNull()
  await runCommand(it.parts, assignTasks, {
    actor: it.lead,
    scopeId: it.planId,
    input: { taskIds: [taskId(it, 'scope')], owner: `member:${it.lead.id}` },
  })
  expect(await promiseOf(it, 'scope'), 'who has it again owes nothing from before').toBeNull()
})

test('it ends when the task is done, which the activity says; a task that is opened again is promised as before', async () => {
  const it = await setUp()
  await promise(it, 'scope', '2026-06-19')
  await checkOff(it, 'scope')
  expect(await promiseOf(it, 'scope')).toBeNull()
  expect((await entriesOf(it))[0]?.changes).toContainEqual({
    label: 'Promised date',
    before: '19 June 2026',
    after: '',
  })
  expect(await statusOf(promise(it, 'scope', '2026-06-22'))).toBe(422)
  await runCommand(it.parts, reopenTask, { actor: it.lead, scopeId: it.planId, input: { taskId: taskId(it, 'scope') } })
  expect(await promiseOf(it, 'scope')).toBe('2026-06-19')
})

test('the promise of a private task stays with its side', async () => {
  const it = await setUp()
  await makePrivate(it, 'scope', 'vendor')
  await promise(it, 'scope', '2026-06-19')
  expect((await entriesOf(it)).map(({ what }) => what).join()).not.toContain('promised')
  const rows = await rowsOf(it)
  const seen = rows && cutRows(rows, 'customer').tasks.filter(({ privateTo }) => privateTo === 'vendor')
  expect(seen?.map(({ promisedOn }) => promisedOn)).toEqual([null])
  expect(await statusOf(promise(it, 'scope', '2026-06-22', it.champion))).toBe(404)
})
