import { expect, test } from 'vitest'
import { commandRegistry } from '#app/commands/command-registry.server.ts'
import { newId } from '#app/kit/ids.ts'
import * as referencePage from '#app/references/consent/reference.page.tsx'
import { refusals } from '#app/runner/refusal-words.ts'
import { runCommand } from '#app/runner/run-command.server.ts'
import { agreed, consent, order } from '#tests/factories/call-setting.ts'
import { eventsOf, refusalOf, setUp, statusOf } from '#tests/factories/plan-setting.ts'
import { askedBy } from '#tests/factories/page-request.ts'

const {
  'answer-reference': answer,
  'complete-task': complete,
  'confirm-first-win': confirm,
  'give-consent': give,
  'reopen-task': reopen,
  'withdraw-first-win': withdraw,
} = commandRegistry

const refused = { status: 409, message: refusals.takenBack, isSentBefore: true }

test('the form that confirmed a win is no success once the confirmation was withdrawn, until it is sent as a new one', async () => {
  const it = await setUp()
  const form = order(it, it.champion, { winVersion: 1, measuredValue: '1' })
  await runCommand(it.parts, confirm, form)
  expect(await runCommand(it.parts, confirm, form), 'a plain repeat').toMatchObject({ repeated: true })
  await runCommand(it.parts, withdraw, order(it, it.champion, { reason: 'A wrong figure.' }))
  const events = (await eventsOf(it)).length
  expect(await refusalOf(runCommand(it.parts, confirm, form))).toMatchObject(refused)
  expect(await eventsOf(it)).toHaveLength(events)
  const again = { ...form, idempotencyKey: `${form.idempotencyKey}.again` }
  // The words were read before they were opened again, so the command itself says what it misses.
  expect((await refusalOf(runCommand(it.parts, confirm, again))).message).not.toBe(refusals.takenBack)
})

test('a consent form is no success once the consent was withdrawn, and comes back with what was typed', async () => {
  const it = await agreed()
  const fields = {
    intent: 'give-consent',
    winVersion: '2',
    kinds: 'call',
    note: 'Ask me first.',
    idempotencyKey: newId(),
  }
  const path = `/plans/${it.planId}/reference`
  const send = async (over: object = {}) =>
    referencePage
      .action(await askedBy(it, it.champion, path, { ...fields, ...over }))
      .catch((thrown: unknown) => thrown)
  expect(await send()).toMatchObject({ status: 303 })
  await runCommand(it.parts, answer, order(it, it.champion, { answer: 'no' }))
  expect(await send()).toMatchObject({
    data: { status: 'invalid', message: refusals.takenBack, isSentBefore: true, values: { note: 'Ask me first.' } },
    init: { status: 409 },
  })
  expect(await send({ idempotencyKey: `${fields.idempotencyKey}.again` })).toMatchObject({ status: 303 })
  expect(await send(), 'given again').toMatchObject({ status: 303 })
  expect(await statusOf(runCommand(it.parts, give, order(it, it.champion, consent)))).toBe(200)
})

test('a task that was checked off and opened again is not checked off by the form of before', async () => {
  const it = await setUp()
  const taskId = it.taskIds['legal']
  const form = order(it, it.lead, { taskId })
  await runCommand(it.parts, complete, form)
  await runCommand(it.parts, reopen, order(it, it.champion, { taskId }))
  expect(await refusalOf(runCommand(it.parts, complete, form))).toMatchObject(refused)
  await runCommand(it.parts, complete, order(it, it.champion, { taskId }))
  expect(await runCommand(it.parts, complete, form), 'as the form left it').toMatchObject({ repeated: true })
})
