import pg from 'pg'
import { describe, expect, test, vi } from 'vitest'
import { inWorkspace } from '#db/workspace.ts'
import type { Actor } from '#app/policy/policy.ts'
import { removeParticipant } from '#app/access/participants/remove-participant.server.ts'
import { addMilestone } from '#app/plan/milestone/add-milestone.server.ts'
import { addTask } from '#app/plan/task/add-task.server.ts'
import { completeTask } from '#app/plan/task/complete-task.server.ts'
import { editCalendar } from '#app/plan/calendar/edit-calendar.server.ts'
import { editMilestone } from '#app/plan/milestone/edit-milestone.server.ts'
import { editTask } from '#app/plan/task/edit-task.server.ts'
import { editTerms } from '#app/plan/terms/edit-terms.server.ts'
import { adjustPlan } from '#app/plan/what-if/adjust-plan.server.ts'
import { removeTask } from '#app/plan/task/remove-task.server.ts'
import { sendBackTask } from '#app/plan/task/send-back-task.server.ts'
import { startTask } from '#app/plan/task/start-task.server.ts'
import { undoChange } from '#app/plan/undo/undo-change.server.ts'
import { findRecentChange } from '#app/plan/undo/find-recent-change.server.ts'
import { takeSnapshot } from '#app/plan/undo/take-snapshot.server.ts'
import { runCommand } from '#app/runner/run-command.server.ts'
import { standingsOnPlan } from '#app/runner/standing.server.ts'
import { activityOf } from '#tests/factories/adjusting.ts'
import { type Setting, eventsOf, planOf, refusalOf, setUp, taskOf } from '#tests/factories/plan-setting.ts'

const rowsOf = async (it: Setting) => {
  const { rows } = await inWorkspace(it.parts.db, it.workspaceId, (trx) =>
    takeSnapshot(trx, { workspaceId: it.workspaceId, planId: it.planId }),
  )
  const sorted = (map: ReadonlyMap<string, unknown>) => [...map].sort(([a], [b]) => (a < b ? -1 : 1))
  return Object.entries(rows).map(([kind, map]) => [kind, sorted(map)])
}
const lastNumber = async (it: Setting) => Number((await eventsOf(it)).at(-1)?.number ?? 0)
const undo = (it: Setting, number: number, actor: Actor = it.champion) =>
  runCommand(it.parts, undoChange, { actor, scopeId: it.planId, input: { number } })

type Work = (it: Setting, order: { actor: Actor; scopeId: string }) => Promise<unknown>

const terms = {
  project: 'Faster month-end close',
  criticalDate: '2026-09-18',
  criticalReason: 'the audit was moved',
  ifMissed: 'The audit runs on the old books.',
  statement: 'We closed the books in two days.',
  measure: 'time to close a month',
  unit: 'days',
  baseline: '30',
  target: '2',
  winBy: '2026-10-30',
  announcedTo: 'the board',
}

const works: [string, Work][] = [
  [
    'removing a task',
    (it, order) => runCommand(it.parts, removeTask, { ...order, input: { taskId: it.taskIds['build'] } }),
  ],
  [
    'adding a task',
    (it, order) =>
      runCommand(it.parts, addTask, {
        ...order,
        input: {
          milestoneId: it.milestoneIds[1],
          title: 'Security review',
          owner: 'else',
          ownerName: 'IT',
          side: 'customer',
          durationDays: '4',
          dependsOn: [{ task: it.taskIds['scope'], lagDays: 2, type: 'FS' }],
        },
      }),
  ],
  [
    'checking a task off',
    (it, order) => runCommand(it.parts, completeTask, { ...order, input: { taskId: it.taskIds['scope'] } }),
  ],
  [
    'keeping a change that was tried',
    (it, order) =>
      runCommand(it.parts, adjustPlan, {
        ...order,
        input: {
          [`durationDays.${it.taskIds['legal'] ?? ''}`]: '8',
          [`lag.${it.taskIds['close'] ?? ''}.${it.taskIds['train'] ?? ''}`]: 'SS 4',
          criticalDate: '2026-09-18',
          'closed.vendor.2026-07-06.2026-07-10': 'Fair',
        },
      }),
  ],
  [
    'beginning a task',
    (it, order) =>
      runCommand(it.parts, startTask, { ...order, input: { taskId: it.taskIds['scope'], startedOn: '2026-06-12' } }),
  ],
  [
    'renaming a task, its owner, dates, days and links',
    (it, order) =>
      runCommand(it.parts, editTask, {
        ...order,
        input: {
          taskId: it.taskIds['legal'],
          title: 'Contract at the board',
          owner: `participant:${it.contributor.id}`,
          notAfter: '2026-08-31',
          durationDays: '12',
          dependsOn: [],
        },
      }),
  ],
  [
    'adding a milestone',
    (it, order) =>
      runCommand(it.parts, addMilestone, { ...order, input: { title: 'Review', stage: 'Implementation' } }),
  ],
  [
    'renaming a milestone',
    (it, order) =>
      runCommand(it.parts, editMilestone, {
        ...order,
        input: { milestoneId: it.milestoneIds[2], title: 'Ready to try', stage: 'Implementation' },
      }),
  ],
  ['changing the terms', (it, order) => runCommand(it.parts, editTerms, { ...order, input: terms })],
  [
    'changing a calendar',
    (it, order) => runCommand(it.parts, editCalendar, { ...order, input: { customerWorkweek: ['1', '2', '3', '4'] } }),
  ],
]

describe.each(works)('%s', (_, work) => {
  test('is taken back whole, and made again by taking that back', async () => {
    const it = await setUp()
    const before = await rowsOf(it)
    const first = (await lastNumber(it)) + 1
    await work(it, { actor: it.champion, scopeId: it.planId })
    const after = await rowsOf(it)
    expect(after).not.toEqual(before)
    const { result } = await undo(it, first)
    expect(await rowsOf(it)).toEqual(before)
    expect((await undo(it, first)).result, 'twice is once').toEqual({ number: null })
    await undo(it, Number((result as { number: number }).number), it.lead)
    expect(await rowsOf(it)).toEqual(after)
  })
})

test('it is refused politely, with nothing written, where someone has changed it since', async () => {
  const it = await setUp()
  const order = { actor: it.champion, scopeId: it.planId }
  const taskId = it.taskIds['legal'] ?? ''
  await runCommand(it.parts, editTask, { ...order, input: { taskId, title: 'Contract at the board' } })
  const number = await lastNumber(it)
  await runCommand(it.parts, editTask, { ...order, actor: it.lead, input: { taskId, durationDays: '12' } })
  await undo(it, number)
  expect(await taskOf(it, taskId), 'other fields keep what others did').toMatchObject({
    title: 'Contract at Legal',
    durationDays: 12,
  })
  await runCommand(it.parts, editTask, { ...order, input: { taskId, title: 'Contract, again' } })
  const again = await lastNumber(it)
  await runCommand(it.parts, editTask, { ...order, actor: it.lead, input: { taskId, title: 'Contract of the lead' } })
  const rows = await rowsOf(it)
  const refusal = await refusalOf(undo(it, again))
  expect(refusal.status).toBe(409)
  expect(refusal.message).toBe(
    `“Contract of the lead” has been changed since, so this can’t be undone. ${it.lead.name} changed “Contract of the lead”.`,
  )
  expect(await rowsOf(it)).toEqual(rows)
})

test('a task that was sent back is done again, and the email about it is not written', async () => {
  const it = await setUp()
  const order = { actor: it.champion, scopeId: it.planId }
  const taskId = it.taskIds['scope'] ?? ''
  await runCommand(it.parts, editTask, { ...order, input: { taskId, owner: `member:${it.lead.id}` } })
  await runCommand(it.parts, completeTask, { ...order, input: { taskId } })
  it.parts.clock.set('2026-06-17T09:30:00Z')
  await runCommand(it.parts, sendBackTask, { ...order, input: { taskId, reason: 'The annex is missing.' } })
  const told = () =>
    inWorkspace(it.parts.db, it.workspaceId, (trx) =>
      trx.selectFrom('notice').select('state').where('kind', '=', 'task-sent-back').execute(),
    )
  expect(await told()).toEqual([{ state: 'waiting' }])
  await undo(it, await lastNumber(it))
  expect(await taskOf(it, taskId)).toMatchObject({ doneOn: '2026-06-17', sentBackReason: null, sentBackBy: null })
  expect(await told()).toEqual([{ state: 'unwanted' }])
})

test('what undoing needs costs three statements: the rows before, the rows after, and what is kept', async () => {
  const it = await setUp()
  const spied = vi.spyOn(pg.Client.prototype, 'query')
  await runCommand(it.parts, completeTask, {
    actor: it.champion,
    scopeId: it.planId,
    input: { taskId: it.taskIds['scope'] },
  })
  const texts = spied.mock.calls.map(([query]) =>
    typeof query === 'string' ? query : (query as { text: string }).text,
  )
  spied.mockRestore()
  const snapshots = texts.filter((text) => text.includes('json_agg') && text.includes('"plan_team"'))
  expect(snapshots).toHaveLength(2)
  expect(texts.filter((text) => text.includes('plan_undo'))).toHaveLength(1)
  expect(texts.length).toBeLessThanOrEqual(21)
})

test('an added task to which others have linked since stays', async () => {
  const it = await setUp()
  const [, add] = works[1] ?? []
  const order = { actor: it.champion, scopeId: it.planId }
  await add?.(it, order)
  const number = await lastNumber(it)
  const added = (await eventsOf(it)).at(-1)?.subjectId
  const dependsOn = [{ task: added, lagDays: 0, type: 'FS' }]
  await runCommand(it.parts, editTask, {
    ...order,
    actor: it.lead,
    input: { taskId: it.taskIds['close'], dependsOn },
  })
  expect((await refusalOf(undo(it, number))).status).toBe(409)
})

test('a task does not go back to someone who was taken off the plan', async () => {
  const it = await setUp()
  const order = { actor: it.champion, scopeId: it.planId }
  const taskId = it.taskIds['legal']
  const owner = `participant:${it.contributor.id}`
  await runCommand(it.parts, editTask, { ...order, input: { taskId, owner } })
  await runCommand(it.parts, editTask, { ...order, input: { taskId, owner: `participant:${it.viewer.id}` } })
  const number = await lastNumber(it)
  await runCommand(it.parts, removeParticipant, { ...order, input: { participantId: it.contributor.id } })
  expect((await refusalOf(undo(it, number))).status).toBe(409)
})

test('what one side keeps to itself is taken back by that side alone, also where it became so since', async () => {
  const it = await setUp()
  const order = { actor: it.lead, scopeId: it.planId }
  const taskId = it.taskIds['build']
  await runCommand(it.parts, editTask, { ...order, input: { taskId, title: 'Build the bridge' } })
  const shared = await lastNumber(it)
  await runCommand(it.parts, editTask, { ...order, input: { taskId, private: 'yes' } })
  await runCommand(it.parts, editTask, { ...order, input: { taskId, title: 'A secret name' } })
  const own = await lastNumber(it)
  expect((await refusalOf(undo(it, shared))).status).toBe(403)
  expect((await refusalOf(undo(it, own))).status, 'as of a number that is none').toBe(422)
  expect((await taskOf(it, taskId))?.title).toBe('A secret name')
  const { entries } = await activityOf(it, it.champion)
  expect(entries.find(({ number }) => number === own)).toBeUndefined()
  await undo(it, own, it.lead)
  expect((await taskOf(it, taskId))?.title).toBe('Build the bridge')
  expect(JSON.stringify((await activityOf(it, it.champion)).entries)).not.toContain('A secret name')
})

test('a check-off that is taken back leaves what was agreed; a removal that is taken back does not', async () => {
  const it = await setUp()
  const order = { actor: it.champion, scopeId: it.planId }
  await runCommand(it.parts, completeTask, { ...order, input: { taskId: it.taskIds['scope'] } })
  await undo(it, await lastNumber(it))
  expect((await planOf(it)).termsVersion).toBe(1)
  await runCommand(it.parts, removeTask, { ...order, input: { taskId: it.taskIds['build'] } })
  await undo(it, await lastNumber(it))
  expect((await planOf(it)).termsVersion).toBe(3)
})

test('the plan page offers one’s own last change for a while, in words, and Activity afterwards', async () => {
  const it = await setUp()
  it.parts.clock.set('2026-06-17T08:00:00Z')
  const order = { actor: it.champion, scopeId: it.planId }
  await runCommand(it.parts, completeTask, { ...order, input: { taskId: it.taskIds['scope'] } })
  const number = await lastNumber(it)
  const offered = async (actor: typeof it.champion | typeof it.lead) => {
    const standings = await inWorkspace(it.parts.db, it.workspaceId, (trx) => standingsOnPlan(trx, actor, it.planId))
    return findRecentChange(it.parts, { actor, standings }, it.planId)
  }
  expect(await offered(it.champion)).toEqual({
    number,
    lastNumber: number,
    words: 'You checked off “Agree on the scope”',
    isUndoing: false,
    completed: it.taskIds['scope'],
  })
  expect(await offered(it.lead)).toBeNull()
  it.parts.clock.set('2026-06-17T08:03:00Z')
  expect(await offered(it.champion)).toBeNull()
  const entry = async () => (await activityOf(it, it.champion)).entries.find((one) => one.number === number)
  expect((await entry())?.mayBeUndone).toBe(true)
  await undo(it, number)
  expect((await entry())?.mayBeUndone).toBe(false)
})
