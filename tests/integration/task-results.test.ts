import { expect, test } from 'vitest'
import { type WorkspaceTransaction, inWorkspace } from '#db/workspace.ts'
import { cutRows } from '#app/plan/core/cut-rows.ts'
import { answerApproval } from '#app/plan/task/answer-approval.server.ts'
import { askApproval } from '#app/plan/task/ask-approval.server.ts'
import { askResult } from '#app/plan/task/ask-result.server.ts'
import { completeTask } from '#app/plan/task/complete-task.server.ts'
import { editTask } from '#app/plan/task/edit-task.server.ts'
import { giveResult } from '#app/plan/task/give-result.server.ts'
import { runCommand } from '#app/runner/run-command.server.ts'
import { removeAttachment } from '#app/talk/files/remove-attachment.server.ts'
import { newId } from '#app/kit/ids.ts'
import { activityOf, keep, makePrivate, rowsOf, undo } from '#tests/factories/adjusting.ts'
import { type Setting, refusalOf, setUp, statusOf, taskOf } from '#tests/factories/plan-setting.ts'

type Person = Setting['lead'] | Setting['champion']

const ask = (it: Setting, key: string, input: object, actor: Person = it.lead) =>
  runCommand(it.parts, askResult, { actor, scopeId: it.planId, input: { taskId: it.taskIds[key], ...input } })
const give = (it: Setting, key: string, result: string, actor: Person = it.champion) =>
  runCommand(it.parts, giveResult, { actor, scopeId: it.planId, input: { taskId: it.taskIds[key], result } })
const askYes = (it: Setting, key: string, actor: Person = it.lead) =>
  runCommand(it.parts, askApproval, { actor, scopeId: it.planId, input: { taskId: it.taskIds[key] } })
const answer = (it: Setting, key: string, input: object, actor: Person = it.champion) =>
  runCommand(it.parts, answerApproval, { actor, scopeId: it.planId, input: { taskId: it.taskIds[key], ...input } })
const checkOff = (it: Setting, key: string, input: object = {}) =>
  runCommand(it.parts, completeTask, {
    actor: it.lead,
    scopeId: it.planId,
    input: { taskId: it.taskIds[key], ...input },
  })
const isDone = async (it: Setting, key: string) => (await taskOf(it, it.taskIds[key]))?.doneOn !== null
const resultOf = async (it: Setting, key: string) =>
  (await rowsOf(it))?.tasks.find(({ id }) => id === it.taskIds[key])?.result
const lastUndo = async (it: Setting, actor: Person = it.lead) => {
  const { entries } = await activityOf(it, actor)
  return undo(it, entries.find(({ mayBeUndone }) => mayBeUndone)?.number ?? null, { actor })
}
const noticesOf = ({ parts, workspaceId }: Setting) =>
  inWorkspace(parts.db, workspaceId, (trx) =>
    trx.selectFrom('notice').select(['kind', 'participantId', 'memberId', 'daily']).execute(),
  )
const approvalBy = (it: Setting) => ({ resultAsks: 'approval', approver: `participant:${it.champion.id}` })

test('a task that asks for a sentence or a link is checked off with it only, from wherever it is checked off', async () => {
  const it = await setUp()
  await ask(it, 'scope', { resultAsks: 'sentence' })
  const words = '“Agree on the scope” needs a sentence about its result before it can be marked done.'
  expect((await refusalOf(checkOff(it, 'scope'))).message).toBe(words)
  expect((await refusalOf(checkOff(it, 'legal', { withEarlier: true }))).message).toBe(words)
  expect((await refusalOf(keep(it, { [`doneOn.${it.taskIds['scope']}`]: '2026-06-17' }))).status).toBe(422)
  expect([await isDone(it, 'scope'), await isDone(it, 'legal')]).toEqual([false, false])
  await give(it, 'scope', 'Three plants, in two steps.')
  await checkOff(it, 'scope')
  expect(await isDone(it, 'scope')).toBe(true)
  // Nor can it be taken away while the task is done, not even by undoing.
  expect((await refusalOf(give(it, 'scope', ''))).message).toBe(words)
  const { entries } = await activityOf(it, it.champion)
  const given = entries.find(({ what }) => what.startsWith('added the result'))
  expect(given?.changes).toEqual([{ label: 'Result', before: '', after: 'Three plants, in two steps.' }])
  expect((await refusalOf(undo(it, given?.number ?? null))).message).toBe(words)
})

test('a link is an address, and to ask for something else removes what was given, which undoing brings back', async () => {
  const it = await setUp()
  await ask(it, 'scope', { resultAsks: 'link' })
  for (const address of ['javascript:alert(1)', 'https://halden.example@elsewhere.example/', 'https://two words'])
    expect((await refusalOf(give(it, 'scope', address))).faults, address).toMatchObject([{ field: 'result' }])
  await give(it, 'scope', 'https://halden.example/scope')
  await ask(it, 'scope', { resultAsks: 'sentence' })
  expect(await resultOf(it, 'scope')).toMatchObject({ asks: 'sentence', given: null })
  await lastUndo(it)
  expect(await resultOf(it, 'scope')).toMatchObject({ asks: 'link', given: 'https://halden.example/scope' })
  await checkOff(it, 'scope')
  expect((await refusalOf(ask(it, 'scope', { resultAsks: 'file' }))).faults).toMatchObject([{ field: 'resultAsks' }])
})

test('a file of the task is its result, and what stays with a side counts for that side’s own task only', async () => {
  const it = await setUp()
  await ask(it, 'scope', { resultAsks: 'file' })
  const { workspaceId, planId } = it
  const change = (work: (trx: WorkspaceTransaction) => Promise<unknown>) => inWorkspace(it.parts.db, workspaceId, work)
  const file = (name: string, visibleTo: string | null) => ({
    ...{ workspaceId, planId, id: newId(), subjectId: it.taskIds['scope'] ?? '', name, visibleTo },
    ...{ contentType: 'application/pdf', size: 1, digest: 'd', side: 'vendor', addedById: it.lead.id },
    ...{ addedByName: it.lead.name, createdAt: it.parts.clock.now(), addedAt: it.parts.clock.now() },
  })
  await change((trx) => trx.insertInto('attachment').values(file('Our margin.pdf', 'vendor')).execute())
  expect(await resultOf(it, 'scope')).toMatchObject({ given: null })
  expect(await statusOf(checkOff(it, 'scope'))).toBe(422)
  await change((trx) => trx.insertInto('attachment').values(file('Scope.pdf', null)).execute())
  expect(await resultOf(it, 'scope')).toMatchObject({ given: 'Scope.pdf' })
  await change((trx) =>
    trx
      .updateTable('attachment')
      .set({ removedAt: new Date(0), removedByName: 'x' })
      .where('name', '=', 'Scope.pdf')
      .execute(),
  )
  expect(await statusOf(checkOff(it, 'scope'))).toBe(422)
  await change((trx) => trx.updateTable('attachment').set({ removedAt: null, removedByName: null }).execute())
  await checkOff(it, 'scope')
  expect(await isDone(it, 'scope')).toBe(true)

  // What stays with the side counts for nothing and can go; the last that counts stays as long as the task is done.
  const remove = async (name: string) => {
    const { id } = await inWorkspace(it.parts.db, workspaceId, (trx) =>
      trx.selectFrom('attachment').select('id').where('name', '=', name).executeTakeFirstOrThrow(),
    )
    const input = { attachmentId: id }
    return runCommand(it.parts, removeAttachment, { actor: it.lead, scopeId: planId, input })
  }
  await remove('Our margin.pdf')
  const words = '“Agree on the scope” is done and needs this file. Add another one first, or mark the task not done.'
  expect((await refusalOf(remove('Scope.pdf'))).message).toBe(words)
  expect(await resultOf(it, 'scope')).toMatchObject({ given: 'Scope.pdf' })
  await change((trx) => trx.insertInto('attachment').values(file('Scope 2.pdf', null)).execute())
  await remove('Scope.pdf')
  expect(await resultOf(it, 'scope')).toMatchObject({ given: 'Scope 2.pdf' })
})

test('the named person hears that an approval is asked for, and approves', async () => {
  const it = await setUp()
  expect((await refusalOf(ask(it, 'legal', { resultAsks: 'approval' }))).faults).toMatchObject([{ field: 'approver' }])
  await ask(it, 'legal', approvalBy(it))
  expect((await refusalOf(checkOff(it, 'legal'))).message).toContain(`needs ${it.champion.name}’s approval before`)
  await askYes(it, 'legal')
  await askYes(it, 'legal')
  expect((await noticesOf(it)).filter(({ kind }) => kind === 'approval-asked')).toEqual([
    { kind: 'approval-asked', participantId: it.champion.id, memberId: null, daily: true },
  ])
  expect(await statusOf(answer(it, 'legal', { answer: 'approve' }, it.lead))).toBe(403)
  await answer(it, 'legal', { answer: 'approve' })
  await checkOff(it, 'legal')
  expect(await isDone(it, 'legal')).toBe(true)
  expect((await activityOf(it, it.lead)).entries.map(({ what }) => what).slice(0, 4)).toEqual([
    'checked off “Contract at Legal”',
    'approved “Contract at Legal”',
    `asked ${it.champion.name} to approve “Contract at Legal”`,
    `made ${it.champion.name} the approver of “Contract at Legal”`,
  ])
})

test('no one approves a task that they cannot see: neither when it is asked for, nor when the task becomes private', async () => {
  const it = await setUp()
  await makePrivate(it, 'scope', 'vendor')
  const refused = [{ field: 'approver', message: expect.stringContaining(`${it.champion.name} approves`) }]
  expect((await refusalOf(ask(it, 'scope', approvalBy(it)))).faults).toEqual(refused)
  await ask(it, 'build', approvalBy(it))
  const hide = () =>
    runCommand(it.parts, editTask, {
      ...{ actor: it.lead, scopeId: it.planId },
      input: { taskId: it.taskIds['build'], private: true },
    })
  expect((await refusalOf(hide())).faults).toMatchObject([{ field: 'private' }])
  await ask(it, 'build', { resultAsks: 'approval', approver: `member:${it.lead.id}` })
  await hide()
  expect((await taskOf(it, it.taskIds['build']))?.privateTo).toBe('vendor')
})

test('or sends it back with a reason, which stands in the row and which the owner is told; both can be undone', async () => {
  const it = await setUp()
  await ask(it, 'scope', approvalBy(it))
  await askYes(it, 'scope')
  expect((await refusalOf(answer(it, 'scope', { answer: 'send-back' }))).faults).toMatchObject([{ field: 'reason' }])
  await answer(it, 'scope', { answer: 'send-back', reason: 'The second plant is missing' })
  expect(await taskOf(it, it.taskIds['scope'])).toMatchObject({
    sentBackReason: 'The second plant is missing',
    sentBackBy: it.champion.name,
    approvalAsked: false,
  })
  expect((await noticesOf(it)).filter(({ kind }) => kind === 'task-sent-back')).toMatchObject([
    { memberId: it.lead.id },
  ])
  await lastUndo(it, it.champion)
  expect(await taskOf(it, it.taskIds['scope'])).toMatchObject({ sentBackReason: null, approvalAsked: true })
  await answer(it, 'scope', { answer: 'approve' })
  await lastUndo(it, it.champion)
  expect(await statusOf(checkOff(it, 'scope'))).toBe(422)
})

test('of a private task the other side learns nothing, and no one of it can be asked', async () => {
  const it = await setUp()
  await ask(it, 'legal', { resultAsks: 'sentence' })
  await give(it, 'legal', 'Our lowest price', it.lead)
  await makePrivate(it, 'legal', 'vendor')
  expect((await refusalOf(ask(it, 'legal', approvalBy(it)))).status).toBe(422)
  const rows = await rowsOf(it)
  expect(JSON.stringify(rows && cutRows(rows, 'customer'))).not.toMatch(/Our lowest price|sentence/)
  expect(await statusOf(answer(it, 'legal', { answer: 'approve' }))).toBe(404)
})
