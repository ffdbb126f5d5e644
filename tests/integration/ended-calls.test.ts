import { expect, test } from 'vitest'
import { commandRegistry } from '#app/commands/command-registry.server.ts'
import { isStillWanted } from '#app/notices/still-wanted.server.ts'
import { getLibraryEntry, getCalls } from '#app/references/library/request-queries.server.ts'
import { getReferenceForForm } from '#app/references/consent/consent-queries.server.ts'
import { runCommand } from '#app/runner/run-command.server.ts'
import { inWorkspace } from '#db/workspace.ts'
import { accept, agreed, ask, askUnsent, callNotices, consent, order } from '#tests/factories/call-setting.ts'
import { type Setting, eventsOf, refusalOf } from '#tests/factories/plan-setting.ts'
import { makeMember } from '#tests/factories/workspace.ts'

/** A call that is planned and a request that waits, both of Sam Ortiz to Priya Raman. */
async function asked() {
  const it = await agreed()
  await accept(it, await ask(it))
  await ask(it)
  return it
}

const { 'cancel-request': cancel, 'answer-reference': answer } = commandRegistry
/** What ends a call. */
const endings = [
  ['cancelled', (it: Setting, requestId: string) => runCommand(it.parts, cancel, order(it, it.lead, { requestId }))],
  ['withdrawn', (it: Setting) => runCommand(it.parts, answer, order(it, it.champion, { answer: 'no' }))],
  ['archived', (it: Setting) => runCommand(it.parts, commandRegistry['archive-plan'], order(it, it.lead, {}))],
] as const

const standings = async (it: Setting) =>
  (await getLibraryEntry(it.parts, it.lead, it.planId)).requests.map(({ standing }) => standing)

/** The people who got the email about an ending, with whether a file takes the call out of their calendar. */
const told = async (it: Setting, event: string) =>
  (await callNotices(it))
    .filter(({ facts }) => facts['event'] === event)
    .map(({ facts, participantId }) => [
      facts['name'],
      participantId !== null,
      facts['calendar']?.includes('METHOD:CANCEL') ?? false,
    ])
    .sort()

const toBoth = [
  ['Priya Raman', true, false],
  ['Priya Raman', true, true],
  ['Sam Ortiz', false, false],
  ['Sam Ortiz', false, true],
]

test('archiving the plan ends calls, and both are told once, by an email that still leaves', async () => {
  const it = await asked()
  const archive = commandRegistry['archive-plan']
  await runCommand(it.parts, archive, order(it, it.lead, {}))
  await runCommand(it.parts, archive, order(it, it.lead, {}))
  expect(await standings(it)).toEqual(['ended', 'ended'])
  expect(await told(it, 'archived')).toEqual(toBoth)
  const notices = (await callNotices(it)).filter(({ facts }) => facts['event'] === 'archived')
  const wanted = await inWorkspace(it.parts.db, it.workspaceId, (trx) =>
    Promise.all(notices.map((notice) => isStillWanted(trx, notice, it.parts.clock.now()))),
  )
  expect(wanted).toEqual([true, true, true, true])
  const ofChampion = notices.filter(({ participantId }) => participantId !== null)
  expect(ofChampion.map(({ path }) => path)).toEqual(Array(2).fill(`/plans/${it.planId}/reference`))
})

test.each(endings)('an email that asks for a call and has not left is recalled once it is %s', async (_, end) => {
  const it = await agreed()
  await accept(it, await ask(it))
  const requestId = await askUnsent(it)
  await end(it, requestId)
  const notices = await callNotices(it)
  const unwanted = notices.filter(({ state, facts }) => state === 'unwanted' && facts['requestId'] === requestId)
  expect(unwanted.map(({ facts }) => [facts['requestId'], facts['event']])).toEqual([[requestId, 'asked']])
  const toChampion = notices.filter(({ facts, ...it }) => facts['requestId'] === requestId && it.participantId !== null)
  expect(toChampion.length, 'hears of no end of what they were not asked').toBe(1)
})

test('a call is a person’s promise: it ends when someone else becomes champion, who sees none of it and keeps the consent', async () => {
  const it = await asked()
  const handOn = commandRegistry['hand-on-champion']
  await runCommand(it.parts, handOn, order(it, it.champion, { participantId: it.contributor.id }))
  expect(await standings(it)).toEqual(['ended', 'ended'])
  expect(await told(it, 'handed on')).toEqual(toBoth)
  expect((await getCalls(it.parts, it.contributor, it.planId)).requests).toEqual([])
  expect(await getReferenceForForm(it.parts, it.contributor, it.planId, { mayGive: true })).toMatchObject({
    answer: 'agreed',
    history: [{ by: 'Priya Raman' }],
  })
  it.parts.clock.set('2026-06-17T09:00:00Z')
  expect((await refusalOf(ask(it))).message).toMatch(/once the new champion agrees/)
  expect((await getLibraryEntry(it.parts, it.lead, it.planId)).entry).toMatchObject({
    ...{ calls: null, whyNoCalls: 'handed on' },
  })
  await runCommand(it.parts, commandRegistry['give-consent'], order(it, it.contributor, consent))
  await ask(it)
  expect((await callNotices(it)).at(-1)).toMatchObject({
    participantId: it.contributor.id,
    facts: { event: 'asked', name: 'Jonas Berg' },
  })
  expect((await getCalls(it.parts, it.contributor, it.planId)).requests).toMatchObject([{ standing: 'open' }])
})

test('calls end with the member who asked; the champion is told once of each, those of others go on', async () => {
  const it = await agreed()
  const planned = await ask(it, {}, it.teammate)
  await accept(it, planned)
  const others = await ask(it)
  const admin = await makeMember(it.parts.db, it.workspaceId, { name: 'Ada Lind', roles: ['admin'] })
  const remove = commandRegistry['remove-member']
  await runCommand(it.parts, remove, {
    actor: admin,
    scopeId: it.workspaceId,
    input: { memberId: it.teammate.id, successorId: '' },
  })
  const { requests } = await getLibraryEntry(it.parts, it.lead, it.planId)
  expect(Object.fromEntries(requests.map(({ id, standing }) => [id, standing]))).toEqual({
    [planned]: 'ended',
    [others]: 'open',
  })
  expect(await told(it, 'member left')).toEqual([['Priya Raman', true, true]])
  expect((await eventsOf(it)).filter(({ event }) => event === 'call cancelled')).toMatchObject([{ scope: 'plan' }])
})
