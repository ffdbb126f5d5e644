import { expect, test } from 'vitest'
import { nameConfirmer } from '#app/access/participants/name-confirmer.server.ts'
import { commandRegistry } from '#app/commands/command-registry.server.ts'
import { giveConsent } from '#app/references/consent/give-consent.server.ts'
import { answerPiece } from '#app/references/pieces/answer-piece.server.ts'
import { sendPiece } from '#app/references/pieces/send-piece.server.ts'
import { noteReferenceUse } from '#app/references/use/note-reference-use.server.ts'
import { runCommand } from '#app/runner/run-command.server.ts'
import { confirmFirstWin } from '#app/value/win/confirm-first-win.server.ts'
import { getOwnRecord } from '#app/workspace/personal-data/get-own-record.server.ts'
import { getPersonCopy } from '#app/workspace/personal-data/get-person-copy.server.ts'
import { accept, agreed, ask, consent, order, use } from '#tests/factories/call-setting.ts'
import { type Setting, setUp } from '#tests/factories/plan-setting.ts'
import type { ParticipantActor } from '#tests/factories/workspace.ts'

const recordOf = (it: Setting, { id }: ParticipantActor) => getOwnRecord(it.parts, it.workspaceId, id)
const consentsOf = async (it: Setting, person: ParticipantActor) => (await recordOf(it, person)).consents
const copyOf = async (it: Setting, { id }: ParticipantActor) =>
  getPersonCopy(it.parts, { workspaceId: it.workspaceId, personId: id, reader: 'customer' })
const later = (it: Setting, minute: string) => it.parts.clock.set(`2026-06-17T08:${minute}:00Z`)
const send = (it: Setting, text: string) => runCommand(it.parts, sendPiece, order(it, it.lead, { kind: 'quote', text }))
const approve = (it: Setting, version: number) =>
  runCommand(it.parts, answerPiece, order(it, it.champion, { kind: 'quote', version, answer: 'approve' }))
const noteUse = (it: Setting, usedFor: string) =>
  runCommand(it.parts, noteReferenceUse, order(it, it.lead, { ...use, usedFor }))
const handOn = (it: Setting) =>
  runCommand(
    it.parts,
    commandRegistry['hand-on-champion'],
    order(it, it.champion, { participantId: it.contributor.id }),
  )

/** A quote of marketing's that was approved, one that waits, a call that is planned, and a use. */
async function used() {
  const it = await agreed()
  later(it, '01')
  await send(it, 'Closed in a day.')
  await approve(it, 1)
  await send(it, 'Closed in one day, every month.')
  await accept(it, await ask(it))
  await noteUse(it, 'The website')
  return it
}

test('one reads the quote that is shown now, what waits, who called, and each wording that one agreed to', async () => {
  const it = await used()
  expect(await consentsOf(it, it.champion)).toMatchObject([
    {
      answer: 'agreed',
      quote: 'Closed in a day.',
      uses: [{ kind: 'Quote', what: 'The website', by: 'Sam Ortiz' }],
      texts: [
        { kind: 'quote', state: 'approved', answeredOn: '2026-06-17', mayAnswer: false },
        { kind: 'quote', state: 'sent', answeredOn: null, mayAnswer: true },
      ],
      calls: [
        { deal: 'Adria Logistics', by: 'Sam Ortiz', standing: 'planned', when: 'Wednesday, 24 June, 16:00 CEST' },
      ],
      history: [{ answer: 'given', on: '2026-06-17' }],
    },
  ])
  expect(await copyOf(it, it.champion)).toMatchObject({
    consents: [{ shownQuote: 'Closed in a day.' }],
    approvals: [
      { state: 'approved', text: 'Closed in a day.' },
      { state: 'sent', text: 'Closed in one day, every month.' },
    ],
    uses: [{ what: 'The website' }],
    consentHistory: [{ answer: 'given', said: expect.arrayContaining(['Approved quote: “One day!”']) as unknown }],
  })
  expect(await consentsOf(it, it.contributor), 'of others nothing').toEqual([])
})

test('what one agreed to stays one’s own after another became champion and agreed to something else', async () => {
  const it = await used()
  later(it, '02')
  await handOn(it)
  expect(await consentsOf(it, it.champion)).toMatchObject([
    { answer: 'agreed', mayChange: true, quote: 'Closed in a day.', calls: [{ standing: 'ended' }] },
  ])
  expect(await consentsOf(it, it.contributor), 'the text that waits for them now').toMatchObject([
    { answer: 'by another', mayChange: true, history: [], uses: [], texts: [{ state: 'sent', mayAnswer: true }] },
  ])
  later(it, '03')
  await runCommand(it.parts, giveConsent, order(it, it.contributor, { ...consent, quoteText: 'Ours.' }))
  later(it, '04')
  await noteUse(it, 'The fair')
  expect(await consentsOf(it, it.champion)).toMatchObject([
    {
      answer: 'by another',
      mayChange: false,
      quote: null,
      uses: [{ what: 'The website' }],
      history: [{ answer: 'given', said: expect.arrayContaining(['Approved quote: “One day!”']) as unknown }],
    },
  ])
  expect(await consentsOf(it, it.contributor)).toMatchObject([
    { answer: 'agreed', quote: 'Ours.', uses: [{ what: 'The fair' }], history: [{ answer: 'given' }] },
  ])
  const copy = await copyOf(it, it.champion)
  expect(copy).toMatchObject({ consentHistory: [{ answer: 'given' }], uses: [{ what: 'The website' }] })
  expect(JSON.stringify(copy)).not.toMatch(/Ours\.|The fair/)
})

test('who must approve each use reads that they are named, in the copy of their data too', async () => {
  const it = await agreed()
  await runCommand(it.parts, giveConsent, order(it, it.champion, { ...consent, approverId: it.contributor.id }))
  expect((await recordOf(it, it.contributor)).approves).toMatchObject([{ planId: it.planId }])
  expect((await recordOf(it, it.champion)).approves).toEqual([])
  expect(await copyOf(it, it.contributor)).toMatchObject({ approves: [{ planId: it.planId }] })
})

test('who confirmed a win for the champion reads who can correct it, in place of a way that ends in a refusal', async () => {
  const it = await setUp()
  const named = { participantId: it.contributor.id, mayConfirm: 'yes' }
  await runCommand(it.parts, nameConfirmer, order(it, it.champion, named))
  await runCommand(it.parts, confirmFirstWin, order(it, it.contributor, { winVersion: 1, measuredValue: '1' }))
  expect((await recordOf(it, it.contributor)).wins).toMatchObject([{ mayChange: false, champion: 'Priya Raman' }])
  await handOn(it)
  expect((await recordOf(it, it.contributor)).wins).toMatchObject([{ mayChange: true }])
  await runCommand(it.parts, commandRegistry['archive-plan'], order(it, it.lead, {}))
  expect((await recordOf(it, it.contributor)).wins).toMatchObject([{ mayChange: false, champion: null }])
})
