import { expect, test } from 'vitest'
import { addAddressToDirectory } from '#app/access/core/directory.server.ts'
import { findPerson, landingFor } from '#app/access/participants/find-person.server.ts'
import { sendSignInLinks } from '#app/access/sign-in/send-sign-in-links.server.ts'
import { commandRegistry } from '#app/commands/command-registry.server.ts'
import { isStillWanted } from '#app/notices/still-wanted.server.ts'
import * as planPage from '#app/plan/page/plan.page.tsx'
import { runCommand } from '#app/runner/run-command.server.ts'
import * as ownDataPage from '#app/workspace/participants-own-data.page.tsx'
import * as ownCopyRoute from '#app/workspace/personal-data/own-copy.route.ts'
import { inWorkspace } from '#db/workspace.ts'
import { agreed, order } from '#tests/factories/call-setting.ts'
import { askedBy, outcomeOf } from '#tests/factories/page-request.ts'
import { type Setting, statusOf } from '#tests/factories/plan-setting.ts'
import type { ParticipantActor } from '#tests/factories/workspace.ts'

const {
  'add-comment': addComment,
  'archive-plan': archivePlan,
  'ask-for-erasure': askForErasure,
  'erase-person': erasePerson,
  'hand-on-champion': handOn,
  'remove-participant': removeParticipant,
  'save-situation': saveSituation,
  'share-situation': shareSituation,
  'withdraw-situation': withdrawSituation,
} = commandRegistry

const path = (it: Setting) => `/plans/${it.planId}/your-data`
const email = 'priya.raman@halden.example'
const within = <Found>(it: Setting, work: Parameters<typeof inWorkspace<Found>>[2]) =>
  inWorkspace(it.parts.db, it.workspaceId, work)

const landing = (it: Setting, next?: string) =>
  within(it, async (trx) => {
    const person = await findPerson(trx, it.workspaceId, { email })
    return person && landingFor(trx, person.actor, { next })
  })
const read = async (it: Setting, person: ParticipantActor) =>
  (await ownDataPage.loader(await askedBy(it, person, path(it)))).record

const issue = { jobTitle: 'Controller', issue: 'Closing takes a month', reasons: '', capabilities: '', difference: '' }

/** Priya Raman's sheet, and her confirmation and consent; then Jonas Berg is champion, who takes her off the plan. */
async function left() {
  const it = await agreed()
  const { parts, champion, contributor, lead } = it
  const saved = await runCommand(parts, saveSituation, order(it, lead, { personId: champion.id, ...issue }))
  const { situationId } = saved.result
  await runCommand(parts, shareSituation, order(it, lead, { situationId }))
  await runCommand(parts, handOn, order(it, champion, { participantId: contributor.id }))
  await runCommand(parts, removeParticipant, order(it, contributor, { participantId: champion.id }))
  return { ...it, situationId }
}

test('who left every plan signs in by address to all that is kept of them, and to nothing of the plan', async () => {
  const it = await left()
  expect(await landing(it, path(it))).toBe(path(it))
  expect(await landing(it, `/plans/${it.planId}`)).not.toBe(`/plans/${it.planId}`)
  await within(it, (trx) => addAddressToDirectory(trx, it.workspaceId, email))
  await sendSignInLinks(it.parts, { email, next: path(it) })
  const wanted = within(it, async (trx) => {
    const notice = await trx.selectFrom('notice').selectAll().where('kind', '=', 'sign-in').executeTakeFirstOrThrow()
    return isStillWanted(trx, notice, it.parts.clock.now())
  })
  expect(await wanted, 'the link is really mailed').toBe(true)
  expect(await read(it, it.champion)).toMatchObject({
    plans: [],
    heard: [{ issue: 'Closing takes a month', mayWithdraw: true }],
    wins: [{ statement: expect.any(String) as string }],
    consents: [{ answer: 'agreed', quote: 'One day!', mayChange: true }],
  })
  const plan = await askedBy(it, it.champion, `/plans/${it.planId}`)
  expect(await outcomeOf(planPage.loader(plan))).toMatchObject({ status: 404 })
  const said = order(it, it.champion, { taskId: it.taskIds['legal'], text: 'Hello', audience: 'both' })
  expect(await statusOf(runCommand(it.parts, addComment, said))).toBe(404)
})

test('they take back what was heard from them, copy all of it and ask to be erased; then there is no way in', async () => {
  const it = await left()
  const post = async (fields: Record<string, string>) =>
    outcomeOf(ownDataPage.action(await askedBy(it, it.champion, path(it), fields)))
  expect(await post({ intent: 'withdraw-situation', situationId: it.situationId })).toEqual({
    status: 303,
    to: path(it),
  })
  expect((await read(it, it.champion)).heard).toEqual([])
  const copy = await askedBy(it, it.champion, `${path(it)}/export`, { intent: 'export-own-data' })
  const file = await ownCopyRoute.action(copy)
  expect(file instanceof Response && (await file.text())).toContain('One day!')
  expect(await post({ intent: 'ask-for-erasure' })).toEqual({ status: 303, to: path(it) })
  expect((await read(it, it.champion)).askedOn).toBe('2026-06-17')
  const admin = { ...it.lead, signedInAt: it.parts.clock.now() }
  await within(it, (trx) =>
    trx
      .updateTable('member')
      .set({ roles: ['admin', 'rep'] })
      .where('id', '=', it.lead.id)
      .execute(),
  )
  await runCommand(it.parts, erasePerson, {
    ...{ actor: admin, scopeId: it.workspaceId, idempotencyKey: 'erase-priya' },
    input: { personId: it.champion.id, confirmation: email },
  })
  expect(await landing(it)).toBeUndefined()
})

test('of an archived plan its people read what is kept of them, also who gave no consent', async () => {
  const it = await agreed()
  await runCommand(it.parts, archivePlan, order(it, it.lead, {}))
  expect(await read(it, it.viewer)).toMatchObject({ name: it.viewer.name, heard: [], consents: [] })
  expect(await statusOf(runCommand(it.parts, askForErasure, order(it, it.viewer, {})))).toBe(200)
  const sheet = order(it, it.viewer, { situationId: it.planId })
  expect(await statusOf(runCommand(it.parts, withdrawSituation, sheet)), 'nothing was heard').toBe(404)
})
