import { expect, test } from 'vitest'
import { newId } from '#app/kit/ids.ts'
import { editTask } from '#app/plan/task/edit-task.server.ts'
import { runCommand } from '#app/runner/run-command.server.ts'
import { activityOf, keep, linkOf, makePrivate, rowsOf, undo } from '#tests/factories/adjusting.ts'
import { type Setting, eventsOf, planOf, refusalOf, setUp, statusOf, taskOf } from '#tests/factories/plan-setting.ts'

/** A change of every kind, on shared tasks. */
const everything = ({ taskIds }: Setting) => ({
  [`durationDays.${taskIds['legal']}`]: '8',
  [`notBefore.${taskIds['build']}`]: '2026-07-13',
  [`notAfter.${taskIds['build']}`]: '2026-08-28',
  [`startedOn.${taskIds['scope']}`]: '2026-06-16',
  [`lag.${taskIds['sign']}.${taskIds['legal']}`]: '2',
  [`lag.${taskIds['train']}.${taskIds['legal']}`]: '1',
  [`lag.${taskIds['close']}.${taskIds['train']}`]: '',
  criticalDate: '2026-09-18',
  winBy: '2026-11-02',
  'closed.customer.2026-08-03.2026-08-14': 'Plant shutdown',
})

test('a what-if is kept whole, told to both sides, and taken back whole', async () => {
  const it = await setUp()
  const before = await rowsOf(it)
  const { result } = await keep(it, everything(it))
  expect(result).toEqual({ number: 1 })
  expect(await taskOf(it, it.taskIds['legal'])).toMatchObject({ durationDays: 8 })
  expect(await taskOf(it, it.taskIds['build'])).toMatchObject({ notBefore: '2026-07-13', notAfter: '2026-08-28' })
  expect(await taskOf(it, it.taskIds['scope'])).toMatchObject({ startedOn: '2026-06-16' })
  expect([await linkOf(it, 'sign', 'legal'), await linkOf(it, 'train', 'legal')]).toMatchObject([
    { lagDays: 2 },
    { lagDays: 1 },
  ])
  expect(await linkOf(it, 'close', 'train')).toBeUndefined()
  expect(await planOf(it)).toMatchObject({ criticalDate: '2026-09-18', winBy: '2026-11-02', termsVersion: 2 })

  const { entries } = await activityOf(it, it.lead)
  const whole = entries.at(-1)
  expect(whole).toMatchObject({ number: 1, mayBeUndone: true, by: 'Priya Raman' })
  expect(whole?.what).toMatch(/^applied a change: \d tasks moved, go-live \d/)
  const legal = entries.find(({ what }) => what === 'changed “Contract at Legal”')
  expect(legal?.changes).toEqual([{ label: 'Working days', before: '10', after: '8' }])
  const sign = entries.find(({ what }) => what === 'changed “Sign the contract”')
  expect(sign?.changes).toEqual([
    {
      label: 'Dependencies',
      before: 'Contract at Legal',
      after: 'Contract at Legal: starts at least 2 working days after it finishes',
    },
  ])
  expect(entries.every(({ number, mayBeUndone }) => mayBeUndone === (number === 1))).toBe(true)

  const undone = await undo(it, 1, { actor: it.lead })
  const plain = (rows: typeof before) => rows && { ...rows, plan: { ...rows.plan, termsVersion: 0 } }
  expect(plain(await rowsOf(it))).toEqual(plain(before))
  expect((await planOf(it)).termsVersion).toBe(3)
  const after = await activityOf(it, it.champion)
  expect(after.entries.find(({ number }) => number === undone.result.number)?.what).toMatch(
    /^undid a change that moved \d tasks/,
  )
  expect(after.entries.filter(({ mayBeUndone }) => mayBeUndone).map(({ what }) => what)).toEqual([
    expect.stringMatching(/^undid a change that moved \d tasks/),
  ])
  expect((await undo(it, 1)).result).toEqual({ number: null })
})

test('what someone else changed meanwhile is a conflict with both values and a name', async () => {
  const it = await setUp()
  const name = `durationDays.${it.taskIds['legal']}`
  const edit = { actor: it.lead, scopeId: it.planId, input: { taskId: it.taskIds['legal'], durationDays: '12' } }
  await runCommand(it.parts, editTask, edit)
  const refused = await refusalOf(keep(it, { [name]: '8' }, { seen: { [name]: '10' } }))
  expect(refused).toMatchObject({
    status: 409,
    conflicts: [{ field: name, label: 'Working days, “Contract at Legal”', yours: '8', theirs: '12', by: 'Sam Ortiz' }],
  })
  expect((await taskOf(it, it.taskIds['legal']))?.durationDays).toBe(12)
  await keep(it, { [name]: '8' }, { seen: { [name]: '12' } })
  // And in the other direction: what a what-if changed is known to the form of the task.
  const mine = { ...edit, input: { ...edit.input, durationDays: '9' }, seen: { durationDays: '12' } }
  expect((await refusalOf(runCommand(it.parts, editTask, mine))).conflicts).toMatchObject([{ by: 'Priya Raman' }])
})

test('what was changed since cannot be taken back, and says what', async () => {
  const it = await setUp()
  const { result } = await keep(it, {
    [`durationDays.${it.taskIds['legal']}`]: '8',
    criticalDate: '2026-09-18',
  })
  const edit = { taskId: it.taskIds['legal'], durationDays: '12' }
  await runCommand(it.parts, editTask, { actor: it.lead, scopeId: it.planId, input: edit })
  const refused = await refusalOf(undo(it, result.number))
  expect(refused.status).toBe(409)
  expect(refused.message).toContain('“Contract at Legal” has been changed since')
  expect((await planOf(it)).criticalDate).toBe('2026-09-18')
  expect((await refusalOf(undo(it, 2))).faults).toMatchObject([{ field: 'number' }])
  expect((await refusalOf(undo(it, 99))).faults).toMatchObject([{ field: 'number' }])
})

test('the same key keeps a what-if once', async () => {
  const it = await setUp()
  const input = { [`durationDays.${it.taskIds['legal']}`]: '8' }
  const first = await keep(it, input, { idempotencyKey: 'one-page:adjust' })
  const again = await keep(it, input, { idempotencyKey: 'one-page:adjust' })
  expect([first, again]).toMatchObject([
    { result: { number: 1 }, repeated: false },
    { result: { number: 1 }, repeated: true },
  ])
  expect(await eventsOf(it)).toHaveLength(2)
  expect((await keep(it, input)).result).toEqual({ number: null })
})

test('who may not edit, or is elsewhere, keeps and undoes nothing', async () => {
  const [it, elsewhere] = [await setUp(), await setUp()]
  const input = { [`durationDays.${it.taskIds['legal']}`]: '8' }
  expect(await statusOf(keep(it, input, { actor: it.viewer }))).toBe(403)
  expect(await statusOf(keep(it, input, { actor: elsewhere.champion }))).toBe(404)
  expect(await statusOf(keep(it, { [`durationDays.${elsewhere.taskIds['legal']}`]: '8' }))).toBe(404)
  expect(await statusOf(keep(it, { [`durationDays.${newId()}`]: '8' }))).toBe(404)
  await keep(it, input)
  expect(await statusOf(undo(it, 1, { actor: it.viewer }))).toBe(403)
  expect(await statusOf(undo(it, 1, { actor: elsewhere.lead }))).toBe(404)
})

test('of the other side’s own tasks nothing can be changed, and their ids mean nothing', async () => {
  const it = await setUp()
  await makePrivate(it, 'build', 'vendor')
  const [sign, build] = [it.taskIds['sign'], it.taskIds['build']]
  for (const name of [`durationDays.${build}`, 'durationDays.own-1', `lag.${sign}.${build}`, `lag.${sign}.own-1`])
    expect([name, await statusOf(keep(it, { [name]: '3' }))]).toEqual([name, 404])
  expect(await eventsOf(it)).toEqual([])

  // A private change is shown to its own side only; shared changes in the same what-if are shown to both.
  await keep(it, { [`durationDays.${build}`]: '10', [`durationDays.${it.taskIds['legal']}`]: '8' }, { actor: it.lead })
  const theirs = await activityOf(it, it.champion)
  expect(theirs.entries.map(({ what }) => what.replace(/:.*/, ''))).toEqual([
    'changed “Contract at Legal”',
    'applied a change',
  ])
  expect((await activityOf(it, it.teammate)).entries).toHaveLength(3)
  const refused = await refusalOf(undo(it, 1))
  expect(refused.status).toBe(403)
  expect(refused.message).not.toContain('Build')
  const alone = await keep(it, { [`durationDays.${build}`]: '12' }, { actor: it.lead })
  expect((await activityOf(it, it.champion)).entries).toHaveLength(2)
  expect((await refusalOf(undo(it, alone.result.number))).status).toBe(422)
  expect((await planOf(it)).termsVersion).toBe(2)
})

test('what contradicts itself or cannot be computed is refused whole', async () => {
  const it = await setUp()
  const { scope, legal, build } = it.taskIds
  const refused: [Record<string, string>, string][] = [
    [{ criticalDate: '2026-11-20' }, 'criticalDate'],
    [{ criticalDate: '2026-06-16' }, 'criticalDate'],
    [{ 'closed.vendor.2026-07-06.2026-07-10': 'x'.repeat(121) }, 'closed.vendor.2026-07-06.2026-07-10'],
    [Object.fromEntries(Array.from({ length: 201 }, () => [`durationDays.${newId()}`, '3'])), ''],
    [{ [`startedOn.${legal}`]: '2026-06-18' }, `startedOn.${legal}`],
    [{ [`durationDays.${legal}`]: '-2' }, `durationDays.${legal}`],
    [{ [`durationDays.${legal}`]: '10001' }, `durationDays.${legal}`],
    [{ [`notBefore.${legal}`]: '2026-02-30' }, `notBefore.${legal}`],
    [{ title: 'x' }, 'title'],
    [{ [`lag.${scope}.${build}`]: '0', [`durationDays.${legal}`]: '8' }, ''],
    [{ [`notBefore.${legal}`]: '2026-08-03', [`notAfter.${legal}`]: '2026-07-01' }, ''],
  ]
  for (const [input, field] of refused) {
    const { status, faults } = await refusalOf(keep(it, input))
    expect([input, status, faults[0]?.field]).toEqual([input, 422, field])
  }
  expect(await eventsOf(it)).toEqual([])
  expect((await taskOf(it, legal))?.durationDays).toBe(10)
})
