import { expect, test } from 'vitest'
import { inWorkspace } from '#db/workspace.ts'
import { capabilityCommands } from '#app/handoff/capability-commands.server.ts'
import { OverloadedError } from '#app/kit/computations.ts'
import { newId } from '#app/kit/ids.ts'
import { type AskedPart, getAccount } from '#app/portfolio/account/get-account.server.ts'
import { insertPlan } from '#app/plan/core/insert-plan.server.ts'
import { standingsOfMember } from '#app/policy/standings.ts'
import { runCommand } from '#app/runner/run-command.server.ts'
import { askQuestion } from '#app/talk/questions/ask-question.server.ts'
import { confirmFirstWin } from '#app/value/win/confirm-first-win.server.ts'
import { makePrivate } from '#tests/factories/adjusting.ts'
import { type Setting, setUp, statusOf } from '#tests/factories/plan-setting.ts'
import { haldenPlan, makeAccount, makeParticipant } from '#tests/factories/workspace.ts'

const order = (it: Setting, actor: Setting['lead'] | Setting['champion'] = it.lead) => ({ actor, scopeId: it.planId })

const accountOf = (it: Setting, asked: Partial<AskedPart> = {}, accountId = it.accountId) =>
  getAccount(it.parts, { actor: it.outsider, standings: standingsOfMember(it.outsider.roles) }, accountId, {
    ...{ part: null, page: 1 },
    ...asked,
  })

const ask = (it: Setting, body: string, about?: string) =>
  runCommand(it.parts, askQuestion, { ...order(it), input: { body, about, askerId: it.viewer.id } })

test('an account shows its plans with their status, its people, capabilities, open questions and wins', async () => {
  const it = await setUp()
  const give = (input: object) =>
    runCommand(it.parts, capabilityCommands['add-capability'], { ...order(it), idempotencyKey: newId(), input })
  await give({ need: 'A report for the board', why: '' })
  await ask(it, 'Who imports the old figures?')
  await runCommand(it.parts, confirmFirstWin, {
    ...order(it, it.champion),
    input: { winVersion: 1, measuredValue: '1' },
  })
  const account = await accountOf(it)
  expect(account).toMatchObject({ name: 'Halden Foods', today: '2026-06-17' })
  expect(account.plans?.rows).toMatchObject([
    { project: 'Faster month-end close', lead: 'Sam Ortiz', state: 'won', status: { goal: 'First win' } },
  ])
  expect(account.people?.rows.map(({ name, seats }) => [name, seats.map(({ role }) => role)])).toEqual([
    ['Eva Holm', ['viewer']],
    ['Jonas Berg', ['contributor']],
    ['Priya Raman', ['champion']],
  ])
  expect(account.capabilities?.rows).toMatchObject([{ need: 'A report for the board', stage: 'asked for' }])
  expect(account.questions?.rows).toMatchObject([{ text: 'Who imports the old figures?', askedBy: 'Eva Holm' }])
  expect(account.wins?.rows).toMatchObject([{ baseline: 30, measured: 1, unit: 'days' }])
})

test('questions on what the customer keeps to itself, and plans of other accounts, are not on it', async () => {
  const it = await setUp()
  await ask(it, 'When is the contract signed?', it.taskIds['legal'])
  expect((await accountOf(it)).questions?.total).toBe(1)
  await makePrivate(it, 'legal', 'customer')
  expect(await accountOf(it)).toMatchObject({ questions: { total: 0, rows: [] } })
  const other = await makeAccount(it.parts.db, it.workspaceId, 'Ostrava Steel')
  expect(await accountOf(it, {}, other)).toMatchObject({
    name: 'Ostrava Steel',
    plans: { total: 0 },
    people: { total: 0 },
  })
})

test('each part is bounded, and has pages of its own', async () => {
  const it = await setUp()
  for (let made = 0; made < 12; made++)
    await makeParticipant(it.parts.db, it.workspaceId, it.accountId, {
      name: `Person ${made}`,
      seat: { planId: it.planId, role: 'viewer' },
    })
  const whole = await accountOf(it)
  expect(whole.people).toMatchObject({ total: 15, page: 1, pages: 1 })
  expect(whole.people?.rows).toHaveLength(10)
  const people = await accountOf(it, { part: 'people' })
  expect(people.people?.rows).toHaveLength(15)
  expect(people.plans).toBeNull()
})

test('a person of two plans stands once, with both, and a call is noted on the one that is open', async () => {
  const it = await setUp()
  const { planId } = await inWorkspace(it.parts.db, it.workspaceId, async (trx) => {
    const { workspaceId, accountId, lead } = it
    const plan = haldenPlan({ workspaceId, accountId, leadId: lead.id, project: 'Second site' })
    const inserted = await insertPlan(trx, plan, it.parts.clock.now())
    const seat = { role: 'viewer', name: it.viewer.name, participantId: it.viewer.id, invitedAt: it.parts.clock.now() }
    await trx
      .insertInto('planParticipant')
      .values({ workspaceId, planId: inserted.planId, ...seat })
      .execute()
    await trx.updateTable('plan').set({ archivedAt: it.parts.clock.now() }).where('id', '=', it.planId).execute()
    return inserted
  })
  const person = (await accountOf(it)).people?.rows.find(({ id }) => id === it.viewer.id)
  expect(person?.seats).toHaveLength(2)
  expect(person?.logQuestion).toBe(`/plans/${planId}/conversation?asker=${it.viewer.id}#ask`)
})

test('an account comes without the status of its plans where too much is computed already', async () => {
  const it = await setUp()
  const computations = { run: () => Promise.reject(new OverloadedError('busy')) }
  const account = await accountOf({ ...it, parts: { ...it.parts, computations } })
  expect(account.plans?.rows).toMatchObject([{ project: 'Faster month-end close', status: null }])
})

test('an account of another workspace, or none, is not found', async () => {
  const [it, other] = [await setUp(), await setUp()]
  expect(await statusOf(accountOf(it, {}, other.accountId))).toBe(404)
  expect(await statusOf(accountOf(it, {}, 'nothing'))).toBe(404)
})
