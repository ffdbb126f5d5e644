import { expect, test } from 'vitest'
import { day } from '#app/kit/durations.ts'
import { bounds } from '#app/kit/limits.ts'
import { answerReference } from '#app/references/consent/answer-reference.server.ts'
import { getReferenceForForm } from '#app/references/consent/consent-queries.server.ts'
import { giveConsent } from '#app/references/consent/give-consent.server.ts'
import { noteOutcome } from '#app/references/library/note-outcome.server.ts'
import { getLibraryEntry } from '#app/references/library/request-queries.server.ts'
import { dealRefusals } from '#app/references/deal-words.ts'
import { requestRefusals } from '#app/references/library/request-words.ts'
import { getReferenceUse } from '#app/references/overview/reference-use-queries.server.ts'
import { pieceRefusals } from '#app/references/pieces/piece-words.ts'
import { sendPiece } from '#app/references/pieces/send-piece.server.ts'
import { referenceRefusals } from '#app/references/reference-words.ts'
import { noteReferenceUse } from '#app/references/use/note-reference-use.server.ts'
import { useRefusals } from '#app/references/use/use-words.ts'
import { runCommand } from '#app/runner/run-command.server.ts'
import { inWorkspace } from '#db/workspace.ts'
import { accept, agreed, ask, callNotices, consent, order, use } from '#tests/factories/call-setting.ts'
import { type Setting, refusalOf, statusOf } from '#tests/factories/plan-setting.ts'

const noticesOf = (it: Setting, kind: string) =>
  inWorkspace(it.parts.db, it.workspaceId, (trx) =>
    trx.selectFrom('notice').selectAll().where('kind', '=', kind).orderBy('createdAt').execute(),
  )
const give = (it: Setting, over: object = {}) =>
  runCommand(it.parts, giveConsent, order(it, it.champion, { ...consent, ...over }))
const withdraw = (it: Setting) => runCommand(it.parts, answerReference, order(it, it.champion, { answer: 'no' }))

test('nothing was used before the day on which it was agreed to', async () => {
  const it = await agreed()
  const note = (usedOn: string) => runCommand(it.parts, noteReferenceUse, order(it, it.lead, { ...use, usedOn }))
  expect(await refusalOf(note('2026-06-16'))).toMatchObject({
    status: 422,
    faults: [{ field: 'usedOn', message: expect.stringContaining('17 June 2026') as unknown }],
  })
  await note('2026-06-17')
})

test('a call that was said not to have taken place is not counted after all once its quarter is full', async () => {
  const it = await agreed({ callsPerQuarter: '1' })
  const requestId = await ask(it)
  await accept(it, requestId, '0')
  it.parts.clock.set('2026-06-23T20:00:00Z')
  const note = (tookPlace: string) =>
    runCommand(it.parts, noteOutcome, order(it, it.lead, { requestId, tookPlace, outcome: 'open' }))
  await note('')
  await note('yes')
  await note('')
  const later = { firstTime: '2026-06-26T14:00', secondTime: '2026-06-27T10:00', thirdTime: '2026-06-28T09:30' }
  await ask(it, later)
  expect(await refusalOf(note('yes'))).toMatchObject({ status: 409, message: requestRefusals.quarterFull })
  expect((await getLibraryEntry(it.parts, it.lead, it.planId)).entry?.calls).toMatchObject({ left: 0, allowed: 1 })
})

test('the history is read by who writes of the win alone, and a quote that may not be used is not in it', async () => {
  const it = await agreed()
  const historyOf = async (mayWrite: boolean) =>
    JSON.stringify((await getReferenceUse(it.parts, it.lead, it.planId, { mayWrite })).history)
  expect(await historyOf(true)).toContain('One day!')
  expect(await historyOf(false)).toBe('[]')
  it.parts.clock.set('2026-06-17T08:01:00Z')
  await give(it, { quoteText: 'Two days.' })
  expect(await historyOf(true)).toMatch(/Two days\./)
  expect(await historyOf(true)).not.toContain('One day!')
  await withdraw(it)
  expect(await historyOf(true)).not.toMatch(/One day|Two days/)
  const own = JSON.stringify((await getReferenceForForm(it.parts, it.champion, it.planId, { mayGive: true })).history)
  expect(own, 'the champion’s own').toMatch(/One day!.*|Two days\./)
})

test('a champion who approves each use approves a call by accepting it', async () => {
  const it = await agreed()
  await give(it, { approverId: it.champion.id })
  const { entry } = await getLibraryEntry(it.parts, it.lead, it.planId)
  expect(entry).toMatchObject({ approver: 'Priya Raman', isApproverChampion: true })
  await ask(it)
  expect((await callNotices(it))[0]?.facts).toMatchObject({ event: 'asked', approver: null })
  const other = await agreed()
  await give(other, { approverId: other.contributor.id })
  expect((await getLibraryEntry(other.parts, other.lead, other.planId)).entry).toMatchObject({
    isApproverChampion: false,
  })
  expect(await refusalOf(ask(other))).toMatchObject({ faults: [{ field: 'isApproved' }] })
})

test('the number a quarter bounds talks as it does calls, without calls agreed to as well', async () => {
  const it = await agreed({ kinds: ['talk'], callsPerQuarter: '1' })
  expect((await getLibraryEntry(it.parts, it.lead, it.planId)).entry?.calls).toEqual({ left: 1, allowed: 1 })
  await ask(it, { kind: 'talk' })
  expect((await getLibraryEntry(it.parts, it.lead, it.planId)).entry?.calls).toEqual({ left: 0, allowed: 1 })
})

test('a call or talk is noted for no quarter that has none left', async () => {
  const it = await agreed({ kinds: ['call', 'talk'], callsPerQuarter: '1', quoteText: '' })
  const note = (kind: string) => runCommand(it.parts, noteReferenceUse, order(it, it.lead, { ...use, kind }))
  await note('call')
  expect((await refusalOf(note('talk'))).faults).toEqual([{ field: 'usedOn', message: useRefusals.noneLeft }])
  it.parts.clock.set('2026-07-01T08:00:00Z')
  const nextQuarter = { ...use, kind: 'talk', usedOn: '2026-07-01' }
  expect(await statusOf(runCommand(it.parts, noteReferenceUse, order(it, it.lead, nextQuarter)))).toBe(200)
})

test('where a champion ruled something out, a request says its region and competitor, or that there is none', async () => {
  const it = await agreed()
  const unsaid = { dealRegion: '', competitor: ' ' }
  expect((await refusalOf(ask(it, unsaid))).faults).toEqual([
    { field: 'dealRegion', message: dealRefusals.sayRegion },
    { field: 'competitor', message: dealRefusals.sayCompetitor },
  ])
  await ask(it, { dealRegion: 'none', competitor: 'None' })
  const free = await agreed({ never: '' })
  await ask(free, unsaid)
})

test('a use is noted for nothing that the champion ruled out', async () => {
  const it = await agreed()
  const note = (over: object) => runCommand(it.parts, noteReferenceUse, order(it, it.lead, { ...use, ...over }))
  const message = 'The champion does not want to be a reference for “Acme”.'
  for (const [over, field, said] of [
    [{ usedFor: 'Offer for ACME, Inc.' }, 'usedFor', message],
    [{ competitor: 'acme' }, 'competitor', message],
    [{ dealRegion: 'APAC' }, 'dealRegion', message.replace('Acme', 'APAC')],
    [{ dealRegion: '' }, 'dealRegion', dealRefusals.sayRegion],
    [{ competitor: ' ' }, 'competitor', dealRefusals.sayCompetitor],
  ] as const)
    expect(await refusalOf(note(over))).toMatchObject({ status: 422, faults: [{ field, message: said }] })
  expect((await getReferenceUse(it.parts, it.lead, it.planId, { mayWrite: false })).uses).toEqual([])
  await note({})
})

test('a champion gets few texts to approve a day, of whatever kind', async () => {
  const it = await agreed({ kinds: ['quote', 'case-study'] })
  const send = (n: number) =>
    runCommand(
      it.parts,
      sendPiece,
      order(it, it.lead, { kind: n % 2 ? 'quote' : 'case-study', text: `Version ${String(n)}` }),
    )
  for (let n = 0; n < bounds.piecesSentADay; n += 1) await send(n)
  expect(await refusalOf(send(90))).toMatchObject({ status: 409, message: pieceRefusals.sentOften })
  expect(await noticesOf(it, 'piece-sent')).toHaveLength(bounds.piecesSentADay)
  it.parts.clock.set(new Date(it.parts.clock.now().getTime() + day + 1).toISOString())
  await send(91)
})

test('marketing gets the newest of several consents, and a bounded number a day; withdrawing is never refused', async () => {
  const it = await agreed()
  for (let n = 1; n < bounds.consentsADay; n += 1) await give(it, { note: `Note ${String(n)}` })
  const told = (await noticesOf(it, 'reference-agreed')).filter(({ state }) => state === 'waiting')
  expect(new Set(told.map(({ facts }) => (facts as { conditions: string }).conditions))).toEqual(new Set(['Note 9']))
  expect(await refusalOf(give(it, { note: 'One more' }))).toMatchObject({
    status: 409,
    message: referenceRefusals.changedOften,
  })
  await withdraw(it)
  it.parts.clock.set(new Date(it.parts.clock.now().getTime() + day + 1).toISOString())
  await give(it)
})
