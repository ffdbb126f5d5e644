import { expect, test } from 'vitest'
import { newId } from '#app/kit/ids.ts'
import { inviteParticipant } from '#app/access/participants/invite-participant.server.ts'
import { nameConfirmer } from '#app/access/participants/name-confirmer.server.ts'
import { removeParticipant } from '#app/access/participants/remove-participant.server.ts'
import { adjustPlan } from '#app/plan/what-if/adjust-plan.server.ts'
import { completeTask } from '#app/plan/task/complete-task.server.ts'
import { editTerms } from '#app/plan/terms/edit-terms.server.ts'
import { undoChange } from '#app/plan/undo/undo-change.server.ts'
import { getPlanView } from '#tests/factories/get-plan-view.ts'
import { giveConsent } from '#app/references/consent/give-consent.server.ts'
import { answerReference } from '#app/references/consent/answer-reference.server.ts'
import { getReferencesPage } from '#app/references/board/board-queries.server.ts'
import { getReferenceForForm } from '#app/references/consent/consent-queries.server.ts'
import { runCommand } from '#app/runner/run-command.server.ts'
import { confirmFirstWin } from '#app/value/win/confirm-first-win.server.ts'
import { correctFirstWin } from '#app/value/win/correct-first-win.server.ts'
import { recordMeasurement } from '#app/value/win/record-measurement.server.ts'
import { withdrawFirstWin } from '#app/value/win/withdraw-first-win.server.ts'
import { getWinForPlan } from '#app/value/win/win-queries.server.ts'
import { inWorkspace } from '#db/workspace.ts'
import { type Setting, eventsOf, planOf, refusalOf, setUp, statusOf } from '#tests/factories/plan-setting.ts'

const inDays = '2026-11-30'

const as = (it: Setting) => ({ actor: it.champion, scopeId: it.planId, idempotencyKey: newId() })
const confirm = (it: Setting, input: object = {}) =>
  runCommand(it.parts, confirmFirstWin, { ...as(it), input: { winVersion: 1, measuredValue: '1', ...input } })
const consent = (it: Setting, input: object = {}) =>
  runCommand(it.parts, giveConsent, {
    ...as(it),
    input: { winVersion: 2, kinds: ['quote'], quoteText: 'One day!', ...input },
  })
const correct = (it: Setting, input: object) => runCommand(it.parts, correctFirstWin, { ...as(it), input })
const withdraw = (it: Setting) =>
  runCommand(it.parts, withdrawFirstWin, { ...as(it), input: { reason: 'Two plants were not counted.' } })

const noticesOf = ({ parts, workspaceId }: Setting, kind: string) =>
  inWorkspace(parts.db, workspaceId, (trx) =>
    trx
      .selectFrom('notice')
      .select(['toAddress', 'state', 'daily', 'facts'])
      .where('kind', '=', kind)
      .orderBy('toAddress')
      .execute(),
  )

/** Marks queued emails as sent. */
const send = ({ parts, workspaceId }: Setting) =>
  inWorkspace(parts.db, workspaceId, (trx) =>
    trx.updateTable('notice').set({ state: 'sent' }).where('state', '=', 'waiting').execute(),
  )

const boardOf = async ({ parts, lead }: Setting) => (await getReferencesPage(parts, lead)).list.rows[0]
const wonOf = async ({ parts, champion, planId }: Setting) =>
  (await getWinForPlan(parts, { actor: champion, standings: new Set(['champion']) }, planId)).won

/** Changes the plan's own words behind the commands' back, as a fault or an import could. */
const rewrite = ({ parts, workspaceId, planId }: Setting) =>
  inWorkspace(parts.db, workspaceId, (trx) =>
    trx
      .updateTable('plan')
      .set({
        winStatement: 'We doubled our turnover.',
        winMeasure: 'turnover',
        winUnit: '€',
        winBaseline: '100',
        winTarget: '200',
        winBy: inDays,
        winAnnouncedTo: 'the press',
      })
      .where('id', '=', planId)
      .execute(),
  )

test('what was confirmed is read everywhere as it was confirmed, whatever the plan says since', async () => {
  const it = await setUp()
  await confirm(it)
  await rewrite(it)
  const kept = {
    statement: 'We closed the books in one day.',
    measure: 'time to close a month',
    unit: 'days',
    baseline: 30,
    target: 1,
    measured: 1,
  }
  expect(await wonOf(it)).toMatchObject({ ...kept, winBy: '2026-10-30', announcedTo: 'the board' })
  expect(await boardOf(it)).toMatchObject(kept)
  expect(await getReferenceForForm(it.parts, it.champion, it.planId, { mayGive: true })).toMatchObject({ win: kept })
  await consent(it)
  expect((await noticesOf(it, 'reference-agreed'))[0]?.facts).toMatchObject({ ...kept, quote: 'One day!' })
  await runCommand(it.parts, answerReference, { ...as(it), input: { answer: 'no' } })
  expect((await noticesOf(it, 'reference-declined'))[0]?.facts).toMatchObject(kept)
  expect((await eventsOf(it)).find(({ event }) => event === 'first win confirmed')?.subject).toBe(kept.statement)
})

test('once the win is confirmed no one changes the dates or the first win of its plan, by any command', async () => {
  const it = await setUp()
  const adjusted = await runCommand(it.parts, adjustPlan, {
    ...as(it),
    actor: it.lead,
    input: { winBy: '2026-11-02' },
  })
  await confirm(it)
  const before = await planOf(it)
  for (const actor of [it.lead, it.champion, it.contributor])
    for (const input of [{ statement: 'We doubled our turnover.' }, { target: '2' }, { criticalDate: '2026-09-30' }])
      expect(await statusOf(runCommand(it.parts, editTerms, { ...as(it), actor, input }))).toBe(403)
  for (const input of [{ winBy: inDays }, { criticalDate: '2026-09-30' }])
    expect(await statusOf(runCommand(it.parts, adjustPlan, { ...as(it), actor: it.lead, input }))).toBe(422)
  const undo = { ...as(it), actor: it.lead, input: { number: adjusted.result.number } }
  expect(await statusOf(runCommand(it.parts, undoChange, undo))).toBe(403)
  expect(await planOf(it)).toEqual(before)
  const viewer = { actor: it.lead, standings: new Set(['member', 'lead'] as const) }
  expect((await getPlanView(it.parts, viewer, it.planId)).viewer.may).toMatchObject({ editTerms: false, edit: true })
})

test('a confirmation is for the words that were read: changed meanwhile, it is refused', async () => {
  const it = await setUp()
  await runCommand(it.parts, editTerms, { ...as(it), actor: it.lead, input: { target: '25' } })
  expect(await refusalOf(confirm(it))).toMatchObject({ status: 409 })
  expect(await wonOf(it)).toBeNull()
  await confirm(it, { winVersion: 2 })
  expect(await wonOf(it)).toMatchObject({ target: 25 })
})

test('a value that misses the target is announced in other words, or by a person who says that the agreed ones are true', async () => {
  const it = await setUp()
  expect(await refusalOf(confirm(it, { measuredValue: '12' }))).toMatchObject({
    status: 422,
    faults: [{ field: 'statement' }],
  })
  expect(await noticesOf(it, 'reference-ready')).toEqual([])
  await confirm(it, { measuredValue: '12', statement: 'We closed the books in twelve days.' })
  expect(await wonOf(it)).toMatchObject({ statement: 'We closed the books in twelve days.', measured: 12, target: 1 })
  expect((await planOf(it)).winStatement, 'what was agreed stays').toBe('We closed the books in one day.')
  expect((await noticesOf(it, 'reference-ready'))[0]?.facts).toMatchObject({
    statement: 'We closed the books in twelve days.',
    targetMet: false,
  })
  const other = await setUp()
  await confirm(other, { measuredValue: '12', wordsHold: 'yes' })
  expect(await wonOf(other)).toMatchObject({ statement: 'We closed the books in one day.', measured: 12 })
})

test('a measurement is kept on the card and no one is written to', async () => {
  const it = await setUp()
  const measure = (actor: Setting['champion'] | Setting['lead'], measuredValue = '12') =>
    runCommand(it.parts, recordMeasurement, { ...as(it), actor, input: { measuredValue } })
  for (const actor of [it.lead, it.contributor, it.viewer]) expect(await statusOf(measure(actor))).toBe(403)
  await measure(it.champion)
  it.parts.clock.set('2026-06-18T10:00:00Z')
  await measure(it.champion, '7,5')
  const seen = await getWinForPlan(it.parts, { actor: it.viewer, standings: new Set(['viewer']) }, it.planId)
  expect(seen).toMatchObject({
    won: null,
    measurements: [{ measured: 12 }, { measured: 7.5, on: '2026-06-18', by: 'Priya Raman' }],
  })
  expect(
    await inWorkspace(it.parts.db, it.workspaceId, (trx) => trx.selectFrom('notice').select('id').execute()),
  ).toEqual([])
  expect((await eventsOf(it)).map(({ event }) => event)).toEqual(['value measured', 'value measured'])
  await confirm(it)
  expect(await statusOf(measure(it.champion))).toBe(409)
  it.parts.clock.set('2026-06-17T10:00:00Z')
})

test('a consent covers the words it was given for: corrected, it is on hold until the champion agrees again', async () => {
  const it = await setUp()
  await confirm(it)
  await consent(it)
  expect(await boardOf(it)).toMatchObject({ answer: 'agreed', agreedFor: null })
  await correct(it, { measuredValue: '2', statement: 'We closed the books in two days.' })
  const onHold = { answer: 'on hold', agreedFor: { statement: 'We closed the books in one day.', measured: 1 } }
  expect(await boardOf(it)).toMatchObject({ ...onHold, measured: 2 })
  const [told] = (await noticesOf(it, 'win-corrected')).filter(({ daily }) => !daily)
  expect(told?.facts).toMatchObject({ reader: 'marketing', consentOnHold: true, measured: 2, before: { measured: 1 } })
  expect(
    (await getWinForPlan(it.parts, { actor: it.champion, standings: new Set(['champion']) }, it.planId)).reference,
  ).toMatchObject({ answer: 'on hold', mayAnswer: true })

  expect(await statusOf(consent(it)), 'to the earlier words').toBe(409)
  const later = { ...as(it), input: { answer: 'later' } }
  expect(await statusOf(runCommand(it.parts, answerReference, later)), 'and *Later* keeps it on hold').toBe(200)
  expect(await boardOf(it)).toMatchObject({ answer: 'on hold' })
  await consent(it, { winVersion: 3, quoteText: 'In two days!' })
  expect(await boardOf(it)).toMatchObject({ answer: 'agreed', agreedFor: null })
})

test('the same consent given again carries over to corrected words', async () => {
  const it = await setUp()
  await confirm(it)
  await consent(it, { quoteText: 'In no time!' })
  await correct(it, { measuredValue: '0.9' })
  await consent(it, { winVersion: 3, quoteText: 'In no time!' })
  expect(await boardOf(it)).toMatchObject({ answer: 'agreed', measured: 0.9 })
})

test('only the champion corrects and withdraws', async () => {
  const it = await setUp()
  await confirm(it)
  for (const actor of [it.lead, it.teammate, it.contributor, it.viewer]) {
    const order = { ...as(it), actor }
    expect(await statusOf(runCommand(it.parts, correctFirstWin, { ...order, input: { measuredValue: '2' } }))).toBe(403)
    expect(await statusOf(runCommand(it.parts, withdrawFirstWin, { ...order, input: { reason: 'No.' } }))).toBe(403)
  }
})

test.each(['rough', 'agreed', 'under way'])('withdrawn, a plan that was %s before is so again', async (state) => {
  const it = await setUp()
  await inWorkspace(it.parts.db, it.workspaceId, (trx) =>
    trx.updateTable('plan').set({ state }).where('id', '=', it.planId).execute(),
  )
  await confirm(it)
  await withdraw(it)
  expect(await planOf(it)).toMatchObject({ state, wonOn: null })
  expect((await eventsOf(it)).at(-1)).toMatchObject({ changes: { state: { before: 'won', after: state } } })
})

test('withdrawn, a plan whose purchase ended meanwhile is under way', async () => {
  const it = await setUp()
  await confirm(it)
  for (const key of ['scope', 'legal', 'sign'])
    await runCommand(it.parts, completeTask, { actor: it.lead, scopeId: it.planId, input: { taskId: it.taskIds[key] } })
  expect((await planOf(it)).state).toBe('won')
  await withdraw(it)
  expect((await planOf(it)).state).toBe('under way')
  expect((await eventsOf(it)).slice(-2).map(({ event }) => event)).toEqual(['first win withdrawn', 'plan under way'])
})

test('withdrawn, the plan is open, the consent is gone, and everyone who was told about it is told', async () => {
  const it = await setUp()
  expect(await statusOf(withdraw(it))).toBe(409)
  await confirm(it)
  await send(it)
  await consent(it)
  await send(it)
  await withdraw(it)
  expect(await planOf(it)).toMatchObject({ state: 'rough', wonOn: null })
  expect(await boardOf(it)).toBeUndefined()
  expect(await wonOf(it)).toBeNull()
  const told = await noticesOf(it, 'win-withdrawn')
  expect(told.map(({ toAddress, daily }) => [toAddress, daily])).toEqual([
    ['eva.holm@halden.example', false],
    ['jonas.berg@halden.example', false],
    ['max.lind@brightline.example', false],
    ['noor.haddad@brightline.example', false],
    ['sam.ortiz@brightline.example', false],
  ])
  expect(told.find(({ toAddress }) => toAddress.startsWith('max'))?.facts).toMatchObject({
    reader: 'marketing',
    consentEnded: true,
    statement: 'We closed the books in one day.',
    reason: 'Two plants were not counted.',
  })
  expect((await eventsOf(it)).at(-1)).toMatchObject({
    event: 'first win withdrawn',
    changes: { state: { before: 'won', after: 'rough' }, measuredValue: { before: 1, after: null } },
  })

  expect(await statusOf(consent(it)), 'a form from before').toBe(409)
  await confirm(it, { winVersion: 3, measuredValue: '0.5' })
  expect(await statusOf(consent(it)), 'words that were not read').toBe(409)
  expect(await boardOf(it)).toMatchObject({ answer: 'not asked', measured: 0.5 })
})

test('what was not sent yet is not sent once the win is withdrawn, and who was told nothing hears nothing', async () => {
  const it = await setUp()
  await confirm(it)
  await withdraw(it)
  expect((await noticesOf(it, 'reference-ready')).map(({ state }) => state)).toEqual(['unwanted'])
  expect((await noticesOf(it, 'win-confirmed')).map(({ state }) => state)).toEqual(Array(4).fill('unwanted'))
  expect(await noticesOf(it, 'win-withdrawn')).toEqual([])
})

test('who confirmed keeps their name, by whatever name they are taken off and invited again', async () => {
  const it = await setUp()
  const { contributor, lead } = it
  const participantId = contributor.id
  await runCommand(it.parts, nameConfirmer, { ...as(it), input: { participantId, mayConfirm: 'yes' } })
  await runCommand(it.parts, confirmFirstWin, {
    ...as(it),
    actor: contributor,
    input: { winVersion: 1, measuredValue: '1' },
  })
  const by = (await wonOf(it))?.by
  expect(by).toBe(contributor.name)
  const email = `${contributor.name.toLowerCase().replaceAll(' ', '.')}@halden.example`
  const invite = { name: 'Helga Stein', email, role: 'contributor', personalLine: '' }
  await runCommand(it.parts, removeParticipant, { ...as(it), actor: lead, input: { participantId } })
  // The second time they take part already and have not come.
  for (let time = 0; time < 2; time++) {
    await runCommand(it.parts, inviteParticipant, { ...as(it), actor: lead, input: invite })
    expect(await wonOf(it)).toMatchObject({ by })
    expect(await boardOf(it)).toMatchObject({ confirmedBy: by })
  }
})
