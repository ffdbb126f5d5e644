import { expect, test } from 'vitest'
import { addAddressToDirectory } from '#app/access/core/directory.server.ts'
import { findPerson, landingFor } from '#app/access/participants/find-person.server.ts'
import { sendSignInLinks } from '#app/access/sign-in/send-sign-in-links.server.ts'
import { commandRegistry } from '#app/commands/command-registry.server.ts'
import { isStillWanted } from '#app/notices/still-wanted.server.ts'
import { getReferencesPage } from '#app/references/board/board-queries.server.ts'
import { getReferenceForForm } from '#app/references/consent/consent-queries.server.ts'
import * as referencePage from '#app/references/consent/reference.page.tsx'
import { runCommand } from '#app/runner/run-command.server.ts'
import { inWorkspace } from '#db/workspace.ts'
import { agreed, consent, order } from '#tests/factories/call-setting.ts'
import { type Setting, eventsOf, refusalOf, setUp, statusOf } from '#tests/factories/plan-setting.ts'
import { askedBy, outcomeOf } from '#tests/factories/page-request.ts'
import type { ParticipantActor } from '#tests/factories/workspace.ts'

const {
  'answer-reference': answerReference,
  'confirm-first-win': confirm,
  'give-consent': give,
  'hand-on-champion': handOnChampion,
  'remove-participant': removeParticipant,
} = commandRegistry
const handOn = (it: Setting) =>
  runCommand(it.parts, handOnChampion, order(it, it.champion, { participantId: it.contributor.id }))
const answer = (it: Setting, actor: ParticipantActor, what: 'no' | 'later') =>
  runCommand(it.parts, answerReference, order(it, actor, { answer: what }))
const rowOf = async (it: Setting) => (await getReferencesPage(it.parts, it.lead)).list.rows[0]
const path = (it: Setting) => `/plans/${it.planId}/reference`

/** A consent of Priya Raman, who handed the plan on to Jonas Berg. */
async function handedOn() {
  const it = await agreed()
  await handOn(it)
  return it
}

test('who gave a consent and hands the plan on can still withdraw it; the next champion is then open to be asked', async () => {
  const it = await handedOn()
  expect((await refusalOf(answer(it, it.champion, 'later'))).status).toBe(403)
  expect(await statusOf(runCommand(it.parts, give, order(it, it.champion, consent)))).toBe(403)
  expect(await referencePage.loader(await askedBy(it, it.champion, path(it)))).toMatchObject({
    ...{ mayGive: false, isArchived: false, answer: 'agreed', givenBy: null, people: [], pieces: [] },
    ...{ values: { quoteText: 'One day!' }, history: [{ by: 'Priya Raman' }] },
  })
  const form = { intent: 'answer-reference', answer: 'no' }
  expect(await outcomeOf(referencePage.action(await askedBy(it, it.champion, path(it), form)))).toEqual({
    status: 303,
    to: path(it),
  })
  expect(await rowOf(it)).toMatchObject({ answer: 'not asked', state: 'ready', next: 'ask', kinds: [] })
  expect((await eventsOf(it)).at(-1)).toMatchObject({ event: 'reference taken back', actorName: 'Priya Raman' })
  expect(await referencePage.loader(await askedBy(it, it.champion, path(it)))).toMatchObject({ values: null })
  expect(await statusOf(answer(it, it.champion, 'no')), 'once more changes nothing').toBe(200)
  expect(await rowOf(it)).toMatchObject({ answer: 'not asked' })
})

test('who gave a consent and left the plan signs in by address, to that consent and to their own data', async () => {
  const it = await handedOn()
  const { parts, workspaceId } = it
  const email = 'priya.raman@halden.example'
  await runCommand(parts, removeParticipant, order(it, it.contributor, { participantId: it.champion.id }))
  const landing = () =>
    inWorkspace(parts.db, workspaceId, async (trx) => {
      const person = await findPerson(trx, workspaceId, { email })
      return person && landingFor(trx, person.actor)
    })
  expect(await landing()).toBe(path(it))
  await inWorkspace(parts.db, workspaceId, (trx) => addAddressToDirectory(trx, workspaceId, email))
  await sendSignInLinks(parts, { email })
  const wanted = await inWorkspace(parts.db, workspaceId, async (trx) => {
    const notice = await trx.selectFrom('notice').selectAll().where('kind', '=', 'sign-in').executeTakeFirstOrThrow()
    return isStillWanted(trx, notice, parts.clock.now())
  })
  expect(wanted, 'the link is really mailed').toBe(true)
  expect(await referencePage.loader(await askedBy(it, it.champion, path(it)))).toMatchObject({ answer: 'agreed' })
  expect(await statusOf(answer(it, it.champion, 'no'))).toBe(200)
  expect(await rowOf(it)).toMatchObject({ answer: 'not asked' })
  expect(await landing(), 'nothing is left to withdraw').toBe(`/plans/${it.planId}/your-data`)
})

test('once the next champion has agreed, the consent is theirs alone, changed or not', async () => {
  const it = await handedOn()
  const forNext = () => getReferenceForForm(it.parts, it.contributor, it.planId, { mayGive: true })
  expect(await forNext()).toMatchObject({ answer: 'agreed', givenBy: 'Priya Raman' })
  it.parts.clock.set('2026-06-17T09:00:00Z')
  await runCommand(it.parts, give, order(it, it.contributor, consent))
  expect(await forNext()).toMatchObject({
    givenBy: null,
    history: [
      { answer: 'given', by: 'Jonas Berg' },
      { answer: 'given', by: 'Priya Raman' },
    ],
  })
  expect(await statusOf(answer(it, it.champion, 'no'))).toBe(403)
  expect(await outcomeOf(referencePage.loader(await askedBy(it, it.champion, path(it))))).toMatchObject({ status: 403 })
})

test.each(['no', 'later'] as const)(
  'a “%s” is of the person who said it: the next champion was not asked',
  async (said) => {
    const it = await setUp()
    await runCommand(it.parts, confirm, order(it, it.champion, { winVersion: 1, measuredValue: '1' }))
    await answer(it, it.champion, said)
    expect(await rowOf(it)).toMatchObject({ answer: said })
    await handOn(it)
    expect(await rowOf(it)).toMatchObject({ answer: 'not asked', state: 'ready', next: 'ask' })
  },
)
