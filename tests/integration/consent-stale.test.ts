import { expect, test } from 'vitest'
import { handOnChampion } from '#app/access/participants/hand-on-champion.server.ts'
import { getReferencesPage } from '#app/references/board/board-queries.server.ts'
import { answerReference } from '#app/references/consent/answer-reference.server.ts'
import { getReferenceForForm } from '#app/references/consent/consent-queries.server.ts'
import { giveConsent } from '#app/references/consent/give-consent.server.ts'
import { answerPiece } from '#app/references/pieces/answer-piece.server.ts'
import { sendPiece } from '#app/references/pieces/send-piece.server.ts'
import { runCommand } from '#app/runner/run-command.server.ts'
import { inWorkspace } from '#db/workspace.ts'
import { agreed, consent, order } from '#tests/factories/call-setting.ts'
import { type Setting, planOf, refusalOf } from '#tests/factories/plan-setting.ts'
import { type ParticipantActor, makeMember, makeParticipant } from '#tests/factories/workspace.ts'

/** The consent as its form posts it, with what the form began with. */
const seenAtFirst = {
  ...{ kinds: ['logo', 'quote', 'call'], callsPerQuarter: '2', quoteText: 'One day!', until: '2027-12-31' },
  ...{ note: '', never: 'Acme\nAPAC', approverId: '' },
}
const give = (it: Setting, over: object, seen?: Record<string, unknown>, actor: ParticipantActor = it.champion) =>
  runCommand(it.parts, giveConsent, {
    ...order(it, actor, { ...consent, ...over }),
    ...(seen === undefined ? {} : { seen }),
  })
const formOf = (it: Setting, actor: ParticipantActor) =>
  getReferenceForForm(it.parts, actor, it.planId, { mayGive: true })
const rowOf = async (it: Setting) => (await getReferencesPage(it.parts, it.lead)).list.rows[0]

/** Marketing's words for the quote, approved by the champion an hour later. */
async function approve(it: Setting, text: string) {
  const marketing = await makeMember(it.parts.db, it.workspaceId, { name: 'Mia Torres', roles: ['marketing'] })
  await runCommand(it.parts, sendPiece, order(it, marketing, { kind: 'quote', text }))
  it.parts.clock.set('2026-06-17T09:00:00Z')
  const approval = { kind: 'quote', version: '1', answer: 'approve' }
  await runCommand(it.parts, answerPiece, order(it, it.champion, approval))
  it.parts.clock.set('2026-06-17T10:00:00Z')
}

test('a form opened before the limits were changed does not take them back', async () => {
  const it = await agreed()
  await give(it, { never: 'Acme\nAPAC\nNordwind' })
  const refusal = await refusalOf(give(it, { until: '2028-06-30' }, seenAtFirst))
  expect(refusal.conflicts).toMatchObject([
    { field: 'never', yours: '["Acme","APAC"]', theirs: '["Acme","APAC","Nordwind"]', by: 'Priya Raman' },
  ])
  expect((await formOf(it, it.champion)).values).toMatchObject({ until: '2027-12-31' })
})

test('a form opened before the consent was withdrawn does not give it again', async () => {
  const it = await agreed()
  await runCommand(it.parts, answerReference, order(it, it.champion, { answer: 'no' }))
  const refusal = await refusalOf(give(it, { until: '2028-06-30' }, seenAtFirst))
  expect(refusal.conflicts).toMatchObject([{ field: 'kinds', theirs: '[]', by: 'Priya Raman' }])
  expect(await rowOf(it)).toMatchObject({ answer: 'no' })
  await give(it, {}, { ...seenAtFirst, kinds: '' })
  expect(await rowOf(it), 'said once more').toMatchObject({ answer: 'agreed' })
})

test('a form opened before another wording was approved does not take that back', async () => {
  const it = await agreed()
  await approve(it, 'It takes one day.')
  const refusal = await refusalOf(give(it, { until: '2028-06-30' }, seenAtFirst))
  expect(refusal.conflicts).toMatchObject([{ field: 'quoteText', yours: 'One day!', theirs: 'It takes one day.' }])
  expect(await rowOf(it)).toMatchObject({ quote: 'It takes one day.' })
})

test('the first wording of a quote can be given again', async () => {
  const it = await agreed()
  await approve(it, 'It takes one day.')
  expect((await formOf(it, it.champion)).values).toMatchObject({ quoteText: 'It takes one day.' })
  await give(it, {}, { ...seenAtFirst, quoteText: 'It takes one day.' })
  expect(await rowOf(it)).toMatchObject({ quote: 'One day!' })
})

test('an approver who comes back at a new address is kept, under the same name', async () => {
  const it = await agreed({ approverId: '' })
  await give(it, { approverId: it.contributor.id })
  const { accountId } = await planOf(it)
  const seat = { planId: it.planId, role: 'contributor' } as const
  const back = await makeParticipant(it.parts.db, it.workspaceId, accountId, { name: 'Jonas Bergh', seat })
  await inWorkspace(it.parts.db, it.workspaceId, (trx) =>
    trx
      .updateTable('planParticipant')
      .set({ name: it.contributor.name })
      .where('participantId', '=', back.id)
      .execute(),
  )
  await give(it, { approverId: back.id })
  expect((await formOf(it, it.champion)).values).toMatchObject({ approverId: back.id })
})

test('the next champion begins with the win’s words: what someone else said stays theirs', async () => {
  const it = await agreed()
  await runCommand(it.parts, handOnChampion, order(it, it.champion, { participantId: it.contributor.id }))
  const { offeredQuote, win, values } = await formOf(it, it.contributor)
  expect(offeredQuote).toBe(win.statement)
  expect(values).toMatchObject({ quoteText: 'One day!' })
  await give(it, { quoteText: offeredQuote }, seenAtFirst, it.contributor)
  expect(await rowOf(it)).toMatchObject({ quote: win.statement, quoteBy: { name: 'Jonas Berg' } })
  expect((await formOf(it, it.contributor)).offeredQuote).toBe(win.statement)
})
