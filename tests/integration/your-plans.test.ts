import { expect, test } from 'vitest'
import { inWorkspace } from '#db/workspace.ts'
import { inviteParticipant } from '#app/access/participants/invite-participant.server.ts'
import { removeParticipant } from '#app/access/participants/remove-participant.server.ts'
import { listOwnPlans } from '#app/access/participants/find-person.server.ts'
import { loader } from '#app/portfolio/your-plans.page.tsx'
import { insertPlan } from '#app/plan/core/insert-plan.server.ts'
import { runCommand } from '#app/runner/run-command.server.ts'
import { answerOf, makePlanWithSignIn } from '#tests/factories/plan-with-sign-in.ts'
import { haldenPlan } from '#tests/factories/workspace.ts'

/** One person on two plans of one vendor. */
async function onTwoPlans() {
  const it = await makePlanWithSignIn()
  const { plan, parts, workspaceId } = it
  const { planId } = await it.within((trx) =>
    insertPlan(
      trx,
      haldenPlan({ workspaceId, accountId: plan.accountId, leadId: plan.lead.id, project: 'The second plan' }),
      parts.clock.now(),
    ),
  )
  const input = { name: 'Jonas Berg', email: await it.addressOf(plan.contributor.id), role: 'champion' }
  await runCommand(parts, inviteParticipant, { actor: plan.lead, scopeId: planId, input })
  const own = () => inWorkspace(it.db, workspaceId, (trx) => listOwnPlans(trx, plan.contributor))
  return { ...it, second: planId, own }
}

test('both are listed, the last one first, with what the person is on each', async () => {
  const it = await onTwoPlans()
  expect(await it.own()).toMatchObject([
    { id: it.second, project: 'The second plan', account: 'Halden Foods', role: 'champion' },
    { id: it.plan.planId, project: 'Faster month-end close', role: 'contributor' },
  ])
})

test('neither one that was archived, nor one that the person was taken off', async () => {
  const it = await onTwoPlans()
  const order = { actor: it.plan.champion, scopeId: it.plan.planId }
  await runCommand(it.parts, removeParticipant, { ...order, input: { participantId: it.plan.contributor.id } })
  expect((await it.own()).map(({ id }) => id)).toEqual([it.second])
  await it.within((trx) =>
    trx.updateTable('plan').set({ archivedAt: it.parts.clock.now() }).where('id', '=', it.second).execute(),
  )
  expect(await it.own()).toEqual([])
})

test('the page asks to sign in, lists one’s own, and sends members to theirs', async () => {
  const it = await onTwoPlans()
  const visit = (cookie: string) => answerOf(() => loader(it.args('/your-plans', { headers: { cookie } })))
  const pressed = async (person: { participantId: string } | { memberId: string }) =>
    (await it.press(await it.linkFor('return', person, null))).cookies.join('; ')
  expect((await visit('')).status).toBe(401)
  const { location } = await visit(await pressed({ memberId: it.plan.lead.id }))
  expect(location).toBe('/plans')
})

test('who signs in without saying where to chooses among several plans, and goes straight to the only one', async () => {
  const it = await onTwoPlans()
  const landing = async (planId: string | null) =>
    (await it.press(await it.linkFor('sign-in', { participantId: it.plan.contributor.id }, planId))).location
  expect(await landing(null)).toBe('/your-plans')
  expect(await landing(it.second), 'a link to one of them leads there').toBe(`/plans/${it.second}`)
  const order = { actor: it.plan.champion, scopeId: it.plan.planId }
  await runCommand(it.parts, removeParticipant, { ...order, input: { participantId: it.plan.contributor.id } })
  expect(await landing(null)).toBe(`/plans/${it.second}`)
})
