import { expect, test } from 'vitest'
import { inWorkspace } from '#db/workspace.ts'
import { newId } from '#app/kit/ids.ts'
import { agreePlan } from '#app/plan/agreement/agree-plan.server.ts'
import { editTerms } from '#app/plan/terms/edit-terms.server.ts'
import { undoChange } from '#app/plan/undo/undo-change.server.ts'
import { createPlan } from '#app/portfolio/new-plan/create-plan.server.ts'
import { runCommand } from '#app/runner/run-command.server.ts'
import { confirmFirstWin } from '#app/value/win/confirm-first-win.server.ts'
import { recordMeasurement } from '#app/value/win/record-measurement.server.ts'
import { getWinForForm, getWinForPlan } from '#app/value/win/win-queries.server.ts'
import { type Person, agree, view } from '#tests/factories/agreeing.ts'
import { type Setting, eventsOf, planOf, refusalOf, setUp } from '#tests/factories/plan-setting.ts'

/** What a plan may be created without. */
const open = {
  criticalReason: '',
  winStatement: '',
  winMeasure: '',
  winUnit: '',
  winBaseline: null,
  winTarget: null,
  winAnnouncedTo: '',
}

/** A plan with a champion, but without the reason for its date and without a first win. */
async function setUpOpen() {
  const it = await setUp()
  await inWorkspace(it.parts.db, it.workspaceId, (trx) =>
    trx.updateTable('plan').set(open).where('id', '=', it.planId).execute(),
  )
  return it
}

const reason = { criticalReason: 'The audit begins.' }
const win = {
  statement: 'We closed the books in one day.',
  measure: 'Time to close',
  unit: 'days',
  baseline: '30',
  target: '1',
  announcedTo: 'the board',
}
const edit = (it: Setting, actor: Person, input: object) =>
  runCommand(it.parts, editTerms, { actor, scopeId: it.planId, input })

test('a plan needs four fields; its first win is planned after what comes behind go-live', async () => {
  const { parts, lead, workspaceId } = await setUp()
  const four = { account: 'Open Foods', project: 'Close', template: 'data-platform', criticalDate: '2026-10-30' }
  const { result: planId } = await runCommand(parts, createPlan, {
    actor: lead,
    scopeId: workspaceId,
    input: { ...four, criticalReason: '', statement: ' ', baseline: '', winBy: '' },
    idempotencyKey: newId(),
  })
  const plan = await inWorkspace(parts.db, workspaceId, (trx) =>
    trx.selectFrom('plan').selectAll().where('id', '=', planId).executeTakeFirstOrThrow(),
  )
  expect(plan).toMatchObject({ ...open, state: 'rough' })
  expect(plan.winBy > '2026-11-15' && plan.winBy < '2027-02-01').toBe(true)
})

test('until both are said the page asks for them, and no one can agree, measure or confirm', async () => {
  const it = await setUpOpen()
  const page = await view(it, it.champion)
  expect(page.criticalReason).toBeNull()
  expect(page.firstWin).toEqual({
    statement: null,
    winBy: '2026-10-30',
    confirmers: [it.champion.name],
    open: ['statement', 'measure', 'unit', 'baseline', 'target', 'announcedTo'],
  })
  const termsVersion = page.termsVersion
  for (const actor of [it.lead, it.champion]) {
    const order = { actor, scopeId: it.planId, input: { termsVersion } }
    expect(await refusalOf(runCommand(it.parts, agreePlan, order))).toMatchObject({
      status: 409,
      message: 'Before anyone can agree, say why this date matters and define the first win.',
    })
  }
  const asChampion = { actor: it.champion, scopeId: it.planId }
  const notDefined = { status: 409, message: 'The first win is not defined yet. Define it on the plan first.' }
  const confirm = { ...asChampion, input: { winVersion: 1, measuredValue: '1', statement: 'We did it.' } }
  expect(await refusalOf(runCommand(it.parts, confirmFirstWin, confirm))).toMatchObject(notDefined)
  const measure = { ...asChampion, input: { measuredValue: '3' } }
  expect(await refusalOf(runCommand(it.parts, recordMeasurement, measure))).toMatchObject(notDefined)
  const viewer = { actor: it.champion, standings: new Set(['champion'] as const) }
  expect((await getWinForPlan(it.parts, viewer, it.planId)).mayConfirm).toBe(false)
  expect(await getWinForForm(it.parts, viewer, it.planId)).toMatchObject({ may: null, audience: null })
  expect((await eventsOf(it)).map(({ event }) => event)).not.toContain('plan agreed to')
})

test('said one by one by either side, they make a plan that can be agreed; then they can be changed, not taken away', async () => {
  const it = await setUpOpen()
  await edit(it, it.champion, reason)
  await edit(it, it.lead, { ...win, announcedTo: '' })
  expect((await view(it, it.lead)).firstWin).toMatchObject({ statement: win.statement, open: ['announcedTo'] })
  const { termsVersion } = await planOf(it)
  const early = { actor: it.lead, scopeId: it.planId, input: { termsVersion } }
  expect((await refusalOf(runCommand(it.parts, agreePlan, early))).message).toBe(
    'Before anyone can agree, define the first win.',
  )
  await edit(it, it.champion, { announcedTo: win.announcedTo })
  const last = (await eventsOf(it)).findLast(({ event }) => event === 'terms changed')
  await agree(it)
  expect(await planOf(it)).toMatchObject({ state: 'agreed', winTarget: '1', criticalReason: reason.criticalReason })

  expect(await refusalOf(edit(it, it.lead, { criticalReason: ' ', target: '', unit: '' }))).toMatchObject({
    status: 422,
    faults: [{ field: 'criticalReason' }, { field: 'unit' }, { field: 'target' }],
  })
  const undo = { actor: it.champion, scopeId: it.planId, input: { number: Number(last?.number) } }
  expect((await refusalOf(runCommand(it.parts, undoChange, undo))).message).toMatch(/^Both sides have agreed to this/)
  expect((await view(it, it.lead)).changedSinceAgreed).toEqual([])
})

test('before anyone agreed, what was said can be undone', async () => {
  const it = await setUpOpen()
  await edit(it, it.lead, { ...reason, ...win })
  const said = (await eventsOf(it)).findLast(({ event }) => event === 'terms changed')
  await runCommand(it.parts, undoChange, {
    actor: it.lead,
    scopeId: it.planId,
    input: { number: Number(said?.number) },
  })
  expect(await planOf(it)).toMatchObject(open)
})

test('the proposed day of an open win moves with the critical date; a chosen or defined one stays', async () => {
  const it = await setUpOpen()
  await edit(it, it.lead, { criticalDate: '2026-11-16', winBy: '2026-10-30' })
  expect(await planOf(it)).toMatchObject({ criticalDate: '2026-11-16', winBy: '2026-12-31' })
  await edit(it, it.lead, { criticalDate: '2026-11-18', winBy: '2026-12-01' })
  expect(await planOf(it)).toMatchObject({ criticalDate: '2026-11-18', winBy: '2026-12-01' })
  await edit(it, it.lead, { ...reason, ...win })
  expect((await refusalOf(edit(it, it.lead, { criticalDate: '2027-01-18' }))).faults).toMatchObject([
    { field: 'winBy' },
  ])
})

test('what a value was measured by can be changed, not undone', async () => {
  const it = await setUpOpen()
  await edit(it, it.lead, { ...reason, ...win })
  const said = (await eventsOf(it)).findLast(({ event }) => event === 'terms changed')
  const measure = { actor: it.champion, scopeId: it.planId, input: { measuredValue: '12' } }
  await runCommand(it.parts, recordMeasurement, measure)
  const undo = { actor: it.lead, scopeId: it.planId, input: { number: Number(said?.number) } }
  expect((await refusalOf(runCommand(it.parts, undoChange, undo))).message).toMatch(/^A value has been recorded/)
})
