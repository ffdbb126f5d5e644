import { afterEach, expect, test } from 'vitest'
import { summaryRefreshBounds } from '#app/kit/limits.ts'
import type { PlansPage } from '#app/plan/summary/listed-plan.ts'
import { getPlansList } from '#app/plan/summary/get-plans-list.server.ts'
import { editTask } from '#app/plan/task/edit-task.server.ts'
import { runCommand } from '#app/runner/run-command.server.ts'
import { inWorkspace } from '#db/workspace.ts'
import { copyPlan } from '#tests/factories/copy-plan.ts'
import { testNow } from '#tests/factories/now.ts'
import { type Setting, setUp } from '#tests/factories/plan-setting.ts'
import { refreshAllSummaries } from '#tests/factories/refresh-all-summaries.ts'

let clock: Setting['parts']['clock'] | undefined
afterEach(() => clock?.set(testNow))

const begin = async () => {
  const it = await setUp()
  clock = it.parts.clock
  return it
}

const list = ({ parts, lead }: Setting, page: PlansPage = null) =>
  getPlansList(parts, lead, { filter: { state: null, stage: null, late: false, mine: false, archived: false }, page })

/** Every page of the list, by its links to the next one, and back again by those to the one before. */
async function pagesOf(it: Setting) {
  const pages = [await list(it)]
  for (let last = pages[0]; last?.next; pages.push(last)) last = await list(it, { after: last.next })
  const back = []
  for (let first = pages.at(-1); first; first = first.previous ? await list(it, { before: first.previous }) : undefined)
    back.unshift(first)
  expect(back.map(({ rows }) => rows)).toEqual(pages.map(({ rows }) => rows))
  return pages
}

test('many plans that are out of date are computed in rounds and jobs, and the list tells how many are left', async () => {
  const it = await begin()
  const { parts, workspaceId } = it
  const more = summaryRefreshBounds.plans + 50
  await copyPlan(it, more)
  const first = await list(it)
  expect(first).toMatchObject({ hasAny: true, previous: null, outdated: more + 1 - summaryRefreshBounds.plans })
  expect(first.rows.every(({ status }) => status !== null)).toBe(true)
  expect(await parts.boss.findJobs('refresh-summaries-of-workspace', { key: workspaceId })).toHaveLength(1)
  await refreshAllSummaries(parts, workspaceId)
  expect(await list(it)).toMatchObject({ outdated: 0 })
  clock?.set('2026-06-19T08:00:00Z')
  // A row of the page is computed in any case, whatever else has aged.
  const { next } = await list(it)
  expect((await list(it, next && { after: next })).rows.every(({ status }) => status !== null)).toBe(true)
  await refreshAllSummaries(parts, workspaceId)
  const pages = await pagesOf(it)
  expect(pages.map(({ rows }) => rows.length)).toEqual([100, 100, 100, more + 1 - 300])
  const shown = pages.flatMap(({ rows }) => rows)
  expect(new Set(shown.map(({ id }) => id)).size).toBe(more + 1)
  expect(shown.every(({ status }) => status !== null)).toBe(true)
})

test('a change is found before all that has only aged', async () => {
  const it = await begin()
  const { parts, workspaceId, lead } = it
  await copyPlan(it, summaryRefreshBounds.plans + 50)
  await refreshAllSummaries(parts, workspaceId)
  clock?.set('2026-06-19T08:00:00Z')
  const input = { taskId: it.taskIds['legal'], durationDays: 200 }
  await runCommand(parts, editTask, { actor: lead, scopeId: it.planId, input })
  expect((await list(it)).rows[0]).toMatchObject({ id: it.planId, status: { tone: 'late' } })
})

test('plans that move while someone reads on are neither repeated nor pushed over the edge of a page', async () => {
  const it = await begin()
  await copyPlan(it, 250)
  await refreshAllSummaries(it.parts, it.workspaceId)
  const first = await list(it)
  const moved = first.rows[10]?.id ?? ''
  await inWorkspace(it.parts.db, it.workspaceId, async (trx) => {
    await trx.updateTable('plan').set({ state: 'lost' }).where('id', '=', moved).execute()
    await trx.updateTable('activityCounter').set({ summarizedNumber: -1 }).where('scopeId', '=', moved).execute()
  })
  const second = await list(it, first.next && { after: first.next })
  const third = await list(it, second.next && { after: second.next })
  const all = [first, second, third].flatMap(({ rows }) => rows.map(({ id }) => id))
  expect(new Set(all).size).toBe(251)
  expect(all.at(-1)).toBe(moved)
})
