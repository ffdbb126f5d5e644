import { expect, test } from 'vitest'
import { newId } from '#app/kit/ids.ts'
import { inviteParticipant } from '#app/access/participants/invite-participant.server.ts'
import { remindInvited } from '#app/daily/remind-invited.server.ts'
import { chooseEmails } from '#app/daily/choices/choose-emails.server.ts'
import { collectDaily } from '#app/daily/collect-daily.server.ts'
import { listReaderTimes } from '#app/daily/list-reader-times.server.ts'
import { agreePlan } from '#app/plan/agreement/agree-plan.server.ts'
import { addTask } from '#app/plan/task/add-task.server.ts'
import { assignTasks } from '#app/plan/task/assign-tasks.server.ts'
import { editTask } from '#app/plan/task/edit-task.server.ts'
import { setTeam } from '#app/plan/team/set-team.server.ts'
import type { Actor } from '#app/policy/policy.ts'
import { runCommand } from '#app/runner/run-command.server.ts'
import { chaseQuestions } from '#app/talk/questions/chase-questions.server.ts'
import { askQuestion } from '#app/talk/questions/ask-question.server.ts'
import { chaseWin } from '#app/value/win/chase-win.server.ts'
import { sayNotYet } from '#app/value/win/say-not-yet.server.ts'
import { removeMember } from '#app/workspace/members/remove-member.server.ts'
import { inWorkspace } from '#db/workspace.ts'
import { agreed } from '#tests/factories/agreeing.ts'
import { type Setting, planOf, setUp } from '#tests/factories/plan-setting.ts'
import { makeMember } from '#tests/factories/workspace.ts'

const order = (it: Setting, actor: Actor, input: object) => ({
  ...{ actor, scopeId: it.planId, input },
  idempotencyKey: newId(),
})

const toldOf = (it: Setting, kind: string) =>
  inWorkspace(it.parts.db, it.workspaceId, async (trx) => {
    const rows = await trx
      .selectFrom('notice')
      .select(['memberId', 'participantId', 'facts', 'daily'])
      .where('kind', '=', kind)
      .orderBy('createdAt')
      .execute()
    return rows.map(({ memberId, participantId, facts, daily }) => ({
      to: memberId ?? participantId,
      facts: facts as Record<string, unknown>,
      daily,
    }))
  })

const dailyOf = async (it: Setting, person: Actor) =>
  (await toldOf(it, 'daily')).filter(({ to }) => to === person.id).map(({ facts }) => JSON.stringify(facts))

test('each side is told that the other agreed, and whether both have', async () => {
  const it = await setUp()
  const { termsVersion } = await planOf(it)
  it.parts.clock.set('2026-06-17T10:00:00Z')
  await runCommand(it.parts, agreePlan, order(it, it.lead, { termsVersion }))
  it.parts.clock.set('2026-06-17T11:00:00Z')
  await runCommand(it.parts, agreePlan, order(it, it.champion, { termsVersion }))
  const [toChampion, toLead] = await toldOf(it, 'plan-agreed')
  expect(toChampion).toMatchObject({ to: it.champion.id, daily: true, facts: { by: it.lead.name, isBoth: false } })
  expect(toLead).toMatchObject({ to: it.lead.id, daily: true, facts: { by: it.champion.name, isBoth: true } })
})

test('who is given a task by someone else is told once, unless it is theirs no longer or waits already', async () => {
  const it = await agreed()
  const owner = `participant:${it.contributor.id}`
  const train = it.taskIds['train'] ?? ''
  await runCommand(it.parts, editTask, order(it, it.lead, { taskId: train, owner }))
  await runCommand(it.parts, assignTasks, order(it, it.lead, { taskIds: [it.taskIds['close'] ?? ''], owner }))
  const added = {
    title: 'Name the testers',
    side: 'customer',
    durationDays: '1',
    milestoneId: it.milestoneIds[3] ?? '',
  }
  await runCommand(it.parts, addTask, order(it, it.lead, { ...added, owner }))
  await runCommand(it.parts, addTask, order(it, it.contributor, { ...added, title: 'My own', owner }))
  expect((await toldOf(it, 'task-given')).map(({ to, facts }) => [to, facts['task']]).sort()).toEqual([
    [it.contributor.id, 'Close the first month'],
    [it.contributor.id, 'Name the testers'],
    [it.contributor.id, 'Train the team'],
  ])
  await runCommand(it.parts, editTask, order(it, it.lead, { taskId: train, owner: `participant:${it.champion.id}` }))
  it.parts.clock.set('2026-06-18T06:05:00Z')
  await collectDaily(it.parts, it.workspaceId)
  const told = (await dailyOf(it, it.contributor)).join()
  const rows = (JSON.parse(told) as { plans: { waiting: { title: string }[] }[] }).plans.flatMap(
    ({ waiting }) => waiting,
  )
  const given = { taskId: it.taskIds['close'], title: 'Close the first month', why: 'given', by: it.lead.name }
  expect(rows).toContainEqual({ ...given, doBy: expect.stringMatching(/^2026-/) as string })
  expect(told).not.toContain('Train the team')
  expect(
    rows.filter(({ title }) => title === 'Name the testers'),
    'it can start, and is told as a task',
  ).toMatchObject([{ why: 'next' }])
})

test('tasks that are given in a draft are not told', async () => {
  const it = await setUp()
  const owner = `participant:${it.contributor.id}`
  await runCommand(it.parts, editTask, order(it, it.lead, { taskId: it.taskIds['train'], owner }))
  expect(await toldOf(it, 'task-given')).toEqual([])
})

test('who is put on a team is told, and who leads a plan because its lead left', async () => {
  const it = await setUp()
  const [nils, admin] = [
    await makeMember(it.parts.db, it.workspaceId, { name: 'Nils Berg', roles: ['support'] }),
    await makeMember(it.parts.db, it.workspaceId, { name: 'Ana Lind', roles: ['admin'] }),
  ]
  await runCommand(it.parts, setTeam, order(it, it.lead, { memberIds: [it.teammate.id, nils.id] }))
  expect(await toldOf(it, 'team-joined')).toMatchObject([{ to: nils.id, daily: true, facts: { by: it.lead.name } }])
  await runCommand(it.parts, removeMember, {
    actor: { ...admin, signedInAt: it.parts.clock.now() },
    scopeId: it.workspaceId,
    input: { memberId: it.lead.id, successorId: nils.id },
  })
  expect(await toldOf(it, 'lead-given')).toMatchObject([
    { to: nils.id, facts: { by: 'Ana Lind', leaver: it.lead.name } },
  ])
})

test('who asked hears once that their question is late', async () => {
  const it = await setUp()
  it.parts.clock.set('2026-06-17T08:00:00Z')
  await runCommand(it.parts, askQuestion, order(it, it.contributor, { body: 'Who signs?' }))
  it.parts.clock.set('2026-06-24T08:00:00Z')
  await chaseQuestions(it.parts, it.workspaceId)
  await chaseQuestions(it.parts, it.workspaceId)
  const late = (await toldOf(it, 'comment-added')).filter(({ facts }) => facts['why'] === 'awaited')
  expect(late.map(({ to }) => to)).toEqual([it.contributor.id])
})

test('the champion is asked to measure the win on its day, once for each day', async () => {
  const it = await agreed()
  const look = async (at: string) => {
    it.parts.clock.set(at)
    await chaseWin(it.parts, it.workspaceId)
    return (await toldOf(it, 'win-due')).map(({ to, facts }) => [to, facts['on']])
  }
  expect(await look('2026-10-29T12:00:00Z')).toEqual([])
  expect(await look('2026-10-30T12:00:00Z')).toEqual([[it.champion.id, '2026-10-30']])
  await runCommand(
    it.parts,
    sayNotYet,
    order(it, it.champion, { reason: 'October is not closed yet.', measureOn: '2026-11-10' }),
  )
  expect(await look('2026-11-09T12:00:00Z')).toHaveLength(1)
  expect((await look('2026-11-10T12:00:00Z')).at(-1)).toEqual([it.champion.id, '2026-11-10'])
})

test('who has not opened an invitation is reminded after two and after five days, in working hours of theirs, and then no more', async () => {
  const it = await setUp()
  it.parts.clock.set('2026-06-17T08:00:00Z')
  await runCommand(
    it.parts,
    inviteParticipant,
    order(it, it.champion, { name: 'Ida Moss', email: 'ida.moss@halden.example', role: 'viewer' }),
  )
  const look = async (at: string) => {
    it.parts.clock.set(at)
    await remindInvited(it.parts, it.workspaceId)
    const told = await toldOf(it, 'invitation-reminder')
    return told.map(({ facts, daily }) => [facts['name'], facts['isLast'], daily])
  }
  const first = ['Ida Moss', false, false]
  const last = ['Ida Moss', true, false]
  expect(await look('2026-06-18T08:00:00Z')).toEqual([])
  expect(await look('2026-06-19T20:00:00Z'), 'at night').toEqual([])
  expect(await look('2026-06-20T07:00:00Z'), 'a Saturday').toEqual([])
  expect(await look('2026-06-22T05:55:00Z'), 'before eight').toEqual([])
  expect(await look('2026-06-22T07:55:00Z')).toEqual([first])
  expect(await look('2026-06-22T09:00:00Z'), 'one email a day').toEqual([first])
  expect(await look('2026-06-23T06:05:00Z')).toEqual([first, last])
  expect(await look('2026-06-24T09:00:00Z')).toEqual([first, last])
  const seats = inWorkspace(it.parts.db, it.workspaceId, (trx) =>
    trx.selectFrom('notice').select('participantId').where('kind', '=', 'invitation-reminder').execute(),
  )
  expect(new Set((await seats).map(({ participantId }) => participantId)).size).toBe(1)
  const links = await inWorkspace(it.parts.db, it.workspaceId, (trx) =>
    trx.selectFrom('linkToken').select('revokedAt').where('kind', '=', 'invitation').execute(),
  )
  expect(links, 'a reminder ends no earlier link').toEqual(Array(3).fill({ revokedAt: null }))
})

test('who wants no emails or can’t be reached is not reminded; a reminder is the email of its day', async () => {
  const it = await setUp()
  it.parts.clock.set('2026-06-17T08:00:00Z')
  const invite = async (name: string, email: string) => {
    await runCommand(it.parts, inviteParticipant, order(it, it.champion, { name, email, role: 'viewer' }))
    return inWorkspace(it.parts.db, it.workspaceId, (trx) =>
      trx.selectFrom('participant').select(['id', 'email']).where('email', '=', email).executeTakeFirstOrThrow(),
    )
  }
  const [silent, gone, told] = [
    await invite('Ida Moss', 'ida.moss@halden.example'),
    await invite('Jon Moss', 'jon.moss@halden.example'),
    await invite('Kim Moss', 'kim.moss@halden.example'),
  ]
  await runCommand(it.parts, chooseEmails, {
    actor: { kind: 'link', workspaceId: it.workspaceId, id: silent.id, name: 'Ida Moss' },
    ...{ scopeId: it.workspaceId, input: { rhythm: 'none' } },
  })
  await inWorkspace(it.parts.db, it.workspaceId, (trx) =>
    trx
      .insertInto('blockedAddress')
      .values({ workspaceId: it.workspaceId, address: gone.email, reason: 'bounced', since: it.parts.clock.now() })
      .execute(),
  )
  const now = new Date('2026-06-22T06:05:00Z')
  it.parts.clock.set(now)
  await remindInvited(it.parts, it.workspaceId)
  expect((await toldOf(it, 'invitation-reminder')).map(({ facts }) => facts['name'])).toEqual(['Kim Moss'])
  const times = await inWorkspace(it.parts.db, it.workspaceId, (trx) =>
    listReaderTimes(trx, it.workspaceId, [{ kind: 'participant', id: told.id }], now),
  )
  expect(times.get(told.id)?.lastAt, 'it is the email of the day').toEqual(now)
})
