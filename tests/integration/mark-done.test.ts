import type { Updateable } from 'kysely'
import { expect, test } from 'vitest'
import type { Plan, Task } from '#db/schema.ts'
import { inWorkspace } from '#db/workspace.ts'
import { beginSession } from '#app/access/core/session.server.ts'
import { consumeLink, openLink } from '#app/access/emailed-links/open-emailed-link.server.ts'
import { collectDaily } from '#app/daily/collect-daily.server.ts'
import { newId } from '#app/kit/ids.ts'
import { planLinks } from '#app/kit/paths.ts'
import { replySubject } from '#app/notices/replies/reply-subject.ts'
import { sendNotice } from '#app/notices/send-notice.server.ts'
import { readNotice } from '#app/outbox/notice-kinds.ts'
import { editTask } from '#app/plan/task/edit-task.server.ts'
import * as markDonePage from '#app/plan/task/mark-done.page.tsx'
import { sendBackTask } from '#app/plan/task/send-back-task.server.ts'
import type { Actor } from '#app/policy/policy.ts'
import { runCommand } from '#app/runner/run-command.server.ts'
import { loadContext } from '#tests/factories/load-context.ts'
import { testNow } from '#tests/factories/now.ts'
import { eventsOf, setUp, taskOf } from '#tests/factories/plan-setting.ts'
import { startLocalResend } from '#tests/factories/resend.ts'

async function stage() {
  const made = await setUp()
  const resend = await startLocalResend()
  const parts = { ...made.parts, environment: { ...made.parts.environment, resendBaseUrl: resend.baseUrl } }
  const it = { ...made, parts }
  const { db } = parts
  const { workspaceId, planId, champion } = it
  const taskId = it.taskIds['legal'] ?? ''
  const own = { ownerPlaceholder: null, ownerParticipantId: champion.id }
  const set = (task: Updateable<Task>) =>
    inWorkspace(db, workspaceId, (trx) => trx.updateTable('task').set(task).where('id', '=', taskId).execute())
  await inWorkspace(db, workspaceId, async (trx) => {
    await trx.deleteFrom('taskLink').where('taskId', '=', taskId).execute()
  })
  await set(own)
  const setPlan = (plan: Updateable<Plan>) =>
    inWorkspace(db, workspaceId, (trx) => trx.updateTable('plan').set(plan).where('id', '=', planId).execute())
  const askAs = async (
    person: { id: string; kind: 'participant' | 'member' },
    { form, about = taskId }: { form?: Record<string, string>; about?: string } = {},
  ) => {
    const who = person.kind === 'member' ? { memberId: person.id } : { participantId: person.id }
    const cookie = await inWorkspace(db, workspaceId, (trx) => beginSession(parts, trx, workspaceId, who, null))
    const init = form ? { method: 'POST', body: new URLSearchParams(form) } : {}
    const url = `http://localhost:3000${planLinks(planId).markDone(about)}`
    return {
      request: new Request(url, { ...init, headers: { cookie: cookie.split(';')[0] ?? '' } }),
      params: { planId, taskId: about },
      context: loadContext(parts),
    }
  }
  const load = async (...of: Parameters<typeof askAs>) => {
    const { data, init } = await markDonePage.loader(await askAs(...of))
    return { ...data, status: init?.status ?? 200 }
  }
  const press = async (person: { id: string; kind: 'participant' | 'member' }) => {
    const form = { intent: 'complete-task', idempotencyKey: newId(), taskId }
    return markDonePage.action(await askAs(person, { form })).catch((thrown: unknown) => thrown)
  }
  return { ...it, resend, taskId, set, setPlan, load, press }
}

test('the email of a day leads to a page for each task, which its link signs in to', async () => {
  const { parts, workspaceId, planId, taskId, resend, taskIds, lead } = await stage()
  await inWorkspace(parts.db, workspaceId, (trx) =>
    trx
      .updateTable('task')
      .set({ ownerMemberId: lead.id, ownerPlaceholder: null, ownerParticipantId: null })
      .where('id', '=', taskIds['scope'] ?? '')
      .execute(),
  )
  parts.clock.set('2026-06-17T07:05:00Z')
  await collectDaily(parts, workspaceId)
  const dailies = await inWorkspace(parts.db, workspaceId, (trx) =>
    trx.selectFrom('notice').select(['id', 'participantId']).where('kind', '=', 'daily').execute(),
  )
  for (const { id } of dailies) await sendNotice(parts, workspaceId, id)
  const links = planLinks(planId)
  const html = resend.attempts.map((it) => it.html).join('\n')
  const [, token = ''] = /link\/([\w.-]+)\?next=[^"]*done"[^>]*>Mark this task done</.exec(html) ?? []
  expect(html).toContain(`?next=${encodeURIComponent(links.markDone(taskId))}`)
  expect(html).toContain(`?next=${encodeURIComponent(links.ask(taskId))}`)
  expect(html, 'a member, who signs in').toContain(`http://localhost:3000${links.markDone(taskIds['scope'] ?? '')}"`)
  expect(html).toContain(`http://localhost:3000${links.taskTalk(taskIds['scope'] ?? '')}"`)
  const to = { next: links.markDone(taskId) }
  expect(await openLink(parts, token, to.next)).toMatchObject({ status: 'open', landing: to.next })
  const caller = { request: new Request('http://localhost:3000'), network: '203.0.113.9' }
  expect(await consumeLink(parts, token, { ...to, caller })).toMatchObject({ landing: to.next })
})

test('opening the page changes nothing, its button marks the task done', async () => {
  const it = await stage()
  const before = await eventsOf(it)
  expect(await it.load(it.champion)).toMatchObject({ status: 200, why: null, shown: { task: { id: it.taskId } } })
  expect(await eventsOf(it)).toEqual(before)
  expect(await it.press(it.champion)).toMatchObject({ status: 303 })
  expect(await taskOf(it, it.taskId)).toMatchObject({ doneOn: '2026-06-17' })
})

test('a task that is done already says so, and pressing once more changes nothing', async () => {
  const it = await stage()
  await it.press(it.champion)
  const before = await eventsOf(it)
  expect(await it.load(it.champion)).toMatchObject({
    why: 'This task is already done, since 17 June. You do not need to do anything.',
  })
  expect(await it.press(it.champion)).toMatchObject({ status: 303 })
  expect(await eventsOf(it)).toEqual(before)
})

test('a task that was deleted and one of the other side’s own have the same answer', async () => {
  const it = await stage()
  await it.set({ privateTo: 'vendor' })
  const [hidden, unknown] = [
    await it.load(it.champion),
    await it.load(it.champion, { about: '01890000-0000-7000-8000-000000000000' }),
  ]
  expect(hidden).toMatchObject({ status: 404, shown: null })
  expect({ ...hidden, formKey: '' }).toEqual({ ...unknown, formKey: '' })
})

test('a closed plan, a viewer and a task without its result are told why', async () => {
  const it = await stage()
  expect(await it.load(it.viewer)).toMatchObject({ why: expect.stringContaining('not change it') as string })
  await it.set({ resultAsks: 'sentence' })
  expect(await it.load(it.champion)).toMatchObject({ why: expect.stringContaining('Needs a sentence') as string })
  await it.setPlan({ state: 'lost' })
  expect(await it.load(it.champion)).toMatchObject({ why: 'This plan is closed. Reopen it to change it.' })
  await it.setPlan({ state: 'under way', archivedAt: new Date(testNow) })
  expect(await it.load(it.lead)).toMatchObject({ why: expect.stringContaining('archived') as string })
})

test('a task that was given or sent back has its links and its day, also long before it waits', async () => {
  const it = await stage()
  const { parts, workspaceId, planId, taskIds, champion, lead, resend } = it
  const [close = '', train = ''] = [taskIds['close'], taskIds['train']]
  const by = (actor: Actor, input: Record<string, unknown>) => ({
    ...{ actor, scopeId: planId, input, idempotencyKey: newId() },
  })
  await it.setPlan({ state: 'under way' })
  await inWorkspace(parts.db, workspaceId, (trx) =>
    trx
      .updateTable('task')
      .set({ ownerMemberId: lead.id, ownerPlaceholder: null, ownerParticipantId: null, doneOn: '2026-06-10' })
      .where('id', '=', train)
      .execute(),
  )
  await runCommand(parts, editTask, by(lead, { taskId: close, owner: `participant:${champion.id}` }))
  await runCommand(parts, sendBackTask, by(champion, { taskId: train, reason: 'Two people were ill.' }))
  await it.set({ doneOn: '2026-06-17' })
  parts.clock.set('2026-06-18T06:05:00Z')
  await collectDaily(parts, workspaceId)
  const dailies = await inWorkspace(parts.db, workspaceId, (trx) =>
    trx.selectFrom('notice').select(['id', 'kind', 'facts', 'participantId']).where('kind', '=', 'daily').execute(),
  )
  for (const { id } of dailies) await sendNotice(parts, workspaceId, id)
  const links = planLinks(planId)
  const to = (name: string) => resend.attempts.find(({ html }) => html.includes(`Hi ${name.split(' ')[0] ?? ''}`))
  const given = to(champion.name)
  expect(given?.text).toMatch(/Close the first month, given to you by .+, due \d+ \w+/)
  for (const page of [links.markDone(close), links.ask(close)])
    expect(given?.html).toContain(`?next=${encodeURIComponent(page)}`)
  expect(to(lead.name)?.html, 'sent back').toContain(`http://localhost:3000${links.markDone(train)}"`)
  const toChampion = dailies.find(({ participantId }) => participantId === champion.id)
  const told = toChampion && readNotice(toChampion).notice
  expect(told && replySubject(null, told), 'an answer “done” is about it').toMatchObject({
    taskId: close,
  })
})
