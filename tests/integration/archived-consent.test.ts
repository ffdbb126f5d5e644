import { expect, test } from 'vitest'
import { addAddressToDirectory } from '#app/access/core/directory.server.ts'
import { findPerson, landingFor } from '#app/access/participants/find-person.server.ts'
import { sendSignInLinks } from '#app/access/sign-in/send-sign-in-links.server.ts'
import { isStillWanted } from '#app/notices/still-wanted.server.ts'
import { archivePlan } from '#app/plan/closing/archive-plan.server.ts'
import * as activityPage from '#app/plan/activity/activity.page.tsx'
import * as planPage from '#app/plan/page/plan.page.tsx'
import { restorePlan } from '#app/plan/closing/restore-plan.server.ts'
import { giveConsent } from '#app/references/consent/give-consent.server.ts'
import { getReferencesPage } from '#app/references/board/board-queries.server.ts'
import * as referencePage from '#app/references/consent/reference.page.tsx'
import { runCommand } from '#app/runner/run-command.server.ts'
import { confirmFirstWin } from '#app/value/win/confirm-first-win.server.ts'
import { inWorkspace } from '#db/workspace.ts'
import { askedBy, outcomeOf } from '#tests/factories/page-request.ts'
import { eventsOf, setUp, statusOf } from '#tests/factories/plan-setting.ts'
import type { ParticipantActor } from '#tests/factories/workspace.ts'

const quoteText = 'We closed the books in one day.'
const consent = { winVersion: 2, kinds: ['logo', 'quote'], callsPerQuarter: '', quoteText, note: '', until: '' }

/** A plan that was won, whose champion agreed to a reference, and that is archived since. */
async function begin() {
  const it = await setUp()
  const who = { actor: it.champion, scopeId: it.planId }
  await runCommand(it.parts, confirmFirstWin, { ...who, input: { winVersion: 1, measuredValue: '1' } })
  await runCommand(it.parts, giveConsent, { ...who, input: consent })
  await runCommand(it.parts, archivePlan, { actor: it.lead, scopeId: it.planId, input: {} })
  return it
}

test('the champion of an archived win signs in by address, to the consent and to their own data', async () => {
  const it = await begin()
  const { parts, workspaceId } = it
  const email = 'priya.raman@halden.example'
  const landing = (by: { email: string }, next?: string) =>
    inWorkspace(parts.db, workspaceId, async (trx) => {
      const person = await findPerson(trx, workspaceId, by)
      return person && landingFor(trx, person.actor, { next })
    })
  expect(await landing({ email })).toBe(`/plans/${it.planId}/reference`)
  expect(await landing({ email }, `/plans/${it.planId}`)).toBe(`/plans/${it.planId}/reference`)
  const yourData = `/plans/${it.planId}/your-data`
  expect(await landing({ email: 'jonas.berg@halden.example' }), 'a person who gave no consent').toBe(yourData)
  expect(await landing({ email }, yourData)).toBe(yourData)

  await inWorkspace(parts.db, workspaceId, (trx) => addAddressToDirectory(trx, workspaceId, email))
  await sendSignInLinks(parts, { email })
  const wanted = await inWorkspace(parts.db, workspaceId, async (trx) => {
    const notice = await trx.selectFrom('notice').selectAll().where('kind', '=', 'sign-in').executeTakeFirstOrThrow()
    return isStillWanted(trx, notice, parts.clock.now())
  })
  expect(wanted, 'the link is really mailed').toBe(true)

  expect(await outcomeOf(planPage.loader(await askedBy(it, it.champion, `/plans/${it.planId}`)))).toMatchObject({
    status: 404,
  })
  expect(
    await outcomeOf(activityPage.loader(await askedBy(it, it.champion, `/plans/${it.planId}/activity`))),
  ).toMatchObject({ status: 404 })
  expect(
    await outcomeOf(referencePage.loader(await askedBy(it, it.contributor, `/plans/${it.planId}/reference`))),
  ).toMatchObject({
    status: 404,
  })
  expect(await referencePage.loader(await askedBy(it, it.champion, `/plans/${it.planId}/reference`))).toMatchObject({
    mayGive: false,
    answer: 'agreed',
    values: { kinds: ['logo', 'quote'] },
  })
})

test('the consent is taken back there; nothing may be used from then on, and no new one is given', async () => {
  const it = await begin()
  const scope = { scopeId: it.planId }
  // The logo that was agreed to is missing, and no one can be asked for it.
  expect((await getReferencesPage(it.parts, it.lead)).list.rows).toMatchObject([{ state: 'agreed', next: 'none' }])
  const give = (actor: ParticipantActor) => runCommand(it.parts, giveConsent, { ...scope, actor, input: consent })
  expect(await statusOf(give(it.champion))).toBe(404)
  const send = async (person: ParticipantActor) =>
    outcomeOf(
      referencePage.action(
        await askedBy(it, person, `/plans/${it.planId}/reference`, { intent: 'answer-reference', answer: 'no' }),
      ),
    )
  expect(await send(it.contributor)).toMatchObject({ status: 404 })
  expect(await send(it.champion)).toEqual({ status: 303, to: `/plans/${it.planId}/reference` })
  expect((await getReferencesPage(it.parts, it.lead)).list.rows).toMatchObject([{ answer: 'no', kinds: [] }])
  expect((await eventsOf(it)).at(-1)).toMatchObject({ event: 'reference taken back', actorName: 'Priya Raman' })
  expect(await referencePage.loader(await askedBy(it, it.champion, `/plans/${it.planId}/reference`))).toMatchObject({
    values: null,
  })
})

test('a plan that was brought back is the champion’s again, in full', async () => {
  const it = await begin()
  await runCommand(it.parts, restorePlan, { actor: it.lead, scopeId: it.planId, input: {} })
  expect(await referencePage.loader(await askedBy(it, it.champion, `/plans/${it.planId}/reference`))).toMatchObject({
    mayGive: true,
  })
  expect(await outcomeOf(planPage.loader(await askedBy(it, it.champion, `/plans/${it.planId}`)))).toMatchObject({
    status: 200,
  })
})
