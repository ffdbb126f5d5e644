import { expect, test } from 'vitest'
import type { Actor, Standing } from '#app/policy/policy.ts'
import { readActivityFilter } from '#app/plan/activity/activity-filter.ts'
import { getActivityPage } from '#app/plan/activity/get-activity-page.server.ts'
import type { ActivityAsked } from '#app/plan/activity/get-activity.server.ts'
import { completeTask } from '#app/plan/task/complete-task.server.ts'
import { editTask } from '#app/plan/task/edit-task.server.ts'
import { editTerms } from '#app/plan/terms/edit-terms.server.ts'
import { undoChange } from '#app/plan/undo/undo-change.server.ts'
import { runCommand } from '#app/runner/run-command.server.ts'
import { inWorkspace } from '#db/workspace.ts'
import { makePrivate } from '#tests/factories/adjusting.ts'
import { type Setting, setUp } from '#tests/factories/plan-setting.ts'
import { withWhat } from '#tests/factories/with-what.ts'

type Person = Extract<Actor, { kind: 'member' | 'participant' }>

const pageOf = (it: Setting, actor: Person, asked: ActivityAsked = {}) =>
  getActivityPage(
    it.parts,
    { actor, standings: new Set<Standing>([actor.kind === 'member' ? 'member' : 'champion']) },
    it.planId,
    asked,
  )

/** What a reader is told with this filter, newest first. */
const told = async (it: Setting, actor: Person, filter: Record<string, string>) =>
  withWhat((await pageOf(it, actor, { filter: readActivityFilter(new URLSearchParams(filter)) })).entries).map(
    ({ what }) => what,
  )

const done = 'checked off “Agree on the scope”'
const edited = 'changed “Contract at Legal”'
const moved = 'changed the dates or the first win'

/** Three people change the plan on two days of Berlin, where it has its home. */
async function withChanges() {
  const it = await setUp()
  const give = (actor: Actor) => ({ actor, scopeId: it.planId })
  it.parts.clock.set('2026-06-17T21:30:00Z')
  await runCommand(it.parts, completeTask, { ...give(it.lead), input: { taskId: it.taskIds['scope'] } })
  it.parts.clock.set('2026-06-17T22:30:00Z')
  const terms = { criticalReason: 'the audit' }
  await runCommand(it.parts, editTerms, { ...give(it.champion), input: terms })
  const edit = { taskId: it.taskIds['legal'], durationDays: 9 }
  await runCommand(it.parts, editTask, { ...give(it.teammate), input: edit })
  return it
}

test('changes are narrowed by what they are about, by company, by person and by the days of the plan', async () => {
  const it = await withChanges()
  const all = [edited, moved, done]
  expect(await told(it, it.champion, {})).toEqual(all)
  expect(await told(it, it.champion, { about: 'tasks' })).toEqual([edited, done])
  expect(await told(it, it.champion, { about: 'dates' })).toEqual([moved])
  expect(await told(it, it.champion, { about: 'talk' })).toEqual([])
  expect(await told(it, it.champion, { by: 'halden' })).toEqual([moved])
  expect(await told(it, it.champion, { by: it.teammate.name })).toEqual([edited])
  expect(await told(it, it.champion, { by: '%' })).toEqual([])
  expect(await told(it, it.champion, { from: '2026-06-18' })).toEqual([edited, moved])
  expect(await told(it, it.champion, { to: '2026-06-17' })).toEqual([done])
  expect(await told(it, it.champion, { about: 'tasks', by: 'Brightline', to: '2026-06-17' })).toEqual([done])
})

test('undoing a change is about what the change was about', async () => {
  const it = await withChanges()
  const number = (await pageOf(it, it.lead)).lastNumber
  await runCommand(it.parts, undoChange, { actor: it.teammate, scopeId: it.planId, input: { number } })
  expect(await told(it, it.lead, { about: 'tasks' })).toHaveLength(3)
  expect(await told(it, it.lead, { about: 'plan' })).toEqual([])
})

test('the other side finds neither a private change nor who made it', async () => {
  const it = await setUp()
  const give = (actor: Actor) => ({ actor, scopeId: it.planId })
  await runCommand(it.parts, completeTask, { ...give(it.champion), input: { taskId: it.taskIds['scope'] } })
  await makePrivate(it, 'build', 'vendor')
  const edit = { taskId: it.taskIds['build'], durationDays: 9 }
  await runCommand(it.parts, editTask, { ...give(it.teammate), input: edit })
  const names = async (actor: Person) => (await pageOf(it, actor)).people
  expect(await names(it.lead)).toEqual([it.champion.name, it.teammate.name].sort())
  expect(await names(it.champion)).toEqual([it.champion.name])
  expect(await told(it, it.lead, { by: it.teammate.name })).toHaveLength(1)
  expect(await told(it, it.champion, { by: it.teammate.name })).toEqual([])
})

test('more than 200 changes are read page by page, each one once', async () => {
  const it = await setUp()
  const event = { event: 'task completed', subjectId: it.taskIds['scope'] ?? '', subject: 'Agree on the scope' }
  const changes = JSON.stringify({ doneOn: { before: null, after: '2026-06-17' } })
  const by = { actorKind: 'member', actorId: it.lead.id, actorName: it.lead.name, actorSide: 'vendor' }
  const scope = { workspaceId: it.workspaceId, scope: 'plan', scopeId: it.planId, command: 'complete-task' }
  const at = it.parts.clock.now()
  const rows = Array.from({ length: 405 }, (_, nth) => ({ ...scope, ...by, ...event, changes, number: nth + 1, at }))
  await inWorkspace(it.parts.db, it.workspaceId, (trx) => trx.insertInto('activity').values(rows).execute())
  const pages: number[][] = []
  let before: number | undefined
  do {
    const page = await pageOf(it, it.champion, { before })
    pages.push(page.entries.map(({ number }) => number))
    before = page.before ?? undefined
  } while (before !== undefined)
  expect(pages.map(({ length }) => length)).toEqual([200, 200, 5])
  expect(pages.flat()).toEqual(rows.map(({ number }) => number).reverse())
})
