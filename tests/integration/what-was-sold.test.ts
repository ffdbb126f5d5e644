import { expect, test } from 'vitest'
import { inWorkspace } from '#db/workspace.ts'
import { newId } from '#app/kit/ids.ts'
import { bounds } from '#app/kit/limits.ts'
import { capabilityCommands } from '#app/handoff/capability-commands.server.ts'
import { getCapabilityPage, getSold } from '#app/handoff/sold/sold-queries.server.ts'
import { collectDaily } from '#app/daily/collect-daily.server.ts'
import { completeTask } from '#app/plan/task/complete-task.server.ts'
import { removeTask } from '#app/plan/task/remove-task.server.ts'
import { editTask } from '#app/plan/task/edit-task.server.ts'
import type { Actor, Standing } from '#app/policy/policy.ts'
import { runCommand } from '#app/runner/run-command.server.ts'
import { undo } from '#tests/factories/adjusting.ts'
import { type Setting, eventsOf, planOf, refusalOf, setUp, statusOf } from '#tests/factories/plan-setting.ts'

const ledger = { need: 'One ledger for all plants.', why: 'Five systems are reconciled by hand.' }

type Name = keyof typeof capabilityCommands
const give = (it: Setting, name: Name, input: object, actor: Actor = it.lead, seen = {}) =>
  // Each command parses its own input.
  runCommand(it.parts, capabilityCommands[name] as (typeof capabilityCommands)['add-capability'], {
    ...{ actor, scopeId: it.planId, idempotencyKey: newId(), input, seen },
  })
const add = async (it: Setting, input: object = {}, actor: Actor = it.lead) =>
  (await give(it, 'add-capability', { ...ledger, ...input }, actor)).result.capabilityId
const promise = (it: Setting, capabilityId: string, input: object = {}) =>
  give(it, 'promise-capability', { capabilityId, promisedBy: it.lead.id, ...input })
const checkOff = async (it: Setting, ...keys: string[]) => {
  for (const key of keys)
    await runCommand(it.parts, completeTask, {
      ...{ actor: it.champion, scopeId: it.planId, input: { taskId: it.taskIds[key] } },
    })
}

const readers = {
  lead: (it: Setting) => ({ actor: it.lead, standings: new Set<Standing>(['member', 'lead']) }),
  champion: (it: Setting) => ({ actor: it.champion, standings: new Set<Standing>(['champion']) }),
}
const soldOf = (it: Setting, reader: keyof typeof readers = 'lead') => getSold(it.parts, readers[reader](it), it.planId)
const mismatchesOf = async (it: Setting) => (await soldOf(it)).capabilities.map(({ mismatches }) => mismatches)

test('a capability goes from the need to the acceptance, and each side reads where it stands', async () => {
  const it = await setUp()
  const capabilityId = await add(it, { askerId: it.viewer.id }, it.champion)
  expect(await mismatchesOf(it)).toEqual([['not promised']])
  await promise(it, capabilityId)
  expect(await mismatchesOf(it)).toEqual([['not in the contract']])
  await promise(it, capabilityId, { inContract: 'yes', quantity: '250 users', edition: 'Enterprise' })
  expect(await mismatchesOf(it)).toEqual([['on no task']])
  const contract = { inContract: 'yes', quantity: '250 users', edition: 'Enterprise' }
  await promise(it, capabilityId, { ...contract, tasks: [it.taskIds['build']] })
  expect(await mismatchesOf(it)).toEqual([[]])
  await give(it, 'deliver-capability', { capabilityId, deliveredOn: '2026-06-10' }, it.teammate)
  expect(await mismatchesOf(it)).toEqual([['not accepted']])
  await give(it, 'accept-capability', { capabilityId }, it.champion)
  expect((await soldOf(it, 'champion')).capabilities).toMatchObject([
    {
      ...ledger,
      askedBy: 'Eva Holm',
      promisedBy: 'Sam Ortiz',
      inContract: true,
      tasks: [{ title: 'Build the connection', isDone: false }],
      deliveredOn: '2026-06-10',
      accepted: { by: 'Priya Raman' },
      mismatches: [],
    },
  ])
  expect((await eventsOf(it)).map(({ event }) => event)).toEqual([
    'capability added',
    ...['capability promised', 'capability promised', 'capability planned'],
    'capability delivered',
    'capability accepted',
  ])
})

test('the sides have their own say: the vendor promises and delivers, the customer accepts', async () => {
  const it = await setUp()
  const capabilityId = await add(it)
  for (const name of ['promise-capability', 'deliver-capability'] as const)
    expect(await statusOf(give(it, name, { capabilityId }, it.champion)), name).toBe(403)
  expect(await statusOf(give(it, 'accept-capability', { capabilityId }, it.champion))).toBe(409)
  await give(it, 'deliver-capability', { capabilityId })
  for (const actor of [it.lead, it.viewer])
    expect(await statusOf(give(it, 'accept-capability', { capabilityId }, actor))).toBe(403)
  expect(await statusOf(add(it, {}, it.viewer))).toBe(403)
  await give(it, 'accept-capability', { capabilityId }, it.contributor)
  expect(await statusOf(give(it, 'withdraw-delivery', { capabilityId }))).toBe(409)
  await give(it, 'withdraw-acceptance', { capabilityId }, it.champion)
  await give(it, 'withdraw-delivery', { capabilityId })
  expect((await soldOf(it)).capabilities).toMatchObject([{ deliveredOn: null, accepted: null }])
})

test('Purchase is not completed while something promised is neither in the contract nor left out for a reason', async () => {
  const it = await setUp()
  const [first, second] = [await add(it), await add(it, { need: 'Offline mode' })]
  await promise(it, first)
  await promise(it, second)
  await checkOff(it, 'scope', 'legal')
  const refused = await refusalOf(checkOff(it, 'sign'))
  expect(refused).toMatchObject({ status: 422 })
  expect(refused.message).toMatch(
    /^Purchase can’t be completed yet\. “.*” and 1 more were promised but are not in the contract/,
  )
  expect(await planOf(it)).toMatchObject({ state: 'rough' })

  await promise(it, first, { inContract: 'yes' })
  const reason = 'It comes with next year’s edition.'
  for (const actor of [it.teammate, it.champion])
    expect(await statusOf(give(it, 'leave-out-capability', { capabilityId: second, reason }, actor))).toBe(403)
  expect(await statusOf(give(it, 'leave-out-capability', { capabilityId: first, reason }))).toBe(409)
  expect(await refusalOf(give(it, 'leave-out-capability', { capabilityId: second, reason: ' ' }))).toMatchObject({
    faults: [{ field: 'reason' }],
  })
  await give(it, 'leave-out-capability', { capabilityId: second, reason })
  await checkOff(it, 'sign')
  expect(await planOf(it)).toMatchObject({ state: 'under way' })
  const secondOf = async (reader: keyof typeof readers) =>
    (await soldOf(it, reader)).capabilities.find(({ id }) => id === second)
  expect(await secondOf('champion')).toMatchObject({ leftOut: { reason, by: 'Sam Ortiz' } })
  expect((await eventsOf(it)).find(({ event }) => event === 'capability left out')).toMatchObject({
    subject: 'Offline mode',
    visibleTo: null,
    changes: { reason: { before: null, after: reason } },
  })
  // What is in the contract after all was not left out.
  await promise(it, second, { inContract: 'yes' })
  expect(await secondOf('lead')).toMatchObject({ inContract: true, leftOut: null })
})

test('internal notes and private tasks stay with their side', async () => {
  const it = await setUp()
  const capabilityId = await add(it)
  const { taskIds, milestoneIds } = it
  await runCommand(it.parts, editTask, {
    ...{ actor: it.lead, scopeId: it.planId },
    input: {
      ...{ taskId: taskIds['build'], title: 'Ask the partner', side: 'vendor', durationDays: '15' },
      ...{ milestoneId: milestoneIds[2], owner: 'else', ownerName: 'Deal desk', private: 'yes' },
    },
  })
  await promise(it, capabilityId, { tasks: [taskIds['build']], internalNote: 'The partner builds it.' })
  const mine = await soldOf(it)
  expect(mine.capabilities).toMatchObject([
    { internalNote: 'The partner builds it.', tasks: [{ title: 'Ask the partner' }] },
  ])
  expect(JSON.stringify(await soldOf(it, 'champion'))).not.toContain('partner')
  const page = await getCapabilityPage(it.parts, readers.champion(it), it.planId, capabilityId)
  expect(JSON.stringify(page)).not.toContain('partner')
  expect(page.promise).toBeNull()
  const told = (await eventsOf(it)).filter(({ event }) => /capability (planned|noted)/.test(event))
  expect(told.map(({ visibleTo }) => visibleTo)).toEqual(['vendor', 'vendor'])
})

test('a deleted task delivers nothing, and again once that is undone; other fields can be saved meanwhile', async () => {
  const it = await setUp()
  const capabilityId = await add(it)
  await promise(it, capabilityId, { inContract: 'yes', tasks: [it.taskIds['build'], it.taskIds['train']] })
  const removed = await runCommand(it.parts, removeTask, {
    ...{ actor: it.lead, scopeId: it.planId, input: { taskId: it.taskIds['build'] } },
  })
  expect((await soldOf(it)).capabilities[0]?.tasks.map(({ title }) => title)).toEqual(['Train the team'])
  const seen = { tasks: [it.taskIds['train']] }
  await give(
    it,
    'promise-capability',
    { capabilityId, promisedBy: it.lead.id, inContract: 'yes', tasks: [it.taskIds['close']] },
    it.lead,
    seen,
  )
  await undo(it, removed.events[0]?.number ?? null)
  expect((await soldOf(it)).capabilities[0]?.tasks.map(({ title }) => title).sort()).toEqual([
    'Build the connection',
    'Close the first month',
  ])
})

test('two people change one capability: each keeps what the other did not touch, and one field is asked about', async () => {
  const it = await setUp()
  const capabilityId = await add(it)
  const seen = { ...ledger, askerId: '' }
  const edit = (input: object) =>
    give(it, 'edit-capability', { capabilityId, ...ledger, askerId: '', ...input }, it.champion, seen)
  await edit({ need: 'One ledger.' })
  await edit({ why: 'The audit asks for it.' })
  expect((await soldOf(it)).capabilities).toMatchObject([{ need: 'One ledger.', why: 'The audit asks for it.' }])
  expect(await statusOf(edit({ need: 'Two ledgers.' }))).toBe(409)
})

test('a removed capability can be restored for a day; what is in the contract is not removed', async () => {
  const it = await setUp()
  const capabilityId = await add(it)
  await promise(it, capabilityId, { inContract: 'yes' })
  expect(await statusOf(give(it, 'remove-capability', { capabilityId }))).toBe(409)
  await promise(it, capabilityId)
  await give(it, 'remove-capability', { capabilityId }, it.champion)
  expect(await soldOf(it)).toMatchObject({ capabilities: [], removed: [{ need: ledger.need }] })
  expect(await statusOf(promise(it, capabilityId))).toBe(404)
  await give(it, 'restore-capability', { capabilityId })
  expect((await soldOf(it)).capabilities).toMatchObject([{ promisedBy: 'Sam Ortiz' }])
  await give(it, 'remove-capability', { capabilityId })
  it.parts.clock.set('2026-06-20T09:00:00Z')
  expect(await soldOf(it)).toMatchObject({ capabilities: [], removed: [] })
})

test('service days and a budget are noted by the vendor and read by both', async () => {
  const it = await setUp()
  const set = (input: object, actor: Actor = it.lead) => give(it, 'set-service', input, actor)
  await set({ unit: 'days', paid: '20', planned: '18', used: '0' })
  await set({ unit: 'EUR', paid: '12000', planned: '12000', used: '1500.5' })
  await set({ unit: 'days', paid: '20', planned: '18', used: '6.5' })
  expect((await soldOf(it, 'champion')).services).toEqual([
    { unit: 'days', paid: 20, planned: 18, used: 6.5 },
    { unit: 'EUR', paid: 12_000, planned: 12_000, used: 1500.5 },
  ])
  expect(await statusOf(set({ unit: 'days', paid: '1', planned: '1', used: '1' }, it.champion))).toBe(403)
  expect(
    (await refusalOf(set({ unit: 'weeks', paid: '-1', planned: 'many', used: '' }))).faults.map(({ field }) => field),
  ).toEqual(['unit', 'paid', 'planned', 'used'])
})

test('what is wrong is said beside its field, and nothing is kept of it', async () => {
  const it = await setUp()
  expect(await refusalOf(add(it, { need: ' ' }))).toMatchObject({ faults: [{ field: 'need' }] })
  expect(await refusalOf(add(it, { askerId: newId() }))).toMatchObject({ faults: [{ field: 'askerId' }] })
  expect(await refusalOf(add(it, { askerId: 'else' }))).toMatchObject({ faults: [{ field: 'askerName' }] })
  expect((await soldOf(it)).capabilities).toEqual([])
  const capabilityId = await add(it)
  expect(await refusalOf(promise(it, capabilityId, { promisedBy: it.champion.id }))).toMatchObject({
    faults: [{ field: 'promisedBy' }],
  })
  expect(await refusalOf(promise(it, capabilityId, { tasks: [newId()] }))).toMatchObject({
    faults: [{ field: 'tasks' }],
  })
  expect(await refusalOf(give(it, 'deliver-capability', { capabilityId, deliveredOn: '2027-01-01' }))).toMatchObject({
    faults: [{ field: 'deliveredOn' }],
  })
  expect(await statusOf(promise(it, newId()))).toBe(404)
  expect(await mismatchesOf(it)).toEqual([['not promised']])
})

test('a plan has a bounded number of capabilities', async () => {
  const it = await setUp()
  const { workspaceId, planId, parts } = it
  const row = { workspaceId, planId, inContract: false, taskIds: [], createdAt: parts.clock.now() }
  const rows = Array.from({ length: bounds.capabilities }, (_, n) => ({ ...row, id: newId(), need: `Need ${n}` }))
  await inWorkspace(parts.db, workspaceId, (trx) => trx.insertInto('capability').values(rows).execute())
  expect(await refusalOf(add(it))).toMatchObject({ faults: [{ field: 'need' }] })
})

test('the champion hears with the day’s email what was delivered while it is to accept, and the lead what was accepted', async () => {
  const it = await setUp()
  const [first, second] = [await add(it), await add(it, { need: 'Offline mode' })]
  const collected = async (person: Actor) => {
    await collectDaily(it.parts, it.workspaceId)
    return inWorkspace(it.parts.db, it.workspaceId, async (trx) => {
      const daily = trx.selectFrom('notice').select(['memberId', 'participantId', 'facts']).where('kind', '=', 'daily')
      const own = (await daily.execute()).filter((one) => (one.memberId ?? one.participantId) === person.id)
      return JSON.stringify(own.map(({ facts }) => facts))
    })
  }
  it.parts.clock.set('2026-06-17T10:00:00Z')
  for (const capabilityId of [first, second]) await give(it, 'deliver-capability', { capabilityId })
  await give(it, 'withdraw-delivery', { capabilityId: second })
  it.parts.clock.set('2026-06-18T06:05:00Z')
  const told = await collected(it.champion)
  expect(told).toContain(`delivered “${ledger.need}” and asks you to accept it`)
  expect(told, 'it is not delivered any longer').not.toContain('Offline mode')
  await give(it, 'accept-capability', { capabilityId: first }, it.champion)
  it.parts.clock.set('2026-06-19T06:05:00Z')
  expect(await collected(it.lead)).toContain(`${it.champion.name} accepted “${ledger.need}”`)
})
