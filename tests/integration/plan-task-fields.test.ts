import { expect, test } from 'vitest'
import { inWorkspace } from '#db/workspace.ts'
import type { Actor, Standing } from '#app/policy/policy.ts'
import { addTask } from '#app/plan/task/add-task.server.ts'
import { editTerms } from '#app/plan/terms/edit-terms.server.ts'
import { agreePlan } from '#app/plan/agreement/agree-plan.server.ts'
import { completeTask } from '#app/plan/task/complete-task.server.ts'
import { editTask } from '#app/plan/task/edit-task.server.ts'
import { taskInput } from '#app/plan/task/task-input.server.ts'
import { getPlanView } from '#tests/factories/get-plan-view.ts'
import { getTaskForEdit } from '#app/plan/task/task-form-queries.server.ts'
import { runCommand } from '#app/runner/run-command.server.ts'
import type { PostedValues } from '#app/runner/reply.ts'
import { settledValues } from '#app/ui/form-reply.ts'
import { type Setting, eventsOf, planOf, refusalOf, setUp, taskOf } from '#tests/factories/plan-setting.ts'

const readerOf = (actor: Extract<Actor, { kind: 'member' | 'participant' }>) => ({
  actor,
  standings: new Set<Standing>([actor.kind === 'member' ? 'member' : 'champion']),
})

/** Posts the task's form as a page does: what it came with as seen, and on top what was typed. */
async function post(it: Setting, actor: Actor, key: string, values: PostedValues) {
  const seen = Object.fromEntries(
    Object.entries(values)
      .filter(([name]) => name.startsWith('seen.'))
      .map(([name, value]) => [name.slice(5), value]),
  )
  const types = Object.fromEntries(Object.values(it.taskIds).map((id) => [`type.${id}`, 'FS']))
  const { dependsOn, ...input } = taskInput({ ...types, ...values })
  const links = 'dependsOn' in values || 'seen.dependsOn' in values ? { dependsOn } : {}
  return runCommand(it.parts, editTask, {
    actor,
    scopeId: it.planId,
    input: { ...input, ...links, taskId: it.taskIds[key] },
    seen,
  })
}

const linksOf = (it: Setting, key: string) =>
  inWorkspace(it.parts.db, it.workspaceId, (trx) =>
    trx
      .selectFrom('taskLink')
      .select(['dependsOnId', 'lagDays', 'type'])
      .where('taskId', '=', it.taskIds[key] ?? '')
      .orderBy('lagDays')
      .execute(),
  )

const secondTuesday = { 'sittings.every': 'month', 'sittings.nth': '2', 'sittings.weekday': '2' }

test('sittings typed in words become dates for both sides, and a change of what was agreed', async () => {
  const it = await setUp()
  for (const actor of [it.lead, it.champion])
    await runCommand(it.parts, agreePlan, { actor, scopeId: it.planId, input: { termsVersion: 1 } })
  await post(it, it.champion, 'sign', { ...secondTuesday, 'sittings.name': 'board sits', 'sittings.notIn': '12' })
  expect((await planOf(it)).termsVersion).toBe(2)
  const view = await getPlanView(it.parts, readerOf(it.lead), it.planId)
  const sign = view.stages.flatMap(({ milestones }) => milestones.flatMap(({ tasks }) => tasks))[2]
  expect(sign).toMatchObject({
    earlyFinish: '2026-07-14',
    sittings: { name: 'board sits', words: 'second Tuesday of the month, except in December', over: false },
  })
  expect(sign?.sittings?.dates.slice(0, 2)).toEqual(['2026-07-14', '2026-08-11'])
  expect(view.changedSinceAgreed).toMatchObject([
    { title: 'Possible finish dates of “Sign the contract”', after: 'second Tuesday of the month, except in December' },
  ])
  const told = (await eventsOf(it)).at(-1)
  expect(told?.changes).toMatchObject({
    sittings: { before: null, after: { every: 'month', nth: 2, weekday: 2, notIn: [12] } },
  })

  await post(it, it.lead, 'sign', { 'sittings.every': '', 'sittings.name': 'board sits' })
  expect((await taskOf(it, it.taskIds['sign']))?.sittings).toBeNull()
})

test('of a private task the other side gets the days and not what happens on them', async () => {
  const it = await setUp()
  await post(it, it.lead, 'build', { side: 'vendor', private: 'yes', ...secondTuesday, 'sittings.name': 'release' })
  const seenBy = async (actor: Setting['lead'] | Setting['champion']) =>
    (await getPlanView(it.parts, readerOf(actor), it.planId)).stages[2]?.milestones[0]?.tasks[0]?.sittings
  expect(await seenBy(it.lead)).toMatchObject({ name: 'release' })
  expect(await seenBy(it.champion)).toMatchObject({ name: null, over: false })
  expect((await seenBy(it.champion))?.dates).toContain('2026-07-14')
})

test('sittings that cannot be are told beside their field; listed days that pass leave the plan readable', async () => {
  const it = await setUp()
  const refused = async (values: PostedValues) => (await refusalOf(post(it, it.lead, 'sign', values))).faults[0]
  expect(await refused({ 'sittings.every': 'week' })).toEqual({
    field: 'sittings',
    message: 'Please choose at least one weekday.',
  })
  const past = { 'sittings.every': 'dates', 'sittings.dates': ['2026-06-09', '2026-06-16'] }
  expect(await refused(past)).toMatchObject({
    field: 'sittings',
    message: expect.stringContaining('can’t be finished on any of these dates') as string,
  })
  const added = runCommand(it.parts, addTask, {
    actor: it.lead,
    scopeId: it.planId,
    input: taskInput({
      ...past,
      milestoneId: it.milestoneIds[1] ?? '',
      title: 'Board',
      owner: 'else',
      ownerName: 'Board',
      side: 'customer',
      durationDays: '1',
    }),
  })
  expect((await refusalOf(added)).faults[0]?.field).toBe('sittings')

  await inWorkspace(it.parts.db, it.workspaceId, (trx) =>
    trx
      .updateTable('task')
      .set({ sittings: JSON.stringify({ every: 'dates', dates: ['2026-06-09'], name: null, notIn: [], notOn: [] }) })
      .where('id', '=', it.taskIds['sign'] ?? '')
      .execute(),
  )
  const view = await getPlanView(it.parts, readerOf(it.lead), it.planId)
  expect(view.stages[1]?.milestones[0]?.tasks[1]?.sittings).toMatchObject({ over: true })
  await runCommand(it.parts, completeTask, {
    actor: it.lead,
    scopeId: it.planId,
    input: { taskId: it.taskIds['scope'] },
  })
})

test('two people on different fields of a task both win: links, kept to one side, sittings', async () => {
  const it = await setUp()
  const { scope = '', build = '' } = it.taskIds
  const seen = { 'seen.dependsOn': JSON.stringify([{ task: scope, lagDays: 0, type: 'FS' }]), 'seen.sittings': '' }
  const unchanged = { dependsOn: scope, 'sittings.every': '' }
  const circle = await refusalOf(post(it, it.lead, 'legal', { ...seen, ...unchanged, dependsOn: [build, scope] }))
  expect(circle.faults[0]?.field).toBe('dependsOn')
  await post(it, it.lead, 'legal', { ...seen, ...unchanged, [`type.${scope}`]: 'SS', [`lag.${scope}`]: '2' })
  await post(it, it.champion, 'legal', { ...seen, ...unchanged, ...secondTuesday })
  expect(await linksOf(it, 'legal')).toEqual([{ dependsOnId: scope, lagDays: 2, type: 'SS' }])
  expect((await taskOf(it, it.taskIds['legal']))?.sittings).toMatchObject({ every: 'month', nth: 2 })
})

test('two people on one field settle it: links whatever their order, sittings, private to one side', async () => {
  const it = await setUp()
  const { scope = '', legal = '' } = it.taskIds
  const links = [
    { task: scope, lagDays: 0, type: 'FS' },
    { task: legal, lagDays: 0, type: 'FS' },
  ]
  await post(it, it.lead, 'sign', { dependsOn: [legal, scope] })
  const { values } = await getTaskForEdit(it.parts, readerOf(it.champion), it.planId, it.taskIds['sign'] ?? '')
  expect(values.dependsOn).toHaveLength(2)
  const seen = { 'seen.dependsOn': JSON.stringify([...links].reverse()), 'seen.sittings': '', 'seen.private': '' }
  await post(it, it.lead, 'sign', { ...seen, dependsOn: scope, ...secondTuesday })

  // Nothing of it was touched here, in another order: no conflict, and what the lead wrote stands.
  await post(it, it.champion, 'sign', { ...seen, dependsOn: [scope, legal], 'sittings.every': '' })
  expect(await linksOf(it, 'sign')).toHaveLength(1)

  const mine = { ...seen, dependsOn: legal, 'sittings.every': 'monthday', 'sittings.day': '15' }
  const { status, conflicts } = await refusalOf(post(it, it.champion, 'sign', mine))
  expect(status).toBe(409)
  expect(conflicts.map(({ field, by }) => [field, by])).toEqual([
    ['dependsOn', 'Sam Ortiz'],
    ['sittings', 'Sam Ortiz'],
  ])
  const [onLinks, onSittings] = conflicts
  if (!onLinks || !onSittings) throw new Error('Two conflicts were expected')
  const half = settledValues(mine, onLinks, 'theirs') as PostedValues
  const second = await refusalOf(post(it, it.champion, 'sign', half))
  expect(second.conflicts.map(({ field }) => field)).toEqual(['sittings'])
  await post(it, it.champion, 'sign', settledValues(half, onSittings, 'yours') as PostedValues)
  expect(await linksOf(it, 'sign')).toEqual([{ dependsOnId: scope, lagDays: 0, type: 'FS' }])
  expect((await taskOf(it, it.taskIds['sign']))?.sittings).toMatchObject({ every: 'monthday', day: 15 })
})

test('a private task shared by one and kept by another is settled too', async () => {
  const it = await setUp()
  const hide = { side: 'vendor', private: 'yes', 'seen.private': '' }
  await post(it, it.lead, 'build', hide)
  const share = { side: 'vendor', 'seen.private': 'yes' }
  await post(it, it.lead, 'build', share)
  await post(it, it.teammate, 'build', { side: 'vendor', private: 'yes', 'seen.private': 'yes' })
  expect((await taskOf(it, it.taskIds['build']))?.privateTo).toBeNull()
  const stored = { ...hide, 'seen.private': 'yes', private: '' }
  await post(it, it.teammate, 'build', stored)
  expect((await taskOf(it, it.taskIds['build']))?.privateTo).toBeNull()
})

test('a program that names no type keeps the one that a link has', async () => {
  const it = await setUp()
  const { scope = '', build = '' } = it.taskIds
  await post(it, it.lead, 'legal', { dependsOn: scope, [`type.${scope}`]: 'FF' })
  const order = (dependsOn: object[]) =>
    runCommand(it.parts, editTask, {
      actor: it.lead,
      scopeId: it.planId,
      input: { taskId: it.taskIds['train'], dependsOn },
    })
  await order([{ task: build, lagDays: 0, type: 'SS' }])
  await order([{ task: build, lagDays: 0 }])
  expect(await linksOf(it, 'train')).toMatchObject([{ type: 'SS', lagDays: 0 }])
  await order([{ task: build, lagDays: 3 }])
  expect(await linksOf(it, 'train')).toMatchObject([{ type: 'SS', lagDays: 3 }])
})

test('what contradicts itself is told together with all else that is wrong', async () => {
  const it = await setUp()
  const fieldsOf = async (order: Promise<unknown>) => (await refusalOf(order)).faults.map(({ field }) => field).sort()
  const add = (values: PostedValues) =>
    runCommand(it.parts, addTask, {
      actor: it.lead,
      scopeId: it.planId,
      input: taskInput({
        milestoneId: it.milestoneIds[1] ?? '',
        title: 'Board',
        owner: 'else',
        ownerName: '',
        side: 'customer',
        durationDays: '1',
        notBefore: '2026-07-10',
        notAfter: '2026-07-09',
        ...values,
      }),
    })
  expect(await fieldsOf(add({ title: '' }))).toEqual(['notAfter', 'ownerName', 'title'])
  expect(await fieldsOf(add({ notBefore: '2206-07-10' }))).toEqual(['notAfter', 'notBefore', 'ownerName'])
  expect(await fieldsOf(add({}))).toEqual(['notAfter', 'ownerName'])
  const terms = (input: object) =>
    runCommand(it.parts, editTerms, {
      actor: it.lead,
      scopeId: it.planId,
      input: { baseline: '5', target: '5', ...input },
    })
  expect(await fieldsOf(terms({ project: '' }))).toEqual(['project', 'target'])
  expect(await fieldsOf(terms({ criticalDate: '2026-01-15' }))).toEqual(['criticalDate', 'target'])
})
