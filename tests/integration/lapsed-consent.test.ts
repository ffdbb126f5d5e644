import { expect, test } from 'vitest'
import { getReferencesPage } from '#app/references/board/board-queries.server.ts'
import { askForReference } from '#app/references/board/ask-for-reference.server.ts'
import { answerReference } from '#app/references/consent/answer-reference.server.ts'
import { getReferenceForForm } from '#app/references/consent/consent-queries.server.ts'
import { giveConsent } from '#app/references/consent/give-consent.server.ts'
import { answerPiece } from '#app/references/pieces/answer-piece.server.ts'
import { sendPiece } from '#app/references/pieces/send-piece.server.ts'
import { noteReferenceUse } from '#app/references/use/note-reference-use.server.ts'
import { runCommand } from '#app/runner/run-command.server.ts'
import { correctFirstWin } from '#app/value/win/correct-first-win.server.ts'
import { inWorkspace } from '#db/workspace.ts'
import { agreed, consent, order, use } from '#tests/factories/call-setting.ts'
import { type Setting, refusalOf, statusOf } from '#tests/factories/plan-setting.ts'
import { makeMember } from '#tests/factories/workspace.ts'

const answer = (it: Setting, what: 'later' | 'no') =>
  runCommand(it.parts, answerReference, order(it, it.champion, { answer: what }))
const rowOf = async (it: Setting) => (await getReferencesPage(it.parts, it.lead)).list.rows[0]
const noticesOf = (it: Setting, kind: string) =>
  inWorkspace(it.parts.db, it.workspaceId, (trx) =>
    trx
      .selectFrom('notice')
      .select(['memberId', 'state', 'daily', 'facts'])
      .where('kind', '=', kind)
      .orderBy('createdAt')
      .execute(),
  )
const marketingOf = (it: Setting) =>
  makeMember(it.parts.db, it.workspaceId, { name: 'Mia Torres', roles: ['marketing'] })

/** A consent to a quote that Sam Ortiz used, whose last day has passed, and that marketing asked about again. */
async function expired() {
  const it = await agreed({ until: '2026-06-20', never: '' })
  await runCommand(it.parts, noteReferenceUse, order(it, it.lead, use))
  it.parts.clock.set('2026-06-21T11:00:00Z')
  const marketing = await marketingOf(it)
  await runCommand(it.parts, askForReference, order(it, marketing, {}))
  return { ...it, marketing }
}

test('a “later” about a consent that has expired keeps it as it was, and no one asks again', async () => {
  const it = await expired()
  await answer(it, 'later')
  expect(await getReferenceForForm(it.parts, it.champion, it.planId, { mayGive: true })).toMatchObject({
    answer: 'expired',
    values: { kinds: ['call', 'logo', 'quote'], quoteText: 'One day!' },
  })
  expect(await statusOf(runCommand(it.parts, askForReference, order(it, it.marketing, {})))).toBe(409)
  expect(await noticesOf(it, 'reference-asked')).toMatchObject([{ state: 'unwanted' }])
})

test('a “no” to a consent that has expired is a plain answer: its users already know', async () => {
  const it = await expired()
  await answer(it, 'no')
  expect(await rowOf(it)).toMatchObject({ answer: 'no', kinds: [] })
  expect(await noticesOf(it, 'used-reference-ended')).toEqual([])
  expect(await noticesOf(it, 'reference-declined')).toMatchObject([{ facts: { wasAgreed: false } }, {}])
  expect((await noticesOf(it, 'reference-declined')).map(({ daily }) => daily)).toEqual([true, true])
})

test('a consent on hold can wait, too; one in effect cannot', async () => {
  const it = await agreed()
  expect(await statusOf(answer(it, 'later'))).toBe(409)
  const corrected = { measuredValue: '2', wordsHold: 'yes', confirmWorse: '' }
  await runCommand(it.parts, correctFirstWin, order(it, it.champion, corrected))
  await answer(it, 'later')
  expect(await rowOf(it)).toMatchObject({ answer: 'on hold' })
})

test('users of a quote are told when its words change or its limits narrow', async () => {
  const it = await agreed({ never: '', until: '' })
  await runCommand(it.parts, noteReferenceUse, order(it, it.lead, use))
  const give = (over: object) =>
    runCommand(it.parts, giveConsent, order(it, it.champion, { ...consent, never: '', until: '', ...over }))
  const told = async () =>
    (await noticesOf(it, 'used-reference-ended')).map(({ memberId, facts }) => [
      memberId === it.lead.id,
      Object(facts).changed,
    ])
  await give({ note: 'Not before the annual report.' })
  expect(await told()).toEqual([])
  it.parts.clock.set('2026-06-17T09:00:00Z')
  await give({ quoteText: 'A single day.' })
  expect(await told()).toEqual([[true, 'words']])
  it.parts.clock.set('2026-06-17T10:00:00Z')
  await give({ quoteText: 'A single day.', never: 'Acme' })
  expect(await told()).toEqual([
    [true, 'words'],
    [true, 'limits'],
  ])
  const marketing = await marketingOf(it)
  await runCommand(it.parts, sendPiece, order(it, marketing, { kind: 'quote', text: 'One single day.' }))
  it.parts.clock.set('2026-06-17T11:00:00Z')
  await runCommand(it.parts, answerPiece, order(it, it.champion, { kind: 'quote', version: '1', answer: 'approve' }))
  expect((await told()).at(-1)).toEqual([true, 'words'])
  expect(await told()).toHaveLength(3)
  expect((await refusalOf(answer(it, 'later'))).status).toBe(409)
})
