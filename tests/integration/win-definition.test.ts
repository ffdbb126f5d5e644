import { expect, test } from 'vitest'
import { newId } from '#app/kit/ids.ts'
import { restoreAgreed } from '#app/plan/agreement/restore-agreed.server.ts'
import { editTerms } from '#app/plan/terms/edit-terms.server.ts'
import type { Actor, Standing } from '#app/policy/policy.ts'
import { runCommand } from '#app/runner/run-command.server.ts'
import { lookAtWin } from '#app/value/win/look-at-win.server.ts'
import { planMeasuring } from '#app/value/win/plan-measuring.server.ts'
import { recordMeasurement } from '#app/value/win/record-measurement.server.ts'
import { getResults } from '#app/value/win/results-queries.server.ts'
import { inWorkspace } from '#db/workspace.ts'
import { undo } from '#tests/factories/adjusting.ts'
import { agreed, view } from '#tests/factories/agreeing.ts'
import { makeMember } from '#tests/factories/workspace.ts'
import { type Setting, eventsOf, planOf, refusalOf, setUp, statusOf } from '#tests/factories/plan-setting.ts'

const edit = (it: Setting, input: object) =>
  runCommand(it.parts, editTerms, { actor: it.lead, scopeId: it.planId, input, idempotencyKey: newId() })
const measure = (it: Setting) =>
  runCommand(it.parts, recordMeasurement, {
    ...{ actor: it.champion, scopeId: it.planId, idempotencyKey: newId() },
    input: { measuredValue: '12' },
  })
const resultsOf = (it: Setting, standings: Standing[] = ['member', 'lead']) =>
  getResults(it.parts, { actor: it.lead, standings: new Set(standings) }, it.planId)

test('a unit that is changed after the baseline is asked about, unless both figures are new or said to hold', async () => {
  const it = await setUp()
  for (const input of [{ unit: 'hours' }, { unit: 'hours', baseline: '240' }])
    expect(await refusalOf(edit(it, input))).toMatchObject({ status: 422, faults: [{ field: 'unitHolds' }] })
  expect(await planOf(it)).toMatchObject({ winUnit: 'days', termsVersion: 1 })
  expect(await eventsOf(it)).toEqual([])
  await edit(it, { unit: 'working days', unitHolds: 'yes' })
  await edit(it, { unit: 'hours', baseline: '240', target: '8' })
  expect(await planOf(it)).toMatchObject({ winUnit: 'hours', winBaseline: '240', winTarget: '8' })
})

test('once a value was measured its unit stays', async () => {
  const it = await setUp()
  await measure(it)
  expect(await refusalOf(edit(it, { unit: 'hours', baseline: '240', target: '8', unitHolds: 'yes' }))).toMatchObject({
    status: 422,
    faults: [{ field: 'unit' }],
  })
  expect(await planOf(it)).toMatchObject({ winUnit: 'days', termsVersion: 1 })
  await edit(it, { target: '2' })
})

test('neither undo nor a return to what was agreed gives measured values another unit', async () => {
  const it = await agreed()
  const { events } = await edit(it, { unit: 'hours', baseline: '240', target: '8' })
  await measure(it)
  const stays = { status: 409, message: expect.stringContaining('already measured in “hours”') as string }
  expect(await refusalOf(undo(it, events[0]?.number ?? null, { actor: it.lead }))).toMatchObject(stays)
  const changed = (await view(it, it.lead)).changedSinceAgreed.find(({ part }) => part === 'unit')
  if (changed?.back?.by !== 'restore-agreed') throw new Error('the unit offers no way back')
  const back = { part: 'unit', now: changed.back.now }
  expect(
    await refusalOf(runCommand(it.parts, restoreAgreed, { actor: it.lead, scopeId: it.planId, input: back })),
  ).toMatchObject(stays)
  expect(await planOf(it)).toMatchObject({ winUnit: 'hours', winBaseline: '240' })
})

test('what looks wrong with a win is said to those who can change it, and stops no one', async () => {
  const it = await setUp()
  await edit(it, { winBy: '2027-01-29', unit: 'better', unitHolds: 'yes' })
  expect((await resultsOf(it)).doubts).toEqual(expect.arrayContaining(['too late', 'unmeasurable']))
  expect((await resultsOf(it, ['viewer'])).doubts).toEqual([])
})

test('the tasks that a win depends on are named, to each side without the private ones of the other', async () => {
  const it = await setUp()
  const { tasks } = await resultsOf(it)
  await inWorkspace(it.parts.db, it.workspaceId, async (trx) => {
    const { id: milestoneId } = await trx
      .selectFrom('milestone')
      .select('id')
      .where('stage', '=', 'Value')
      .executeTakeFirstOrThrow()
    for (const [title, privateTo] of [
      ['Measure the month', null],
      ['Check internally', 'customer'],
    ] as const)
      await trx
        .insertInto('task')
        .values({
          ...{ workspaceId: it.workspaceId, planId: it.planId, id: newId(), milestoneId, title, privateTo },
          ...{ side: 'customer', durationDays: 2, position: 90, createdAt: it.parts.clock.now() },
        })
        .execute()
  })
  expect((await resultsOf(it)).tasks.map(({ title }) => title)).toEqual([
    ...tasks.map(({ title }) => title),
    'Measure the month',
  ])
  expect((await resultsOf(it, ['champion'])).tasks.map(({ title }) => title)).toContain('Check internally')
})

test('how it is measured is said apart from what is agreed; a field that someone else changed is asked about', async () => {
  const it = await setUp()
  const plan = (input: object, actor: Actor = it.champion, seen?: Record<string, unknown>) =>
    runCommand(it.parts, planMeasuring, { actor, scopeId: it.planId, input, seen, idempotencyKey: newId() })
  const said = { baselineHow: 'Average of three months.', measuredBy: 'Jonas Berg', measureOn: '2026-10-01' }
  await plan(said)
  expect((await resultsOf(it)).measuring).toMatchObject(said)
  expect(await planOf(it)).toMatchObject({ termsVersion: 1, winVersion: 1 })
  const stale = { baselineHow: '', measuredBy: '', measureOn: '' }
  expect(await refusalOf(plan({ ...said, measuredBy: 'Eva Holm' }, it.lead, stale))).toMatchObject({ status: 409 })
  expect(await refusalOf(plan({ ...said, measureOn: '2026-06-16' }))).toMatchObject({
    faults: [{ field: 'measureOn' }],
  })
  expect(await statusOf(plan(said, it.viewer))).toBe(403)
})

test('services look at a first win before the customer agrees; what changes after is looked at again', async () => {
  const it = await setUp()
  const services = await makeMember(it.parts.db, it.workspaceId, { name: 'Uma Stein', roles: ['services'] })
  const look = (actor: Actor, winVersion: string) =>
    runCommand(it.parts, lookAtWin, { actor, scopeId: it.planId, input: { winVersion }, idempotencyKey: newId() })
  expect(await resultsOf(it)).toMatchObject({ mayLook: false, measuring: { looked: null } })
  expect(await resultsOf(it, ['champion'])).toMatchObject({ mayLook: null })
  for (const actor of [it.lead, it.champion]) expect(await statusOf(look(actor, '1'))).toBe(403)
  await look(services, '1')
  expect((await resultsOf(it)).measuring.looked).toEqual({ by: 'Uma Stein', on: '2026-06-17' })
  expect((await resultsOf(it, ['champion'])).measuring.looked).toBeNull()
  await edit(it, { target: '2' })
  expect((await resultsOf(it)).measuring.looked).toBeNull()
  expect(await statusOf(look(services, '1'))).toBe(409)
  expect((await eventsOf(it)).find(({ event }) => event === 'first win looked at')?.visibleTo).toBe('vendor')
})
