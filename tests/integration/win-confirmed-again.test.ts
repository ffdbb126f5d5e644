import { expect, test } from 'vitest'
import { commandRegistry } from '#app/commands/command-registry.server.ts'
import { getReferencesPage } from '#app/references/board/board-queries.server.ts'
import { boardRefusals } from '#app/references/board/board-words.ts'
import { referenceRefusals } from '#app/references/reference-words.ts'
import { noConsentOnWords } from '#app/references/use/use-words.ts'
import { runCommand } from '#app/runner/run-command.server.ts'
import { chaseWin } from '#app/value/win/chase-win.server.ts'
import { findWin } from '#app/value/win/find-win.server.ts'
import { winRefusals } from '#app/value/win/win-words.ts'
import { inWorkspace } from '#db/workspace.ts'
import { agreed, consent, order, use } from '#tests/factories/call-setting.ts'
import { type Setting, planOf, refusalOf, setUp } from '#tests/factories/plan-setting.ts'

const {
  'answer-reference': answer,
  'ask-for-reference': askForReference,
  'ask-for-result': askForResult,
  'confirm-first-win': confirm,
  'describe-reference': describeReference,
  'give-consent': give,
  'hand-on-champion': handOn,
  'note-use': noteUse,
  'take-reference': takeReference,
  'withdraw-first-win': withdraw,
} = commandRegistry

const rowOf = async (it: Setting) => (await getReferencesPage(it.parts, it.outsider)).list.rows[0]

const confirmed = async (it: Setting, actor = it.champion) => {
  const { winVersion } = await planOf(it)
  await runCommand(it.parts, confirm, order(it, actor, { winVersion, measuredValue: '1' }))
}
const withdrawn = (it: Setting, over: object = {}) =>
  runCommand(it.parts, withdraw, order(it, it.champion, { reason: 'A wrong figure.', ...over }))
const described = { product: 'Close', provenCapabilities: 'One calendar', companySize: '', language: 'en' }

/** A plan whose champion said no to being a reference, which marketing had described and taken charge of. */
async function declined() {
  const it = await setUp()
  await confirmed(it)
  await runCommand(it.parts, takeReference, order(it, it.outsider, {}))
  await runCommand(it.parts, describeReference, order(it, it.outsider, described))
  await runCommand(it.parts, answer, order(it, it.champion, { answer: 'no' }))
  return it
}

test('a no to being a reference outlives a confirmation that is withdrawn and repeated', async () => {
  const it = await declined()
  await withdrawn(it)
  expect(await rowOf(it)).toBeUndefined()
  const early = refusalOf(runCommand(it.parts, answer, order(it, it.champion, { answer: 'later' })))
  expect(await early).toMatchObject({ status: 409, message: referenceRefusals.notConfirmed })
  expect((await refusalOf(runCommand(it.parts, takeReference, order(it, it.outsider, {})))).status).toBe(409)
  await confirmed(it)
  expect(await rowOf(it)).toMatchObject({ answer: 'no', state: 'declined', next: 'none', owner: it.outsider.name })
  const asked = refusalOf(runCommand(it.parts, askForReference, order(it, it.outsider, {})))
  expect(await asked).toMatchObject({ status: 409, message: boardRefusals.notAgain.no })
})

test('a no binds no other champion, also one who came while the win was open again', async () => {
  const it = await declined()
  await withdrawn(it)
  await runCommand(it.parts, handOn, order(it, it.champion, { participantId: it.contributor.id }))
  await confirmed(it, it.contributor)
  expect(await rowOf(it)).toMatchObject({ answer: 'not asked', state: 'ready', next: 'ask', owner: it.outsider.name })
})

test('a consent ends with the confirmation, and is asked for again once the win is confirmed again', async () => {
  const it = await agreed()
  await withdrawn(it)
  await confirmed(it)
  expect(await rowOf(it)).toMatchObject({ answer: 'not asked', kinds: [], state: 'ready' })
})

test('what was asked before a confirmation stays answered when it is withdrawn, and is asked again on its day', async () => {
  const it = await setUp()
  const { parts, workspaceId, planId } = it
  const within = <Found>(work: Parameters<typeof inWorkspace<Found>>[2]) => inWorkspace(parts.db, workspaceId, work)
  const answerNow = () => within(async (trx) => (await findWin(trx, workspaceId, planId))?.answer)
  await within((trx) => trx.updateTable('plan').set({ state: 'agreed' }).execute())
  await runCommand(parts, askForResult, order(it, it.lead, { note: 'You closed October.' }))
  parts.clock.set('2026-06-18T08:00:00Z')
  await confirmed(it)
  const day = refusalOf(withdrawn(it, { measureOn: '2026-06-15' }))
  expect((await day).faults).toEqual([{ field: 'measureOn', message: winRefusals.measuringDayAhead }])
  await withdrawn(it, { measureOn: '2026-07-01' })
  expect(await answerNow()).toMatchObject({ kind: 'not yet', text: 'A wrong figure.', measureOn: '2026-07-01' })
  await runCommand(parts, handOn, order(it, it.champion, { participantId: it.contributor.id }))
  const sent = (kind: string) =>
    within((trx) => trx.selectFrom('notice').select(['participantId', 'state']).where('kind', '=', kind).execute())
  expect(await sent('win-asked'), 'the old question is asked of no one else').toEqual([
    expect.objectContaining({ participantId: it.champion.id }),
  ])
  await chaseWin(parts, workspaceId)
  expect(await sent('win-due')).toEqual([])
  parts.clock.set('2026-07-01T09:00:00Z')
  await chaseWin(parts, workspaceId)
  expect(await sent('win-due')).toEqual([expect.objectContaining({ participantId: it.contributor.id })])
})

test('without a day of the champion’s, the plan asks two weeks after the withdrawal', async () => {
  const it = await setUp()
  await confirmed(it)
  await withdrawn(it)
  const today = it.parts.clock.now().getTime()
  expect((await planOf(it)).winMeasureOn).toBe(new Date(today + 14 * 86_400_000).toISOString().slice(0, 10))
})

test('a use on a day between two consents is refused, one while either held is noted', async () => {
  const it = await agreed({ until: '2026-06-30' })
  it.parts.clock.set('2026-08-03T08:00:00Z')
  await runCommand(it.parts, give, order(it, it.champion, { ...consent, kinds: ['quote', 'review'] }))
  const note = (usedOn: string, kind = 'quote') =>
    runCommand(it.parts, noteUse, order(it, it.outsider, { ...use, usedOn, kind }))
  expect(await refusalOf(note('2026-07-15'))).toMatchObject({
    status: 422,
    faults: [{ field: 'usedOn', message: noConsentOnWords('2026-07-15') }],
  })
  expect((await refusalOf(note('2026-06-20', 'review'))).faults, 'not agreed to then').toHaveLength(1)
  await note('2026-06-20')
  await note('2026-08-03')
})
