import { expect, test } from 'vitest'
import { collectDaily } from '#app/daily/collect-daily.server.ts'
import * as page from '#app/daily/choices/email-choices.page.tsx'
import { newId } from '#app/kit/ids.ts'
import { emailChoicesToken } from '#app/outbox/email-choices-token.server.ts'
import { writeNotice } from '#app/outbox/outbox.server.ts'
import { runCommand } from '#app/runner/run-command.server.ts'
import { askApproval } from '#app/plan/task/ask-approval.server.ts'
import { askResult } from '#app/plan/task/ask-result.server.ts'
import { completeTask } from '#app/plan/task/complete-task.server.ts'
import { editTask } from '#app/plan/task/edit-task.server.ts'
import { sendBackTask } from '#app/plan/task/send-back-task.server.ts'
import { type Erasing, erasing } from '#tests/factories/erasing.ts'
import { answerOf } from '#tests/factories/plan-with-sign-in.ts'

/** The address of someone’s emails, as a browser without a session or a mail program posts to it. */
const addressOf = (it: Erasing, readerId: string) => {
  const token = emailChoicesToken(it.parts.environment, { workspaceId: it.workspaceId, readerId })
  const asked = (choices: string, init: RequestInit = {}) => ({
    ...it.posted('/', {}),
    request: new Request(new URL(`/emails/${choices}`, it.parts.environment.appUrl), init),
    params: { choices },
  })
  const post = (form: Record<string, string | string[]>, choices = token) => {
    const body = new URLSearchParams()
    for (const [name, values] of Object.entries(form)) for (const value of [values].flat()) body.append(name, value)
    return answerOf(() => page.action(asked(choices, { method: 'POST', body })))
  }
  const open = (choices = token) => answerOf(() => page.loader(asked(choices)))
  return { token, post, open }
}

const choicesOf = (it: Erasing, readerId: string) =>
  it.within((trx) =>
    trx
      .selectFrom('emailChoice')
      .select(['rhythm', 'timeZone', 'silent'])
      .where('readerId', '=', readerId)
      .executeTakeFirst(),
  )

const mine = (choices: Record<string, string | string[]>) => ({
  intent: 'choose-emails',
  idempotencyKey: newId(),
  ...choices,
})

test('a person chooses by the address in their emails, signed out, and for themselves alone', async () => {
  const it = await erasing()
  const { champion, contributor, lead } = it.plan
  const { post, open } = addressOf(it, champion.id)
  expect((await open()).status).toBe(200)
  expect(
    (await post(mine({ rhythm: 'weekly', timeZone: 'America/Los_Angeles', topics: ['tasks', 'talk'] }))).status,
  ).toBe(200)
  expect(await choicesOf(it, champion.id)).toEqual({
    rhythm: 'weekly',
    timeZone: 'America/Los_Angeles',
    silent: ['dates', 'agreement', 'wins', 'people'],
  })
  expect(await choicesOf(it, contributor.id)).toBeUndefined()
  expect((await post(mine({ rhythm: 'weekly', timeZone: '', topics: [] }))).status).toBe(200)
  expect(await choicesOf(it, champion.id)).toMatchObject({ timeZone: null })
  expect((await post(mine({ rhythm: 'hourly', timeZone: 'Mars/Olympus' }))).status).toBe(422)
  expect(await choicesOf(it, champion.id)).toMatchObject({ rhythm: 'weekly', timeZone: null })
  expect((await addressOf(it, lead.id).post(mine({ rhythm: 'none' }))).status).toBe(200)
  expect(await choicesOf(it, lead.id)).toMatchObject({ rhythm: 'none' })
})

test('one click of a mail program ends the emails, without a redirect, and twice is once', async () => {
  const it = await erasing()
  const { champion } = it.plan
  const { post } = addressOf(it, champion.id)
  await post(mine({ rhythm: 'daily', timeZone: 'Asia/Tokyo', topics: ['tasks'] }))
  for (const _ of [1, 2]) expect((await post({ 'List-Unsubscribe': 'One-Click' })).status).toBe(200)
  expect(await choicesOf(it, champion.id)).toMatchObject({ rhythm: 'none', timeZone: 'Asia/Tokyo' })
  const events = await it.within((trx) =>
    trx.selectFrom('activity').select('actorName').where('command', '=', 'choose-emails').execute(),
  )
  expect(events).toHaveLength(2)
})

test('an address that was changed, or of someone who is gone, opens and changes nothing', async () => {
  const it = await erasing()
  const { champion, viewer } = it.plan
  const { token, post, open } = addressOf(it, champion.id)
  const [workspaceId = '', , mark = ''] = token.split('.')
  for (const changed of [`${token}x`, [workspaceId, viewer.id, mark].join('.'), 'nothing', '..']) {
    expect((await open(changed)).status, changed).toBe(404)
    expect((await post({ 'List-Unsubscribe': 'One-Click' }, changed)).status, changed).toBe(404)
  }
  expect(await choicesOf(it, viewer.id)).toBeUndefined()
  await addressOf(it, viewer.id).post(mine({ rhythm: 'none' }))
  await it.erase(viewer.id, viewer.name)
  expect((await addressOf(it, viewer.id).open()).status).toBe(404)
  expect(await choicesOf(it, viewer.id)).toBeUndefined()
})

test('what someone left out is not told, and an email that tells nothing is not sent', async () => {
  const it = await erasing()
  const { parts, plan, workspaceId, order } = it
  const { champion, taskIds } = plan
  const dailies = () =>
    it.within((trx) =>
      trx
        .selectFrom('notice')
        .select('facts')
        .where('kind', '=', 'daily')
        .where('participantId', '=', champion.id)
        .execute(),
    )
  await it.within((trx) =>
    trx
      .updateTable('task')
      .set({ ownerPlaceholder: null, ownerMemberId: null, ownerParticipantId: champion.id })
      .where('id', '=', taskIds['legal'] ?? '')
      .execute(),
  )
  const sendBack = async () => {
    await runCommand(parts, completeTask, { ...order(champion), input: { taskId: taskIds['legal'] } })
    const input = { taskId: taskIds['legal'], reason: 'Page two is missing.' }
    await runCommand(parts, sendBackTask, { ...order(plan.lead), input, idempotencyKey: newId() })
  }
  const collectOn = async (day: string) => {
    parts.clock.set(`${day}T06:05:00Z`)
    await collectDaily(parts, workspaceId)
    return (await dailies()).length
  }
  const { post } = addressOf(it, champion.id)
  await post(mine({ rhythm: 'daily', timeZone: '', topics: ['talk', 'wins', 'agreement'] }))
  await sendBack()
  expect(await collectOn('2026-06-18'), 'no tasks').toBe(0)
  await post(mine({ rhythm: 'weekly', timeZone: '', topics: ['tasks'] }))
  await sendBack()
  expect(await collectOn('2026-06-19'), 'a Friday').toBe(0)
  expect(await collectOn('2026-06-22'), 'Monday').toBe(1)
  await post({ 'List-Unsubscribe': 'One-Click' })
  await sendBack()
  expect(await collectOn('2026-06-29'), 'none').toBe(1)
  const left = await it.within((trx) =>
    trx
      .selectFrom('notice')
      .select('state')
      .where('kind', '=', 'task-sent-back')
      .where('state', '=', 'waiting')
      .execute(),
  )
  expect(left, 'nothing waits for someone who wants no email').toEqual([])
})

test('the email of a day carries the address for one click, and its last line leads there', async () => {
  const it = await erasing()
  const { champion } = it.plan
  await it.within((trx) =>
    trx
      .updateTable('task')
      .set({ ownerPlaceholder: null, ownerMemberId: null, ownerParticipantId: champion.id })
      .where('workspaceId', '=', it.workspaceId)
      .execute(),
  )
  it.parts.clock.set('2026-06-18T06:05:00Z')
  await collectDaily(it.parts, it.workspaceId)
  await it.sendAll()
  const email = it.resend.attempts.find(({ html }) => html.includes('/emails/'))
  const { token } = addressOf(it, champion.id)
  expect(email?.text).toContain(`/emails/${token}`)
  expect(email?.headers).toEqual({
    'List-Unsubscribe': `<${it.parts.environment.appUrl}/emails/${token}>`,
    'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
  })
  const stored = await it.within((trx) => trx.selectFrom('notice').select('message').execute())
  expect(JSON.stringify(stored)).not.toContain(token)
})

test('after one click a person is still told what they are asked for by name, on a working morning, and nothing else', async () => {
  const it = await erasing()
  const { champion, lead, taskIds } = it.plan
  await addressOf(it, champion.id).post({ 'List-Unsubscribe': 'One-Click' })
  const { email: address } = await it.within((trx) =>
    trx.selectFrom('participant').select('email').where('id', '=', champion.id).executeTakeFirstOrThrow(),
  )
  const taskId = taskIds['legal']
  await runCommand(it.parts, editTask, {
    ...it.order(lead),
    input: { taskId, owner: `participant:${champion.id}` },
  })
  const scope = { taskId: taskIds['scope'] }
  const approver = `participant:${champion.id}`
  await runCommand(it.parts, askResult, { ...it.order(lead), input: { ...scope, resultAsks: 'approval', approver } })
  await runCommand(it.parts, askApproval, { ...it.order(lead), input: scope })
  const collectOn = async (at: string) => {
    it.parts.clock.set(at)
    await collectDaily(it.parts, it.workspaceId)
    await it.sendAll()
    return it.resend.attempts.filter(({ to }) => String(to) === address).map(({ text }) => text)
  }
  expect(await collectOn('2026-06-20T08:05:00Z'), 'a Saturday').toEqual([])
  const [told, ...more] = await collectOn('2026-06-22T06:05:00Z')
  expect(told).toContain('asks you to approve')
  expect(told, 'a task that was given').not.toMatch(/gave you/)
  expect(more).toEqual([])
  expect(await collectOn('2026-06-23T06:05:00Z'), 'told once').toHaveLength(1)
})

test('an email that leaves at once says where to choose, and is left out like those of the day', async () => {
  const it = await erasing()
  const { champion, planId } = it.plan
  const { post, token } = addressOf(it, champion.id)
  const slip = async () => {
    const before = it.resend.attempts.length
    await it.within((trx) =>
      writeNotice(
        it.parts,
        trx,
        it.workspaceId,
        {
          kind: 'date-slipped',
          facts: {
            ...{ workspace: 'Brightline', name: 'Priya', account: 'Halden Foods', project: 'Close' },
            ...{ goal: 'go-live', by: '2026-09-15', before: '2026-09-15', expected: '2026-09-18', days: 3 },
            ...{ also: null, advice: [], atOnce: true },
          },
          to: { participantId: champion.id, address: 'priya.raman@halden.example' },
          planId,
          link: { kind: 'return', planId },
        },
        it.parts.clock.now(),
      ),
    )
    await it.sendAll()
    return it.resend.attempts.slice(before)
  }
  const [email] = await slip()
  expect(email?.text).toContain(`/emails/${token}`)
  expect(email?.headers).toMatchObject({ 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' })
  const choose = (rhythm: string, topics: string[]) => post(mine({ rhythm, timeZone: '', topics }))
  await choose('daily', ['tasks'])
  expect(await slip(), 'without that topic').toEqual([])
  await choose('daily', ['tasks', 'dates'])
  expect(await slip()).toHaveLength(1)
  await choose('none', ['tasks', 'dates'])
  expect(await slip(), 'never').toEqual([])
})
