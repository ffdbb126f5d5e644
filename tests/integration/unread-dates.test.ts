import { expect, test } from 'vitest'
import { newId } from '#app/kit/ids.ts'
import { editTask } from '#app/plan/task/edit-task.server.ts'
import { submit } from '#app/runner/submit.server.ts'
import { type Setting, setUp, taskOf } from '#tests/factories/plan-setting.ts'

const send = (it: Setting, fields: Record<string, string>, actor: Setting['lead'] = it.lead) =>
  submit(
    editTask,
    {
      request: new Request(it.parts.environment.appUrl),
      parts: it.parts,
      actor,
      scopeId: it.planId,
      values: { taskId: it.taskIds['legal'] ?? '', idempotencyKey: newId(), ...fields },
    },
    () => '/',
  ).then(
    ({ data, init }) => ({ status: init?.status, faults: data.status === 'invalid' ? data.faults : [] }),
    (thrown: unknown) => ({
      status: thrown instanceof Response ? thrown.status : (thrown as { init: { status: number } }).init.status,
      faults: [],
    }),
  )
const stored = async (it: Setting) => (await taskOf(it, it.taskIds['legal']))?.notAfter

test('a date that the browser could not read erases nothing; taking it away is an act of its own', async () => {
  const it = await setUp()
  expect((await send(it, { notAfter: '2026-07-25' })).status).toBe(303)
  const held = { notAfter: '', 'held.notAfter': '2026-07-25', 'seen.notAfter': '2026-07-25' }
  for (const typed of ['', 'unread']) {
    const answer = await send(it, { ...held, 'typed.notAfter': typed })
    expect([answer.status, answer.faults[0]?.field]).toEqual([422, 'notAfter'])
    expect(await stored(it)).toBe('2026-07-25')
  }
  expect((await send(it, { notBefore: '', 'typed.notBefore': 'unread' })).faults[0]?.field).toBe('notBefore')
  expect((await send(it, { ...held, 'typed.notAfter': 'removed' })).status).toBe(303)
  expect(await stored(it)).toBeNull()
})

test('who may not change the plan hears that first', async () => {
  const it = await setUp()
  expect((await send(it, { notBefore: '', 'typed.notBefore': 'unread' }, it.outsider)).status).toBe(403)
})
