import { expect, test } from 'vitest'
import { getReferencesFile, getReferencesPage } from '#app/references/board/board-queries.server.ts'
import { allReferences } from '#app/references/board/board-filter.ts'
import { answerReference } from '#app/references/consent/answer-reference.server.ts'
import { giveConsent } from '#app/references/consent/give-consent.server.ts'
import { answerPiece } from '#app/references/pieces/answer-piece.server.ts'
import { getPiecePage } from '#app/references/pieces/piece-queries.server.ts'
import { sendPiece } from '#app/references/pieces/send-piece.server.ts'
import { writePiece } from '#app/references/pieces/write-piece.server.ts'
import { getReferenceUse } from '#app/references/overview/reference-use-queries.server.ts'
import { runCommand } from '#app/runner/run-command.server.ts'
import { confirmFirstWin } from '#app/value/win/confirm-first-win.server.ts'
import { correctFirstWin } from '#app/value/win/correct-first-win.server.ts'
import { inWorkspace } from '#db/workspace.ts'
import { type Setting, refusalOf, setUp, statusOf } from '#tests/factories/plan-setting.ts'
import { type MemberActor, makeMember } from '#tests/factories/workspace.ts'

type Kind = 'quote' | 'case-study'

/** A plan whose champion agreed to a quote and a case study, each moment a second later. */
async function begin() {
  const made = await setUp()
  const start = made.parts.clock.now().getTime()
  let seconds = 0
  const parts = { ...made.parts, clock: { ...made.parts.clock, now: () => new Date(start + 1_000 * seconds++) } }
  const marketing = await makeMember(parts.db, made.workspaceId, { name: 'Jo Marlin', roles: ['marketing'] })
  const it = { ...made, parts, marketing }
  const champion = { actor: it.champion, scopeId: it.planId }
  await runCommand(parts, confirmFirstWin, { ...champion, input: { winVersion: 1, measuredValue: '1' } })
  await runCommand(parts, giveConsent, {
    ...champion,
    input: { winVersion: 2, kinds: ['quote', 'case-study'], quoteText: 'One day!' },
  })
  return it
}
type Begun = Setting & { marketing: MemberActor }

const write = (it: Begun, kind: Kind, text: string, seen?: string) =>
  runCommand(it.parts, writePiece, {
    ...{ actor: it.marketing, scopeId: it.planId, input: { kind, text } },
    ...(seen === undefined ? {} : { seen: { text: seen } }),
  })
const send = (it: Begun, kind: Kind, text: string, actor = it.marketing, seen?: string) =>
  runCommand(it.parts, sendPiece, {
    ...{ actor, scopeId: it.planId, input: { kind, text } },
    ...(seen === undefined ? {} : { seen: { text: seen } }),
  })
const answer = (it: Begun, kind: Kind, version: number, input: object = { answer: 'approve' }, actor = it.champion) =>
  runCommand(it.parts, answerPiece, { actor, scopeId: it.planId, input: { kind, version, ...input } })

const rowOf = async (it: Begun) => (await getReferencesPage(it.parts, it.marketing)).list.rows[0]
const useOf = (it: Begun, mayWrite = true) => getReferenceUse(it.parts, it.marketing, it.planId, { mayWrite })
const statesOf = async (it: Begun, kind: Kind) =>
  (await useOf(it)).pieces[kind].map(({ version, state }) => [version, state])
const noticesOf = (it: Begun, kind: string) =>
  inWorkspace(it.parts.db, it.workspaceId, (trx) =>
    trx.selectFrom('notice').selectAll().where('kind', '=', kind).orderBy('createdAt').execute(),
  )

test('a case study is written, approved word for word, and only then the reference is captured', async () => {
  const it = await begin()
  expect(await rowOf(it)).toMatchObject({ state: 'agreed', next: 'write' })
  await write(it, 'case-study', '# One ledger')
  expect(await rowOf(it)).toMatchObject({ state: 'agreed', next: 'send' })
  expect(await statusOf(getPiecePage(it.parts, it.champion, it.planId, 'case-study')), 'a draft is the vendor’s').toBe(
    404,
  )
  await send(it, 'case-study', '# One ledger\n\n**One** day.')
  expect(await rowOf(it)).toMatchObject({ state: 'agreed', next: 'wait' })
  expect(await noticesOf(it, 'piece-sent')).toMatchObject([
    { participantId: it.champion.id, daily: true, path: `/plans/${it.planId}/reference/pieces/case-study` },
  ])
  const page = await getPiecePage(it.parts, it.champion, it.planId, 'case-study')
  expect(page.waiting).toMatchObject({ version: 1, by: 'Jo Marlin' })
  expect(page.waiting?.html).toContain('<strong>One</strong> day.')
  await answer(it, 'case-study', 1)
  await answer(it, 'case-study', 1)
  expect(await rowOf(it)).toMatchObject({ state: 'captured', next: 'use' })
  expect(await noticesOf(it, 'piece-answered')).toMatchObject([{ memberId: it.marketing.id, daily: true }])
})

test('a later edit is a new version: what was approved stays shown until that is approved as well', async () => {
  const it = await begin()
  await send(it, 'quote', 'It takes one day.')
  await answer(it, 'quote', 1)
  expect(await rowOf(it)).toMatchObject({ quote: 'It takes one day.', contradictions: [] })
  await send(it, 'quote', 'It takes 10 days.')
  expect(await statesOf(it, 'quote')).toEqual([
    [2, 'sent'],
    [1, 'approved'],
  ])
  expect(await rowOf(it)).toMatchObject({ quote: 'It takes one day.' })
  await answer(it, 'quote', 2, { answer: 'return', reason: 'It was one day.' })
  expect(await rowOf(it)).toMatchObject({ quote: 'It takes one day.' })
  await send(it, 'quote', 'It takes 10 days!')
  await answer(it, 'quote', 3)
  expect(await rowOf(it), 'approved, and against the number').toMatchObject({
    quote: 'It takes 10 days!',
    contradictions: ['10 days'],
  })
  expect(await statesOf(it, 'quote')).toEqual([
    [3, 'approved'],
    [2, 'sent back'],
    [1, 'replaced'],
  ])
})

test('words that were changed after they were read are not approved', async () => {
  const it = await begin()
  await send(it, 'quote', 'It takes one day.')
  await send(it, 'quote', 'It takes one hour.')
  const refusal = await refusalOf(answer(it, 'quote', 1))
  expect(refusal.status).toBe(409)
  expect(refusal.message).toBe(
    'The wording was changed after you opened it. Please read it again. Nothing was approved.',
  )
  expect(await rowOf(it)).toMatchObject({ quote: 'One day!' })
  const { waiting, earlier } = await getPiecePage(it.parts, it.champion, it.planId, 'quote')
  expect(waiting).toMatchObject({ version: 2, text: 'It takes one hour.' })
  expect(
    earlier.find(({ version }) => version === 1),
    'what was read',
  ).toMatchObject({ text: 'It takes one day.' })
  await answer(it, 'quote', 2)
  expect((await refusalOf(answer(it, 'quote', 1))).status, 'nothing waits').toBe(409)
})

test('two who write do not overwrite each other', async () => {
  const it = await begin()
  await write(it, 'case-study', 'First', '')
  const refusal = await refusalOf(write(it, 'case-study', 'Second', ''))
  expect(refusal.conflicts).toMatchObject([{ field: 'text', yours: 'Second', theirs: 'First' }])
})

test('who sends words as they read them does not send over what someone else has written since', async () => {
  const it = await begin()
  await write(it, 'case-study', 'First')
  await write(it, 'case-study', 'Second', 'First')
  const refusal = await refusalOf(send(it, 'case-study', 'First', it.marketing, 'First'))
  expect(refusal.conflicts).toMatchObject([{ field: 'text', yours: 'First', theirs: 'Second' }])
  expect((await useOf(it)).pieces['case-study']).toMatchObject([{ text: 'Second', state: 'draft' }])
  await send(it, 'case-study', 'Second', it.marketing, 'Second')
  expect(await statesOf(it, 'case-study')).toEqual([[1, 'sent']])
})

test('only what was agreed to is written, only by who may, and only for a champion who is there', async () => {
  const it = await begin()
  const champion = { actor: it.champion, scopeId: it.planId }
  const support = await makeMember(it.parts.db, it.workspaceId, { name: 'Ola Berg', roles: ['support'] })
  expect(await statusOf(send(it, 'quote', 'One day.', support))).toBe(403)
  await send(it, 'quote', 'One day.')
  expect(await statusOf(answer(it, 'quote', 1, { answer: 'approve' }, it.contributor))).toBe(403)
  expect((await refusalOf(answer(it, 'quote', 1, { answer: 'return' }))).faults).toMatchObject([{ field: 'reason' }])
  expect((await refusalOf(send(it, 'quote', 'One day.'))).message).toBe('These words are waiting for approval already.')
  await inWorkspace(it.parts.db, it.workspaceId, (trx) =>
    trx
      .updateTable('planParticipant')
      .set({ removedAt: it.parts.clock.now() })
      .where('participantId', '=', it.champion.id)
      .execute(),
  )
  const left = await refusalOf(send(it, 'quote', 'A day.'))
  expect([left.status, left.message]).toEqual([
    409,
    'No champion is on the plan any longer, so no one can approve this. Nothing was sent.',
  ])
  expect(await statusOf(answer(it, 'quote', 1))).toBe(404)
  expect(await statesOf(it, 'quote')).toEqual([[1, 'sent']])
  await inWorkspace(it.parts.db, it.workspaceId, (trx) =>
    trx.updateTable('planParticipant').set({ removedAt: null }).where('participantId', '=', it.champion.id).execute(),
  )
  await runCommand(it.parts, giveConsent, { ...champion, input: { winVersion: 2, kinds: ['review'] } })
  expect(await statusOf(answer(it, 'quote', 1)), 'no longer agreed to').toBe(409)
  expect(await statusOf(write(it, 'quote', 'A day.'))).toBe(409)
})

test('withdrawn, nothing of it is on the board, on its page or in the file, from the same moment', async () => {
  const it = await begin()
  await send(it, 'quote', 'It takes one day.')
  await answer(it, 'quote', 1)
  await send(it, 'case-study', '# One ledger')
  await runCommand(it.parts, answerReference, {
    ...{ actor: it.champion, scopeId: it.planId },
    input: { answer: 'no' },
  })
  expect(await rowOf(it)).toMatchObject({ state: 'declined', next: 'none', quote: null, kinds: [] })
  expect(await statesOf(it, 'quote')).toEqual([])
  expect((await getPiecePage(it.parts, it.champion, it.planId, 'case-study')).waiting).toBeNull()
  expect(await getReferencesFile(it.parts, it.marketing, allReferences)).toMatchObject([{ quote: null, kinds: [] }])
  expect(await statusOf(answer(it, 'case-study', 1))).toBe(409)
})

test('a case study that was approved for other numbers is not shown once the corrected win is agreed to', async () => {
  const it = await begin()
  const champion = { actor: it.champion, scopeId: it.planId }
  const consent = { kinds: ['quote', 'case-study'], quoteText: 'Two days!' }
  await send(it, 'case-study', '# One day')
  await answer(it, 'case-study', 1)
  await runCommand(it.parts, giveConsent, { ...champion, input: { ...consent, winVersion: 2 } })
  expect(await statesOf(it, 'case-study'), 'the same numbers').toEqual([[1, 'approved']])
  const corrected = { measuredValue: '2', wordsHold: 'yes', confirmWorse: '' }
  await runCommand(it.parts, correctFirstWin, { ...champion, input: corrected })
  await runCommand(it.parts, giveConsent, { ...champion, input: { ...consent, winVersion: 3 } })
  expect((await useOf(it)).pieces['case-study']).toMatchObject([{ state: 'ended', text: '# One day' }])
  expect((await useOf(it, false)).pieces['case-study']).toEqual([])
  expect(await rowOf(it)).toMatchObject({ state: 'agreed', next: 'write', quote: 'Two days!' })
  await send(it, 'case-study', '# Two days')
  await answer(it, 'case-study', 2)
  expect(await rowOf(it)).toMatchObject({ state: 'captured' })
})

test('who may not write a piece gets nothing but what is approved, and no longer than the consent holds', async () => {
  const it = await begin()
  await send(it, 'quote', 'It takes one day.')
  await answer(it, 'quote', 1)
  await send(it, 'quote', 'It takes ten days.')
  await write(it, 'case-study', '# One ledger')
  const read = async () => {
    const { quote, 'case-study': caseStudy } = (await useOf(it, false)).pieces
    return [...quote, ...caseStudy].map(({ text }) => text)
  }
  expect(await read()).toEqual(['It takes one day.'])
  await runCommand(it.parts, answerReference, {
    ...{ actor: it.champion, scopeId: it.planId },
    input: { answer: 'no' },
  })
  expect(await read()).toEqual([])
  expect(await statesOf(it, 'quote'), 'nor are they sent to who writes').toEqual([])
})

test('what waits for a champion who withdraws the consent is not sent, nor that it was given', async () => {
  const it = await begin()
  await send(it, 'quote', 'It takes one day.')
  await runCommand(it.parts, answerReference, {
    ...{ actor: it.champion, scopeId: it.planId },
    input: { answer: 'no' },
  })
  for (const kind of ['reference-agreed', 'piece-sent'])
    expect(new Set((await noticesOf(it, kind)).map(({ state }) => state)), kind).toEqual(new Set(['unwanted']))
  const declined = await noticesOf(it, 'reference-declined')
  expect(new Set(declined.map(({ state }) => state))).toEqual(new Set(['waiting']))
})
