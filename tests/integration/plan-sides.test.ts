import { expect, test } from 'vitest'
import type { Actor, Standing } from '#app/policy/policy.ts'
import { getActivity } from '#app/plan/activity/get-activity.server.ts'
import { adjustPlan } from '#app/plan/what-if/adjust-plan.server.ts'
import { editTask } from '#app/plan/task/edit-task.server.ts'
import { removeTask } from '#app/plan/task/remove-task.server.ts'
import { undoChange } from '#app/plan/undo/undo-change.server.ts'
import { getPlanMaterial } from '#app/plan/view/plan-queries.server.ts'
import { getPlanView } from '#tests/factories/get-plan-view.ts'
import { getTaskForEdit } from '#app/plan/task/task-form-queries.server.ts'
import { runCommand } from '#app/runner/run-command.server.ts'
import { inWorkspace } from '#db/workspace.ts'
import { type Setting, eventsOf, planOf, refusalOf, setUp, statusOf, taskOf } from '#tests/factories/plan-setting.ts'
import { withWhat } from '#tests/factories/with-what.ts'

type Person = Setting['lead'] | Setting['champion']

const edit = (it: Setting, actor: Actor, key: string, input: object, seen?: Record<string, unknown>) =>
  runCommand(it.parts, editTask, {
    actor,
    scopeId: it.planId,
    input: { taskId: it.taskIds[key], ...input },
    seen,
  })

const standingsFor = ({ kind }: Person) => new Set<Standing>([kind === 'member' ? 'member' : 'champion'])

const seenBy = async (it: Setting, actor: Person) =>
  withWhat((await getActivity(it.parts, { actor, standings: standingsFor(actor) }, it.planId)).entries)

const linkTo = (it: Setting, ...keys: string[]) =>
  keys.map((key) => ({ task: it.taskIds[key], lagDays: 0, type: 'FS' }))

/** The vendor keeps *Build the connection* to itself. */
async function withPrivateTask() {
  const it = await setUp()
  await edit(it, it.lead, 'build', { private: true })
  return it
}

test('the other side reads what changed of a shared task, though the same save touched a private link', async () => {
  const it = await withPrivateTask()
  await edit(it, it.lead, 'close', { durationDays: 9, dependsOn: linkTo(it, 'train', 'build') })
  const [theirs] = await seenBy(it, it.champion)
  expect(theirs).toMatchObject({ what: 'changed “Close the first month”' })
  expect(theirs?.changes).toEqual([{ label: 'Working days', before: '5', after: '9' }])
  const [links, days] = await seenBy(it, it.lead)
  expect(links?.changes).toMatchObject([{ label: 'Dependencies', after: 'Train the team, Build the connection' }])
  expect(days?.changes).toMatchObject([{ label: 'Working days' }])
})

test('so with many edits kept at once, which are still undone as one', async () => {
  const it = await withPrivateTask()
  const { close, build } = it.taskIds
  const before = await taskOf(it, close)
  const { result } = await runCommand(it.parts, adjustPlan, {
    actor: it.lead,
    scopeId: it.planId,
    input: { [`durationDays.${close}`]: '9', [`lag.${close}.${build}`]: '2' },
  })
  const theirs = await seenBy(it, it.champion)
  expect(theirs[0]).toMatchObject({
    what: 'changed “Close the first month”',
    changes: [{ label: 'Working days', before: '5', after: '9' }],
  })
  expect(JSON.stringify(theirs)).not.toContain(build)
  const undo = { scopeId: it.planId, input: { number: result.number } }
  expect(await statusOf(runCommand(it.parts, undoChange, { ...undo, actor: it.champion }))).toBe(403)
  await runCommand(it.parts, undoChange, { ...undo, actor: it.lead })
  expect(await taskOf(it, close)).toEqual(before)
  expect((await seenBy(it, it.champion))[0]).toMatchObject({
    changes: [{ label: 'Working days', before: '9', after: '5' }],
  })
})

test('a task that both sides know is made private by its own side alone, as a removal that the other side sees', async () => {
  const it = await setUp()
  for (const [actor, key, more] of [
    [it.lead, 'legal', {}],
    [it.lead, 'legal', { side: 'vendor' }],
    [it.lead, 'scope', { side: 'vendor' }],
    [it.champion, 'build', { side: 'customer' }],
  ] as const)
    expect(await refusalOf(edit(it, actor, key, { private: true, ...more }))).toMatchObject({
      status: 422,
      faults: [{ field: 'private' }],
    })
  const { termsVersion } = await planOf(it)
  await edit(it, it.lead, 'build', { private: true, title: 'Build what nobody should know' })
  expect((await planOf(it)).termsVersion).toBe(termsVersion + 1)
  const [removed, ...earlier] = await seenBy(it, it.champion)
  expect(removed?.what).toBe('removed “Build the connection” from the shared plan')
  expect(JSON.stringify([removed, earlier])).not.toContain('nobody should know')
  const notices = await inWorkspace(it.parts.db, it.workspaceId, (trx) =>
    trx.selectFrom('notice').select(['kind', 'toAddress', 'daily', 'facts']).execute(),
  )
  expect(notices).toMatchObject([
    {
      kind: 'task-removed',
      toAddress: 'priya.raman@halden.example',
      daily: true,
      facts: { task: 'Build the connection', by: 'Sam Ortiz' },
    },
  ])

  await edit(it, it.lead, 'build', { private: false, title: 'Build it', durationDays: 12 })
  const [shared] = await seenBy(it, it.champion)
  expect(shared?.what).toBe('added “Build it” to the shared plan')
  expect(shared?.changes).toContainEqual({ label: 'Working days', before: '', after: '12' })
  expect(JSON.stringify(await seenBy(it, it.champion))).not.toContain('nobody should know')
})

test('the form offers privacy only to the side whose task it is', async () => {
  const it = await withPrivateTask()
  const mayBePrivateTo = async (actor: Person, key: string) =>
    (await getTaskForEdit(it.parts, { actor, standings: standingsFor(actor) }, it.planId, it.taskIds[key] ?? ''))
      .mayBePrivateTo
  expect(await mayBePrivateTo(it.lead, 'build'), 'to share it again').toBe('vendor')
  expect(await mayBePrivateTo(it.champion, 'legal')).toBe('customer')
  expect(await mayBePrivateTo(it.lead, 'legal')).toBeNull()
  expect(await mayBePrivateTo(it.champion, 'scope'), 'both sides’').toBeNull()
})

test('removing a private task between two shared ones is read as a change of the one that waits', async () => {
  const it = await withPrivateTask()
  const { termsVersion } = await planOf(it)
  await runCommand(it.parts, removeTask, {
    actor: it.lead,
    scopeId: it.planId,
    input: { taskId: it.taskIds['build'] },
  })
  const [theirs] = await seenBy(it, it.champion)
  expect(theirs).toMatchObject({
    what: 'changed “Train the team”',
    changes: [{ label: 'Dependencies', before: '', after: 'Sign the contract' }],
  })
  expect((await planOf(it)).termsVersion).toBe(termsVersion + 1)
})

test('a forced conflict tells nothing of what the other side keeps to itself: not who, not when', async () => {
  const it = await withPrivateTask()
  it.parts.clock.set('2026-06-20T10:00:00Z')
  await edit(it, it.lead, 'close', { dependsOn: linkTo(it, 'train', 'build') })
  it.parts.clock.set('2026-06-22T10:00:00Z')
  const conflict = await refusalOf(
    edit(it, it.champion, 'close', { dependsOn: linkTo(it, 'legal') }, { dependsOn: '[]' }),
  )
  expect(conflict.conflicts).toMatchObject([
    { field: 'dependsOn', theirs: JSON.stringify(linkTo(it, 'train')), by: 'Someone', at: '2026-06-22T10:00:00.000Z' },
  ])
  // The side that keeps it reads who it was.
  const own = await refusalOf(edit(it, it.teammate, 'close', { dependsOn: linkTo(it, 'legal') }, { dependsOn: '[]' }))
  expect(own.conflicts).toMatchObject([{ by: 'Sam Ortiz', at: '2026-06-20T10:00:00.000Z' }])
  const adjusting = (actor: Actor) =>
    refusalOf(
      runCommand(it.parts, adjustPlan, {
        actor,
        scopeId: it.planId,
        input: { [`lag.${it.taskIds['close']}.${it.taskIds['train']}`]: '3' },
        seen: { [`lag.${it.taskIds['close']}.${it.taskIds['train']}`]: '1' },
      }),
    )
  expect((await adjusting(it.champion)).conflicts).toMatchObject([{ by: 'Someone' }])
  it.parts.clock.set('2026-06-17T10:00:00Z')
  expect(
    await getPlanView(it.parts, { actor: it.champion, standings: standingsFor(it.champion) }, it.planId),
  ).toMatchObject({
    lastChange: { by: 'Sam Ortiz' },
  })
  expect((await eventsOf(it)).at(-1)).toMatchObject({ visibleTo: 'vendor' })
})

test('what a page is computed from, in the browser too, holds no word of what the other side keeps to itself', async () => {
  const it = await setUp()
  const sittings = { every: 'month', nth: 1, weekday: 2, name: 'Secret committee', notIn: [], notOn: [] }
  await edit(it, it.lead, 'build', { private: true, title: 'Secret title', sittings })
  const readBy = async (actor: Person) =>
    JSON.stringify(await getPlanMaterial(it.parts, { actor, standings: standingsFor(actor) }, it.planId))
  // The last thing that happened is the lead's own, and so is its owner's name where no shared task has it.
  await edit(it, it.lead, 'build', { owner: 'else', ownerName: 'Secret counsel' })
  const own = await readBy(it.lead)
  const theirs = await readBy(it.champion)
  for (const secret of ['Secret title', 'Secret committee', 'Secret counsel', it.taskIds['build'] ?? '']) {
    expect(own, secret).toContain(secret)
    expect(theirs, secret).not.toContain(secret)
  }
})
