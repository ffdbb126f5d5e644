import { expect, test } from 'vitest'
import { day } from '#app/kit/durations.ts'
import { newId } from '#app/kit/ids.ts'
import { askForLogo } from '#app/references/board/ask-for-logo.server.ts'
import { askForReference } from '#app/references/board/ask-for-reference.server.ts'
import { boardFile } from '#app/references/board/board-file.ts'
import { type BoardFilter, allReferences } from '#app/references/board/board-filter.ts'
import { getReferencesFile, getReferencesPage } from '#app/references/board/board-queries.server.ts'
import { type BoardState, boardStates } from '#app/references/board/board-state.ts'
import { takeReference } from '#app/references/board/take-reference.server.ts'
import { answerReference } from '#app/references/consent/answer-reference.server.ts'
import { giveConsent } from '#app/references/consent/give-consent.server.ts'
import { noteReferenceUse } from '#app/references/use/note-reference-use.server.ts'
import { removeUse } from '#app/references/use/remove-use.server.ts'
import { getReferenceUse } from '#app/references/overview/reference-use-queries.server.ts'
import { runCommand } from '#app/runner/run-command.server.ts'
import { confirmFirstWin } from '#app/value/win/confirm-first-win.server.ts'
import { correctFirstWin } from '#app/value/win/correct-first-win.server.ts'
import { setAccountProfile } from '#app/workspace/customer/set-account-profile.server.ts'
import { inWorkspace } from '#db/workspace.ts'
import { type Setting, refusalOf, setUp, statusOf } from '#tests/factories/plan-setting.ts'
import { makeMember } from '#tests/factories/workspace.ts'
import { redSquare } from '#tests/samples/red-square.ts'

async function begin() {
  const it = await setUp()
  const marketing = await makeMember(it.parts.db, it.workspaceId, { name: 'Jo Marlin', roles: ['marketing'] })
  const as = { actor: it.champion, scopeId: it.planId }
  await runCommand(it.parts, confirmFirstWin, { ...as, input: { winVersion: 1, measuredValue: '1' } })
  return {
    ...it,
    marketing,
    consent: (input: object, winVersion = 2) =>
      runCommand(it.parts, giveConsent, { ...as, input: { winVersion, ...input } }),
    answer: (answer: 'later' | 'no') => runCommand(it.parts, answerReference, { ...as, input: { answer } }),
  }
}
type Begun = Awaited<ReturnType<typeof begin>>

const later = (it: Setting, days: number) => ({
  ...it.parts,
  clock: { ...it.parts.clock, now: () => new Date(it.parts.clock.now().getTime() + days * day) },
})
const ask = (it: Begun, parts = it.parts) =>
  runCommand(parts, askForReference, { actor: it.marketing, scopeId: it.planId, input: {} })
const use = (it: Begun, input: object, actor = it.marketing) =>
  runCommand(it.parts, noteReferenceUse, {
    ...{ actor, scopeId: it.planId },
    input: { kind: 'call', usedOn: '2026-06-17', usedFor: 'Nordwind', ...input },
  })

/** The state by the pure rule and by the query, which must be one. */
async function stateOf(it: Begun, parts = it.parts): Promise<BoardState | undefined> {
  const { list, counts } = await getReferencesPage(parts, it.marketing)
  const state = list.rows[0]?.state
  expect(counts).toEqual(state === undefined ? {} : { [state]: 1 })
  for (const other of boardStates) {
    const alone = await getReferencesPage(parts, it.marketing, 1, { ...allReferences, state: other })
    expect(alone.list.rows).toHaveLength(other === state ? 1 : 0)
  }
  return state
}

test('the board names the state of each win, by its rule and by its query alike', async () => {
  const it = await begin()
  expect(await stateOf(it)).toBe('ready')
  await ask(it)
  expect(await stateOf(it)).toBe('asked')
  await it.answer('later')
  expect(await stateOf(it)).toBe('later')
  await it.consent({ kinds: ['logo', 'call'] })
  expect(await stateOf(it)).toBe('agreed')
  await it.consent({ kinds: ['call'], until: '2026-06-30' })
  expect(await stateOf(it)).toBe('captured')
  await use(it, {})
  expect(await stateOf(it)).toBe('in use')
  expect(await stateOf(it, later(it, 30))).toBe('expired')
  await runCommand(it.parts, correctFirstWin, {
    ...{ actor: it.champion, scopeId: it.planId },
    input: { statement: 'It takes one day.', measuredValue: '1' },
  })
  expect(await stateOf(it)).toBe('on hold')
  await it.answer('no')
  expect(await stateOf(it)).toBe('declined')
})

test('the champion is asked once, in the email of the day, and never again after a no', async () => {
  const it = await begin()
  await ask(it)
  const told = await inWorkspace(it.parts.db, it.workspaceId, (trx) =>
    trx.selectFrom('notice').selectAll().where('kind', '=', 'reference-asked').execute(),
  )
  expect(told).toMatchObject([{ participantId: it.champion.id, path: `/plans/${it.planId}/reference`, daily: true }])
  expect((await refusalOf(ask(it))).message).toContain('was asked already')
  await it.answer('later')
  expect((await refusalOf(ask(it, later(it, 29)))).message).toContain('decide later')
  expect(await statusOf(ask(it, later(it, 30)))).toBe(200)
  await it.answer('no')
  expect((await refusalOf(ask(it, later(it, 90)))).message).toContain('said no')
})

test('the logo that was agreed to and not given is asked for once a week, until it is there', async () => {
  const it = await begin()
  const askForIt = (parts = it.parts, actor = it.marketing) =>
    runCommand(parts, askForLogo, { actor, scopeId: it.planId, input: {}, idempotencyKey: newId() })
  const nextOf = async (parts = it.parts) => (await getReferencesPage(parts, it.marketing)).list.rows[0]?.next
  expect(await statusOf(askForIt()), 'nothing was agreed to').toBe(409)
  await it.consent({ kinds: ['logo', 'call'] })
  expect(await nextOf()).toBe('get the logo')
  await askForIt()
  const told = await inWorkspace(it.parts.db, it.workspaceId, (trx) =>
    trx.selectFrom('notice').selectAll().where('kind', '=', 'logo-asked').execute(),
  )
  expect(told).toMatchObject([
    {
      ...{ participantId: it.champion.id, path: `/plans/${it.planId}/reference`, daily: true },
      facts: { by: 'Jo Marlin', account: 'Halden Foods' },
    },
  ])
  expect(await nextOf()).toBe('wait')
  expect(await statusOf(askForIt(later(it, 6)))).toBe(409)
  expect(await nextOf(later(it, 7))).toBe('get the logo')
  expect(await statusOf(askForIt(later(it, 7)))).toBe(200)
  await it.consent({ kinds: ['logo', 'call'], image: redSquare.toString('base64') })
  expect(await nextOf(later(it, 30))).toBe('use')
  expect(await statusOf(askForIt(later(it, 30)))).toBe(409)
})

test('a later to a question that was asked again is an answer, and its rest begins again', async () => {
  const it = await begin()
  await it.answer('later')
  const again = later(it, 30)
  await ask(it, again)
  await runCommand(again, answerReference, {
    ...{ actor: it.champion, scopeId: it.planId },
    input: { answer: 'later' },
  })
  expect((await refusalOf(ask(it, later(it, 59)))).message).toContain('decide later')
  expect(await statusOf(ask(it, later(it, 60)))).toBe(200)
})

test('no one is asked where no champion is left', async () => {
  const it = await begin()
  await inWorkspace(it.parts.db, it.workspaceId, (trx) =>
    trx
      .updateTable('planParticipant')
      .set({ removedAt: it.parts.clock.now() })
      .where('participantId', '=', it.champion.id)
      .execute(),
  )
  expect((await refusalOf(ask(it))).status).toBe(409)
  expect(await stateOf(it)).toBe('ready')
  expect((await getReferencesPage(it.parts, it.marketing)).list.rows[0]).toMatchObject({ contact: null })
})

test('marketing takes charge, and a use is noted within the consent alone', async () => {
  const it = await begin()
  await runCommand(it.parts, takeReference, { actor: it.marketing, scopeId: it.planId, input: {} })
  expect(await statusOf(use(it, {})), 'before consent').toBe(409)
  await it.consent({ kinds: ['call'], callsPerQuarter: '2', approverId: it.champion.id })
  expect((await refusalOf(use(it, { kind: 'quote', usedOn: '2026-06-18' }))).faults).toEqual([
    { field: 'kind', message: 'The customer has not agreed to this.' },
    { field: 'usedOn', message: 'This day is still to come.' },
    { field: 'isApproved', message: 'The customer asks for this approval before each use.' },
  ])
  await use(it, { isApproved: 'yes' })
  await use(it, { isApproved: 'yes', usedFor: 'Adria' })
  expect((await getReferencesPage(it.parts, it.marketing)).list.rows[0]).toMatchObject({
    ...{ owner: 'Jo Marlin', callsUsed: 2 },
    limits: { callsPerQuarter: 2, approver: 'Priya Raman' },
  })
  const { uses } = await getReferenceUse(it.parts, it.marketing, it.planId, { mayWrite: true })
  expect(uses.map(({ on, what, by, isOwn }) => [on, what, by, isOwn]).sort()).toEqual([
    ['2026-06-17', 'Adria', 'Jo Marlin', true],
    ['2026-06-17', 'Nordwind', 'Jo Marlin', true],
  ])
  const remove = (actor: Begun['lead']) =>
    runCommand(it.parts, removeUse, { actor, scopeId: it.planId, input: { useId: uses[0]?.id } })
  const support = await makeMember(it.parts.db, it.workspaceId, { name: 'Ola Berg', roles: ['support'] })
  expect(await statusOf(remove(support))).toBe(403)
  await remove(it.marketing)
  expect((await getReferenceUse(it.parts, it.marketing, it.planId, { mayWrite: true })).uses).toHaveLength(1)
})

test('filters by industry, region and kind, and the same as a file', async () => {
  const it = await begin()
  await it.consent({ kinds: ['quote', 'call'], quoteText: '=SUM(1) in 10 days', never: 'Acme' })
  await runCommand(it.parts, setAccountProfile, {
    ...{ actor: it.marketing, scopeId: it.planId },
    input: { industry: 'Food', region: 'DACH' },
  })
  const found = async (filter: Partial<BoardFilter>) =>
    (await getReferencesPage(it.parts, it.marketing, 1, { ...allReferences, ...filter })).list.total
  expect(await found({ industry: 'Food', region: 'DACH', kind: 'call' })).toBe(1)
  for (const other of [{ industry: 'Energy' }, { region: 'Nordics' }, { kind: 'logo' }] as const)
    expect(await found(other)).toBe(0)
  const { industries, regions } = await getReferencesPage(it.parts, it.marketing)
  expect([industries, regions]).toEqual([['Food'], ['DACH']])
  const file = boardFile(await getReferencesFile(it.parts, it.marketing, allReferences))
  const [head, row] = file.split('\r\n')
  expect(head).toContain('Account,Project,Industry,Region,State')
  expect(row).toContain('Halden Foods,Faster month-end close,Food,DACH,Captured')
  expect(row).toContain(`'=SUM(1) in 10 days,10 days`)
})
