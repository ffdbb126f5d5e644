import { expect, test } from 'vitest'
import { addMilestone } from '#app/plan/milestone/add-milestone.server.ts'
import { editMilestone } from '#app/plan/milestone/edit-milestone.server.ts'
import { proveMilestone } from '#app/plan/milestone/prove-milestone.server.ts'
import { reachedOn } from '#app/plan/core/compute-plan.ts'
import { completeTask } from '#app/plan/task/complete-task.server.ts'
import { reopenTask } from '#app/plan/task/reopen-task.server.ts'
import { startTask } from '#app/plan/task/start-task.server.ts'
import { runCommand } from '#app/runner/run-command.server.ts'
import { activityOf, keep, makePrivate, rowsOf, undo } from '#tests/factories/adjusting.ts'
import { type Setting, planOf, refusalOf, setUp, statusOf, taskOf } from '#tests/factories/plan-setting.ts'

type Person = Setting['lead'] | Setting['champion']

const asks = 'The order form with both signatures'
const by = (it: Setting, actor: Person = it.lead) => ({ actor, scopeId: it.planId })
const signed = (it: Setting) => it.milestoneIds[1] ?? ''
const edit = (it: Setting, input: object) =>
  runCommand(it.parts, editMilestone, {
    ...by(it),
    input: { milestoneId: signed(it), title: 'Contract signed', stage: 'Purchase', ...input },
  })
const prove = (it: Setting, input: object, actor: Person = it.champion, seen = {}) =>
  runCommand(it.parts, proveMilestone, {
    ...by(it, actor),
    seen,
    input: { milestoneId: signed(it), evidence: '', passedWithout: '', ...input },
  })
const checkOff = (it: Setting, ...keys: string[]) =>
  keys.reduce<Promise<unknown>>(
    (before, key) =>
      before.then(() => runCommand(it.parts, completeTask, { ...by(it), input: { taskId: it.taskIds[key] } })),
    Promise.resolve(),
  )
const isReached = async (it: Setting) => {
  const rows = await rowsOf(it)
  return rows !== undefined && reachedOn(rows, signed(it)) !== null
}
const lastSaid = async (it: Setting) => (await activityOf(it, it.champion)).entries[0]?.what
const lastUndo = async (it: Setting, actor: Person) => {
  const { entries } = await activityOf(it, actor)
  return undo(it, entries.find(({ mayBeUndone }) => mayBeUndone)?.number ?? null, { actor })
}

test('a milestone whose tasks are done is closed by its evidence, and Purchase is reached with it', async () => {
  const it = await setUp()
  await edit(it, { exitEvidence: asks })
  await checkOff(it, 'scope', 'legal', 'sign')
  expect(await isReached(it)).toBe(false)
  expect((await planOf(it)).state).toBe('rough')
  await prove(it, { evidence: 'https://halden.example/order' })
  expect(await isReached(it)).toBe(true)
  expect((await planOf(it)).state).toBe('under way')
  const { entries } = await activityOf(it, it.lead)
  expect(entries[1]).toMatchObject({
    what: 'recorded the evidence for “Contract signed”',
    changes: [{ label: 'Evidence', before: '', after: expect.stringContaining('halden.example') as string }],
  })
  await lastUndo(it, it.champion)
  expect(await isReached(it)).toBe(false)
})

test('it is closed without evidence when someone says why, and both sides read that', async () => {
  const it = await setUp()
  await edit(it, { exitEvidence: asks })
  await checkOff(it, 'scope', 'legal', 'sign')
  expect((await refusalOf(prove(it, {}))).faults).toMatchObject([{ field: 'evidence' }])
  expect((await refusalOf(prove(it, { evidence: 'Here', passedWithout: 'There' }))).faults).toMatchObject([
    { field: 'passedWithout' },
  ])
  await prove(it, { passedWithout: 'The board agreed by phone.' }, it.lead)
  expect(await isReached(it)).toBe(true)
  expect(await lastSaid(it)).toBe('marked the plan as under way')
  expect((await activityOf(it, it.champion)).entries[1]).toMatchObject({
    what: 'passed “Contract signed” without evidence',
    changes: [{ label: 'Passed without evidence', after: 'The board agreed by phone.' }],
  })
  await prove(it, {}, it.lead, { passedWithout: 'The board agreed by phone.' })
  expect(await isReached(it)).toBe(false)
  expect(await lastSaid(it)).toBe('removed the evidence for “Contract signed”')
})

test('two people who record different evidence are asked, and who may not change the plan may not record any', async () => {
  const it = await setUp()
  await edit(it, { exitEvidence: asks })
  await prove(it, { evidence: 'The minutes' }, it.lead)
  const other = await refusalOf(prove(it, { evidence: 'The order' }, it.champion, { evidence: '' }))
  expect(other).toMatchObject({ status: 409, conflicts: [{ field: 'evidence', theirs: 'The minutes' }] })
  const order = { scopeId: it.planId, input: { milestoneId: signed(it), evidence: 'Mine', passedWithout: '' } }
  expect(await statusOf(runCommand(it.parts, proveMilestone, { actor: it.viewer, ...order }))).toBe(403)
  const stranger = await setUp()
  expect(await statusOf(prove({ ...it, milestoneIds: stranger.milestoneIds }, { evidence: 'Theirs' }))).toBe(404)
})

test('evidence is asked for where a milestone says so, never for the first win', async () => {
  const it = await setUp()
  expect((await refusalOf(prove(it, { evidence: 'The minutes' }))).faults).toMatchObject([{ field: 'evidence' }])
  const win = { milestoneId: it.milestoneIds[4], title: 'First win', stage: 'Value', exitEvidence: asks }
  const order = runCommand(it.parts, editMilestone, { ...by(it), input: win })
  expect((await refusalOf(order)).faults).toMatchObject([{ field: 'exitEvidence' }])
  await edit(it, { exitEvidence: asks, gate: 'yes' })
  // What is left out stays.
  await edit(it, { title: 'Contract is signed' })
  expect((await rowsOf(it))?.milestones[1]).toMatchObject({ exitEvidence: asks, isGate: true })
  const { result } = await runCommand(it.parts, addMilestone, {
    ...by(it),
    input: { stage: 'Purchase', title: 'Paid', exitEvidence: 'The invoice', gate: 'yes' },
  })
  expect((await rowsOf(it))?.milestones.find(({ id }) => id === result.milestoneId)).toMatchObject({
    exitEvidence: 'The invoice',
    isGate: true,
  })
})

test('evidence proves what was asked for: another demand drops it, and undoing brings both back', async () => {
  const it = await setUp()
  await edit(it, { exitEvidence: asks })
  await checkOff(it, 'scope', 'legal', 'sign')
  await prove(it, { evidence: 'The minutes' })
  await edit(it, { exitEvidence: asks, gate: 'yes' })
  expect(await isReached(it)).toBe(true)
  for (const exitEvidence of ['The paid invoice', '']) {
    await edit(it, { exitEvidence })
    expect((await activityOf(it, it.lead)).entries[0]?.changes).toContainEqual(
      expect.objectContaining({ label: 'Evidence', before: 'The minutes' }),
    )
    expect((await rowsOf(it))?.milestones[1]?.proof).toBeNull()
    await lastUndo(it, it.lead)
    expect((await rowsOf(it))?.milestones[1]).toMatchObject({ exitEvidence: asks, proof: { text: 'The minutes' } })
  }
  expect(await isReached(it)).toBe(true)
})

test('a gate keeps tasks of later stages from being started or checked off until it is closed', async () => {
  const it = await setUp()
  await edit(it, { exitEvidence: asks, gate: 'yes' })
  await makePrivate(it, 'legal', 'customer')
  const start = () =>
    runCommand(it.parts, startTask, {
      ...by(it),
      input: { taskId: it.taskIds['build'], startedOn: '2026-06-01' },
    })
  expect(await refusalOf(start())).toMatchObject({
    status: 422,
    message:
      'This can only go ahead once the gate “Contract signed” is reached. Still open: 2 tasks. Its evidence is also missing.',
  })
  expect(await statusOf(checkOff(it, 'build'))).toBe(422)
  await checkOff(it, 'scope', 'sign')
  await runCommand(it.parts, completeTask, { ...by(it, it.champion), input: { taskId: it.taskIds['legal'] } })
  expect((await refusalOf(start())).message).toBe(
    'This can only go ahead once the gate “Contract signed” is reached. Its evidence is missing.',
  )
  await prove(it, { passedWithout: 'The board agreed by phone.' })
  await start()
  await checkOff(it, 'build')
})

/** Purchase is gated by a milestone whose tasks are all done, and so is the first task after it. */
const passGate = async (it: Setting) => {
  await edit(it, { gate: 'yes' })
  await checkOff(it, 'scope', 'legal', 'sign', 'build')
}
const reopen = (it: Setting, key: string) =>
  runCommand(it.parts, reopenTask, { ...by(it), input: { taskId: it.taskIds[key] } })
const waits = {
  status: 422,
  message: 'This can only go ahead once the gate “Contract signed” is reached. Still open: 1 task.',
}

test('what was started or done before a gate opened again stays so, and its days can be corrected', async () => {
  const it = await setUp()
  await passGate(it)
  await reopen(it, 'sign')
  const taskId = it.taskIds['build']
  await runCommand(it.parts, completeTask, { ...by(it), input: { taskId, doneOn: '2026-06-16' } })
  await runCommand(it.parts, startTask, { ...by(it), input: { taskId, startedOn: '2026-06-12' } })
  await reopen(it, 'build')
  await runCommand(it.parts, startTask, { ...by(it), input: { taskId, startedOn: '2026-06-11' } })
  expect(await taskOf(it, taskId)).toMatchObject({ startedOn: '2026-06-11', doneOn: null })
  expect(await refusalOf(checkOff(it, 'build'))).toMatchObject(waits)
})

test('a gate holds back what a what-if starts, and a check-off that is made again', async () => {
  const it = await setUp()
  await passGate(it)
  await lastUndo(it, it.lead)
  await reopen(it, 'sign')
  const start = { [`startedOn.${it.taskIds['build']}`]: '2026-06-16' }
  expect(await refusalOf(keep(it, start))).toMatchObject(waits)
  const { entries } = await activityOf(it, it.lead)
  const undone = entries.find(({ what }) => what.startsWith('undid'))?.number ?? null
  expect(await refusalOf(undo(it, undone, { actor: it.lead }))).toMatchObject(waits)
  expect(await taskOf(it, it.taskIds['build'])).toMatchObject({ startedOn: null, doneOn: null })
  await checkOff(it, 'sign')
  await keep(it, start)
  await undo(it, undone, { actor: it.lead })
})
