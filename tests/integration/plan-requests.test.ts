import { expect, test } from 'vitest'
import { answerObjection } from '#app/plan/agreement/answer-objection.server.ts'
import { objectToPlan } from '#app/plan/agreement/object-to-plan.server.ts'
import { withdrawObjection } from '#app/plan/agreement/withdraw-objection.server.ts'
import { runCommand } from '#app/runner/run-command.server.ts'
import { type Person, agree, agreed, emailsOn, view } from '#tests/factories/agreeing.ts'
import { setUp, statusOf } from '#tests/factories/plan-setting.ts'

test('who does not agree yet says why: both read it, the other side answers, and it ends when that side agrees', async () => {
  const it = await setUp()
  it.parts.clock.set('2026-06-17T10:00:00Z')
  const order = { scopeId: it.planId }
  const { result } = await runCommand(it.parts, objectToPlan, {
    ...order,
    actor: it.champion,
    input: { reason: 'The audit comes first.' },
  })
  const { objectionId } = result
  for (const reader of [it.lead, it.champion])
    expect((await view(it, reader)).objections).toMatchObject([
      { id: objectionId, side: 'customer', by: it.champion.name, reason: 'The audit comes first.', answer: null },
    ])
  const toVendor = await emailsOn(it, '2026-06-17T12:05:00Z')
  expect(toVendor.find(({ text }) => text.includes('The audit comes first.'))?.text).toContain(
    `${it.champion.name} asks for a change to the plan: “The audit comes first.”`,
  )
  const answer = (actor: Person) =>
    runCommand(it.parts, answerObjection, { ...order, actor, input: { objectionId, answer: 'Moved to October.' } })
  expect(await statusOf(answer(it.champion))).toBe(403)
  await answer(it.lead)
  expect((await view(it, it.champion)).objections[0]?.answer).toMatchObject({
    by: it.lead.name,
    text: 'Moved to October.',
  })
  const toCustomer = await emailsOn(it, '2026-06-18T06:05:00Z')
  expect(toCustomer.some(({ text }) => text.includes('Moved to October.'))).toBe(true)
  const withdraw = (actor: Person) =>
    runCommand(it.parts, withdrawObjection, { ...order, actor, input: { objectionId } })
  expect(await statusOf(withdraw(it.lead))).toBe(403)
  await agree(it, [it.champion])
  expect((await view(it, it.lead)).objections).toEqual([])
  expect(await statusOf(answer(it.lead))).toBe(409)
  await withdraw(it.champion)
})

test('a second reason takes the place of the first, one that is withdrawn is gone, and neither agrees', async () => {
  const it = await setUp()
  const say = (reason: string) =>
    runCommand(it.parts, objectToPlan, { actor: it.lead, scopeId: it.planId, input: { reason } })
  await say('Legal is not named.')
  const { result } = await say('Nobody owns the rollout.')
  expect((await view(it, it.champion)).objections.map(({ reason }) => reason)).toEqual(['Nobody owns the rollout.'])
  expect(await statusOf(say('  '))).toBe(422)
  await runCommand(it.parts, withdrawObjection, { actor: it.lead, scopeId: it.planId, input: result })
  const page = await view(it, it.champion)
  expect(page).toMatchObject({ objections: [], agreements: [] })
})

test('the daily email mentions no request that was settled or replaced, and only the last answer', async () => {
  const it = await setUp()
  it.parts.clock.set('2026-06-17T18:00:00Z')
  const scopeId = it.planId
  const ask = async (actor: Person, reason: string) =>
    (await runCommand(it.parts, objectToPlan, { actor, scopeId, input: { reason } })).result.objectionId
  const answer = (actor: Person, objectionId: string, text: string) =>
    runCommand(it.parts, answerObjection, { actor, scopeId, input: { objectionId, answer: text } })

  // The customer's is replaced, answered twice, and stays open; the vendor's is answered and then settled by agreeing.
  await ask(it.champion, 'The audit comes first.')
  const open = await ask(it.champion, 'The rollout needs an owner.')
  const settled = await ask(it.lead, 'Legal is not named.')
  await answer(it.champion, settled, 'Legal is Jonas.')
  await agree(it, [it.lead])
  await answer(it.lead, open, 'It is Tomás.')
  await answer(it.lead, open, 'It is Mara.')
  const text = (await emailsOn(it, '2026-06-18T06:05:00Z')).map((email) => email.text).join(' ')
  expect(text).toContain('asks for a change to the plan: “The rollout needs an owner.”')
  expect(text).toContain('answered your request: “It is Mara.”')
  expect(text).not.toMatch(/The audit comes first|Legal is not named|Legal is Jonas|It is Tomás/)

  // One that is withdrawn before the morning is told to no one, nor is its answer.
  it.parts.clock.set('2026-06-18T18:00:00Z')
  const withdrawn = await ask(it.champion, 'Training comes too late.')
  await answer(it.lead, withdrawn, 'It moves to May.')
  await runCommand(it.parts, withdrawObjection, { actor: it.champion, scopeId, input: { objectionId: withdrawn } })
  const next = (await emailsOn(it, '2026-06-19T06:05:00Z')).map((email) => email.text).join(' ')
  expect(next).not.toMatch(/Training comes too late|It moves to May/)
})

test('a side that has agreed can ask for a change; the plan stands as agreed meanwhile, and both read what is asked', async () => {
  const it = await agreed()
  await runCommand(it.parts, objectToPlan, {
    actor: it.champion,
    scopeId: it.planId,
    input: { reason: 'Could training come first?' },
  })
  const page = await view(it, it.lead)
  expect(page.objections).toMatchObject([{ side: 'customer', reason: 'Could training come first?' }])
  expect(page.agreements.map(({ current }) => current)).toEqual([true, true])
  expect(page.changedSinceAgreed).toEqual([])
})
