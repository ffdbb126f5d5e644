import { expect, test } from 'vitest'
import { inWorkspace } from '#db/workspace.ts'
import { newId } from '#app/kit/ids.ts'
import type { Actor, PersonActor, Standing } from '#app/policy/policy.ts'
import { runCommand } from '#app/runner/run-command.server.ts'
import { addFurtherWin } from '#app/value/win/add-further-win.server.ts'
import { confirmFirstWin } from '#app/value/win/confirm-first-win.server.ts'
import { confirmFurtherWin } from '#app/value/win/confirm-further-win.server.ts'
import { recordMeasurement } from '#app/value/win/record-measurement.server.ts'
import { removeFurtherWin } from '#app/value/win/remove-further-win.server.ts'
import { removeMeasurement } from '#app/value/win/remove-measurement.server.ts'
import { reopenFurtherWin } from '#app/value/win/reopen-further-win.server.ts'
import { getResults } from '#app/value/win/results-queries.server.ts'
import { type Setting, eventsOf, planOf, refusalOf, setUp, statusOf } from '#tests/factories/plan-setting.ts'

const overtime = { statement: 'No overtime!', measure: 'overtime', unit: 'hours', baseline: '20', target: '0' }

const as = (it: Setting, actor: Actor) => ({ actor, scopeId: it.planId, idempotencyKey: newId() })
const add = async (it: Setting, input: object = {}, actor: Actor = it.lead) =>
  (await runCommand(it.parts, addFurtherWin, { ...as(it, actor), input: { ...overtime, ...input } })).result.winId
const confirm = (it: Setting, winId: string, input: object = {}, actor: Actor = it.champion) =>
  runCommand(it.parts, confirmFurtherWin, {
    ...as(it, actor),
    input: { winId, measuredValue: '2', statement: 'Hardly any overtime!', ...input },
  })
const measure = (it: Setting, input: object) =>
  runCommand(it.parts, recordMeasurement, { ...as(it, it.champion), input })

const resultsOf = (it: Setting) =>
  getResults(it.parts, { actor: it.champion, standings: new Set<Standing>(['champion']) }, it.planId)

const noticesOf = ({ parts, workspaceId }: Setting) =>
  inWorkspace(parts.db, workspaceId, (trx) =>
    trx.selectFrom('notice').select(['kind', 'toAddress', 'daily', 'state', 'facts']).orderBy('kind').execute(),
  )

test('another win is defined by either side, measured apart from the first, and confirmed by the customer', async () => {
  const it = await setUp()
  const winId = await add(it)
  it.parts.clock.set('2026-06-17T09:00:00Z')
  await add(it, { statement: 'Fewer errors.', measure: 'errors', unit: 'a month' }, it.contributor)
  await measure(it, { measuredValue: '9', winId, note: 'in May' })
  await measure(it, { measuredValue: '12' })
  const before = await resultsOf(it)
  expect(before.measurements.map(({ measured }) => measured)).toEqual([12])
  expect(before.others.map(({ statement, measurements }) => [statement, measurements.length])).toEqual([
    ['No overtime!', 1],
    ['Fewer errors.', 0],
  ])
  for (const actor of [it.lead, it.teammate, it.contributor])
    expect(await statusOf(confirm(it, winId, {}, actor))).toBe(403)
  await confirm(it, winId, { reachedOn: '2026-06-12' })
  expect((await resultsOf(it)).others[0]).toMatchObject({
    statement: 'Hardly any overtime!',
    confirmed: { by: 'Priya Raman', on: '2026-06-17', measured: 2, reachedOn: '2026-06-12' },
  })
})

test('marketing is alerted by the first win alone; the lead reads of the others in the daily email', async () => {
  const it = await setUp()
  const winId = await add(it)
  await confirm(it, winId)
  expect(await noticesOf(it)).toMatchObject([
    {
      kind: 'further-win-confirmed',
      toAddress: 'sam.ortiz@brightline.example',
      daily: true,
      facts: { by: 'Priya Raman', statement: 'Hardly any overtime!', value: '2 hours' },
    },
  ])
  expect(await planOf(it)).toMatchObject({ state: 'rough', termsVersion: 1, winVersion: 1 })
  await runCommand(it.parts, reopenFurtherWin, { ...as(it, it.champion), input: { winId } })
  expect(await noticesOf(it)).toMatchObject([
    { state: 'unwanted' },
    {
      kind: 'further-win-reopened',
      toAddress: 'sam.ortiz@brightline.example',
      daily: true,
      state: 'waiting',
      facts: { by: 'Priya Raman', statement: 'Hardly any overtime!' },
    },
  ])
  expect((await resultsOf(it)).others[0]?.confirmed).toBeNull()
  expect((await eventsOf(it)).map(({ event }) => event)).toEqual([
    'further win added',
    'further win confirmed',
    'further win reopened',
  ])
})

test('a confirmation that is taken back leaves the email about another win', async () => {
  const it = await setUp()
  const [winId, other] = [await add(it), await add(it, { statement: 'Fewer errors.' })]
  await confirm(it, winId)
  await confirm(it, other, { statement: 'Few errors!' })
  await runCommand(it.parts, reopenFurtherWin, { ...as(it, it.champion), input: { winId } })
  const told = (await noticesOf(it))
    .filter(({ kind }) => kind === 'further-win-confirmed')
    .map(({ facts, state }) => [Object(facts).statement, state])
    .sort()
  expect(told).toEqual([
    ['Few errors!', 'waiting'],
    ['Hardly any overtime!', 'unwanted'],
  ])
})

test('a win that is taken back is again as it was defined, and what was said stays in the activity', async () => {
  const it = await setUp()
  const winId = await add(it)
  await confirm(it, winId)
  await runCommand(it.parts, reopenFurtherWin, { ...as(it, it.champion), input: { winId } })
  expect((await resultsOf(it)).others).toMatchObject([{ statement: 'No overtime!', confirmed: null }])
  expect((await eventsOf(it)).at(-1)).toMatchObject({
    event: 'further win reopened',
    changes: { statement: { before: 'Hardly any overtime!', after: 'No overtime!' } },
  })
  await confirm(it, winId, { statement: 'None at all!' })
  expect((await resultsOf(it)).others).toMatchObject([{ statement: 'None at all!' }])
})

test('once values were recorded of it, only who may remove such a value removes it', async () => {
  const it = await setUp()
  const winId = await add(it)
  await measure(it, { measuredValue: '9', winId })
  const remove = (actor: PersonActor) => runCommand(it.parts, removeFurtherWin, { ...as(it, actor), input: { winId } })
  for (const actor of [it.lead, it.teammate, it.contributor]) expect(await statusOf(remove(actor))).toBe(409)
  expect((await resultsOf(it)).others).toMatchObject([{ measurements: [{ measured: 9 }] }])
  const offered = async (actor: PersonActor, standing: Standing) =>
    (await getResults(it.parts, { actor, standings: new Set([standing]) }, it.planId)).mayOfOthers.removeMeasured
  const readers = [offered(it.lead, 'member'), offered(it.contributor, 'contributor'), offered(it.champion, 'champion')]
  expect(await Promise.all(readers)).toEqual([false, false, true])
  await remove(it.champion)
  expect((await resultsOf(it)).others).toEqual([])
})

test('it can follow the first win; confirmed, it is neither measured, confirmed again nor removed, nor is a value of it', async () => {
  const it = await setUp()
  await runCommand(it.parts, confirmFirstWin, {
    ...as(it, it.champion),
    input: { winVersion: 1, measuredValue: '1' },
  })
  const winId = await add(it)
  await measure(it, { measuredValue: '9', winId })
  await measure(it, { measuredValue: '8', winId })
  await confirm(it, winId)
  expect(await statusOf(measure(it, { measuredValue: '1', winId }))).toBe(409)
  expect(await statusOf(confirm(it, winId))).toBe(409)
  const [value] = (await resultsOf(it)).others[0]?.measurements ?? []
  const removeValue = () =>
    runCommand(it.parts, removeMeasurement, { ...as(it, it.champion), input: { measurementId: value?.id } })
  expect(await statusOf(removeValue())).toBe(409)
  expect((await resultsOf(it)).others[0]?.measurements).toHaveLength(2)
  const remove = (actor: PersonActor) => runCommand(it.parts, removeFurtherWin, { ...as(it, actor), input: { winId } })
  expect(await statusOf(remove(it.champion))).toBe(409)
  await runCommand(it.parts, reopenFurtherWin, { ...as(it, it.champion), input: { winId } })
  await removeValue()

  await remove(it.champion)
  expect((await resultsOf(it)).others).toEqual([])
})

test('what is wrong is said beside its field, and nothing is kept of it', async () => {
  const it = await setUp()
  expect(
    (await refusalOf(add(it, { statement: ' ', unit: '', baseline: 'many', target: '' }))).faults.map(
      ({ field }) => field,
    ),
  ).toEqual(['statement', 'unit', 'baseline', 'target'])
  expect(await refusalOf(add(it, { target: '20' }))).toMatchObject({ faults: [{ field: 'target' }] })
  const winId = await add(it)
  expect(await refusalOf(confirm(it, winId, { measuredValue: 'two' }))).toMatchObject({
    faults: [{ field: 'measuredValue' }],
  })
  expect(await refusalOf(confirm(it, winId, { measuredValue: '30' }))).toMatchObject({
    faults: [{ field: 'confirmWorse' }],
  })
  expect(await refusalOf(confirm(it, winId, { reachedOn: '2026-06-18' }))).toMatchObject({
    faults: [{ field: 'reachedOn' }],
  })
  expect(await statusOf(confirm(it, newId()))).toBe(404)
  expect(await statusOf(measure(it, { measuredValue: '1', winId: newId() }))).toBe(404)
  expect((await resultsOf(it)).others).toMatchObject([{ confirmed: null, measurements: [] }])
})
