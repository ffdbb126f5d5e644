import { expect, test } from 'vitest'
import { newId } from '#app/kit/ids.ts'
import type { Actor } from '#app/policy/policy.ts'
import { Refusal } from '#app/runner/refusal.ts'
import { runCommand } from '#app/runner/run-command.server.ts'
import { confirmSituation } from '#app/value/situation/confirm-situation.server.ts'
import { saveSituation } from '#app/value/situation/save-situation.server.ts'
import { shareSituation } from '#app/value/situation/share-situation.server.ts'
import { inWorkspace } from '#db/workspace.ts'
import { testParts } from '#tests/factories/parts.ts'
import { makePlan } from '#tests/factories/workspace.ts'
import { testDatabase } from '#tests/harness/database.ts'

const hours = { amount: 320, unit: 'hours', source: 'time sheets' }
const euros = { amount: 30_000.5, unit: 'EUR', source: 'Finance report Q2' }
const words = { jobTitle: 'CFO', issue: 'The books close a month late', difference: '29 days a month' }

async function begin() {
  const { db, appUrl } = await testDatabase()
  const parts = await testParts(db, appUrl)
  const plan = await makePlan(db)
  const order = (actor: Actor, input: object, seen: object = {}) => ({
    actor,
    scopeId: plan.planId,
    input,
    idempotencyKey: newId(),
    seen: { ...seen },
  })
  const save = (input: object, seen: object = {}, actor: Actor = plan.lead) =>
    runCommand(parts, saveSituation, order(actor, { ...words, ...input }, seen))
  const add = async (figures: unknown = [hours]) =>
    (await save({ personId: plan.contributor.id, figures })).result.situationId
  const stored = async (id: string) =>
    inWorkspace(db, plan.workspaceId, (trx) =>
      trx
        .selectFrom('situation')
        .select(['figures', 'state', 'difference'])
        .where('id', '=', id)
        .executeTakeFirstOrThrow(),
    )
  return { db, parts, plan, order, save, add, stored }
}

const refusedWith = async (work: Promise<unknown>) => {
  const error: unknown = await work.catch((thrown: unknown) => thrown)
  if (!(error instanceof Refusal)) throw new Error('It was not refused.')
  return error
}

test('a figure is kept with its unit and source, as JSON or as people type numbers', async () => {
  const { add, stored } = await begin()
  expect((await stored(await add([hours, { ...euros, amount: '30.000,5' }]))).figures).toEqual([hours, euros])
})

test('a bad number, nothing, less than nothing, an unknown unit, no source and a sixth figure are refused, nothing half done', async () => {
  const { db, plan, add } = await begin()
  const faults = async (...figures: object[]) => (await refusedWith(add(figures))).faults
  const at = (row: object) => ({ ...hours, field: 'figures.0', ...row })
  expect(await faults(at({ amount: 'many' }))).toMatchObject([{ field: 'figures.0.amount' }])
  expect(await faults(at({ amount: '' }))).toMatchObject([{ field: 'figures.0.amount' }])
  expect(await faults(at({ amount: '0' }))).toMatchObject([{ field: 'figures.0.amount', message: /above zero/ }])
  expect(await faults(at({ amount: '-5' }))).toMatchObject([{ field: 'figures.0.amount', message: /above zero/ }])
  expect(await faults(at({ amount: '1,250' }))).toMatchObject([{ field: 'figures.0.amount', message: /two ways/ }])
  expect(await faults(at({ amount: '1e99' }))).toMatchObject([{ field: 'figures.0.amount' }])
  expect(await faults(at({ unit: 'DOGE' }))).toMatchObject([{ field: 'figures.0.unit' }])
  expect(await faults(at({ source: ' ' }), { ...at({ source: '', amount: 'x' }), field: 'figures.3' })).toMatchObject([
    { field: 'figures.0.source', message: /where this figure comes from/ },
    { field: 'figures.3.amount' },
    { field: 'figures.3.source' },
  ])
  expect(await faults(hours, hours, hours, hours, hours, hours)).toMatchObject([{ field: 'figures' }])
  expect((await refusedWith(add('[[['))).status).toBe(422)
  const left = await inWorkspace(db, plan.workspaceId, (trx) => trx.selectFrom('situation').select('id').execute())
  expect(left).toEqual([])
})

test('two who change figures and words at once both win; on the figures the second is asked, with both lists', async () => {
  const { plan, save, add, stored } = await begin()
  const situationId = await add()
  const seen = { ...words, figures: JSON.stringify([hours]) }
  await save({ situationId, figures: [hours, euros] }, seen)
  await save({ situationId, difference: '28 days', figures: [hours] }, seen, plan.teammate)
  expect(await stored(situationId)).toMatchObject({ figures: [hours, euros], difference: '28 days' })
  const refused = await refusedWith(save({ situationId, figures: [euros] }, seen, plan.teammate))
  expect(refused.conflicts).toMatchObject([
    { field: 'figures', label: 'In figures', yours: JSON.stringify([euros]), by: 'Sam Ortiz' },
  ])
  expect(refused.conflicts[0]?.theirs).toContain('Finance report Q2')
})

test('the same figures in another order, and a form that knows no figures, change nothing', async () => {
  const { save, add, stored } = await begin()
  const situationId = await add([hours, euros])
  const seen = { ...words, figures: JSON.stringify([hours, euros]) }
  expect((await save({ situationId, figures: [euros, hours] }, seen)).events).toEqual([])
  await save({ situationId, difference: '28 days' }, words)
  expect(await stored(situationId)).toMatchObject({ figures: [hours, euros], difference: '28 days' })
})

test('a person confirms the figures that they read: others are shown beside them', async () => {
  const { parts, plan, order, save, add, stored } = await begin()
  const situationId = await add()
  const share = () => runCommand(parts, shareSituation, order(plan.lead, { situationId }))
  await share()
  const read = { ...words, figures: JSON.stringify([hours]) }
  await save({ situationId, figures: [{ ...hours, amount: 640 }] }, read)
  await share()
  const confirm = (sent: object, seen: object) =>
    runCommand(parts, confirmSituation, order(plan.contributor, { situationId, ...sent }, seen))
  const refused = await refusedWith(confirm(read, read))
  expect([refused.status, refused.conflicts.map(({ field }) => field)]).toEqual([409, ['figures']])
  // A page from before there were figures showed none: who confirms it does not stand by one.
  expect((await refusedWith(confirm(words, { ...words, figures: '[]' }))).conflicts).toMatchObject([{ yours: '[]' }])
  const now = { ...read, figures: JSON.stringify([{ ...hours, amount: 640 }]) }
  await confirm(now, now)
  expect(await stored(situationId)).toMatchObject({ state: 'confirmed', figures: [{ amount: 640 }] })
})

test('the activity keeps the figures before and after, for the vendor alone', async () => {
  const { db, plan, save, add } = await begin()
  const situationId = await add()
  await save({ situationId, figures: [euros] }, { ...words, figures: JSON.stringify([hours]) })
  const events = await inWorkspace(db, plan.workspaceId, (trx) =>
    trx.selectFrom('activity').select(['changes', 'visibleTo']).orderBy('number').execute(),
  )
  expect(events).toMatchObject([
    { visibleTo: 'vendor', changes: { figures: { before: [], after: [hours] } } },
    { visibleTo: 'vendor', changes: { figures: { before: [hours], after: [euros] } } },
  ])
})
