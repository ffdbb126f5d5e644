import { expect, test } from 'vitest'
import { handOnChampion } from '#app/access/participants/hand-on-champion.server.ts'
import { inviteParticipant } from '#app/access/participants/invite-participant.server.ts'
import { removeParticipant } from '#app/access/participants/remove-participant.server.ts'
import { archivePlan } from '#app/plan/closing/archive-plan.server.ts'
import { restorePlan } from '#app/plan/closing/restore-plan.server.ts'
import { insertPlan } from '#app/plan/core/insert-plan.server.ts'
import { runCommand } from '#app/runner/run-command.server.ts'
import { standingsOnPlan } from '#app/runner/standing.server.ts'
import { makePlanWithSignIn } from '#tests/factories/plan-with-sign-in.ts'
import { haldenPlan } from '#tests/factories/workspace.ts'

/** Links sent before someone was removed from a plan, got another role or lost access, and what they open afterwards. */

/** A contributor of two plans, with every kind of link to the first and one to the second. */
async function withLinks() {
  const it = await makePlanWithSignIn()
  const { plan, parts, workspaceId } = it
  const person = { participantId: plan.contributor.id }
  const second = await it.within((trx) =>
    insertPlan(
      trx,
      haldenPlan({ workspaceId, accountId: plan.accountId, leadId: plan.lead.id, project: 'The second plan' }),
      parts.clock.now(),
    ),
  )
  const first = { actor: plan.champion, scopeId: plan.planId }
  const joinSecond = async () => {
    const input = { name: 'Jonas Berg', email: await it.addressOf(plan.contributor.id), role: 'champion' }
    await runCommand(parts, inviteParticipant, { actor: plan.lead, scopeId: second.planId, input })
  }
  const links = {
    'sign-in': await it.linkFor('sign-in', person, null),
    invitation: await it.linkFor('invitation', person, plan.planId),
    return: await it.linkFor('return', person, plan.planId),
  }
  const statuses = async () => {
    const found: Record<string, number> = {}
    for (const [kind, link] of Object.entries(links)) found[kind] = (await it.open(link)).status
    return found
  }
  const remove = () => runCommand(parts, removeParticipant, { ...first, input: person })
  return { ...it, person, first, second, joinSecond, links, statuses, remove }
}

const all = (status: number) => ({ 'sign-in': status, invitation: status, return: status })

test('they open while the person takes part', async () => {
  const it = await withLinks()
  expect(await it.statuses()).toEqual(all(200))
})

test('who was taken off the only plan gets in by none, also not by pressing a page that was open already', async () => {
  const it = await withLinks()
  await it.remove()
  // A new one, to what is kept of them, is sent to their own address alone.
  expect(await it.statuses()).toEqual(all(401))
  for (const link of Object.values(it.links)) expect((await it.press(link)).cookies).toEqual([])
})

test('who takes part in another plan gets in there by its link, and by none of the plan that was left', async () => {
  const it = await withLinks()
  await it.joinSecond()
  const other = await it.linkFor('return', it.person, it.second.planId)
  await it.remove()
  // A sign-in link belongs to the person, on all their plans.
  expect(await it.statuses()).toEqual({ ...all(401), 'sign-in': 200 })
  for (const link of [it.links.invitation, it.links.return]) expect((await it.press(link)).cookies).toEqual([])
  const pressed = await it.press(other)
  expect(pressed).toMatchObject({ status: 303, location: `/plans/${it.second.planId}` })
  const standings = await it.within((trx) => standingsOnPlan(trx, it.plan.contributor, it.plan.planId))
  expect([...standings]).toEqual([])
})

test('who is invited again gets in by the new link alone', async () => {
  const it = await withLinks()
  await it.remove()
  const email = await it.addressOf(it.plan.contributor.id)
  it.parts.clock.set('2026-06-17T09:00:00Z')
  await runCommand(it.parts, inviteParticipant, { ...it.first, input: { name: 'Jonas Berg', email, role: 'viewer' } })
  expect(await it.statuses()).toEqual(all(401))
  const fresh = (await it.mailTo(email)).at(-1)?.link ?? ''
  expect(await it.press(fresh)).toMatchObject({ status: 303, location: `/plans/${it.plan.planId}` })
})

test('archiving ends them for good: a restored plan is opened by new ones', async () => {
  const it = await withLinks()
  const order = { actor: it.plan.lead, scopeId: it.plan.planId, input: {} }
  await runCommand(it.parts, archivePlan, order)
  expect(await it.statuses()).toEqual(all(401))
  await runCommand(it.parts, restorePlan, order)
  expect(await it.statuses()).toEqual(all(401))
})

test('another role comes with a link of its own, which opens what the person is now; older ones no longer work', async () => {
  const it = await withLinks()
  const email = await it.addressOf(it.plan.contributor.id)
  it.parts.clock.set('2026-06-17T09:00:00Z')
  await runCommand(it.parts, inviteParticipant, { ...it.first, input: { name: 'Jonas Berg', email, role: 'viewer' } })
  expect(await it.statuses()).toMatchObject({ invitation: 401, return: 401 })
  await it.press((await it.mailTo(email)).at(-1)?.link ?? '')
  const standings = await it.within((trx) => standingsOnPlan(trx, it.plan.contributor, it.plan.planId))
  expect([...standings]).toEqual(['viewer'])
})

test('who was champion comes back by the old link as a contributor', async () => {
  const it = await withLinks()
  const { champion, planId } = it.plan
  const link = await it.linkFor('return', { participantId: champion.id }, planId)
  await runCommand(it.parts, handOnChampion, { ...it.first, input: it.person })
  expect(await it.press(link)).toMatchObject({ status: 303, location: `/plans/${planId}` })
  expect([...(await it.within((trx) => standingsOnPlan(trx, champion, planId)))]).toEqual(['contributor'])
})
