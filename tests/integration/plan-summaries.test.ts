import fc from 'fast-check'
import pg from 'pg'
import { afterEach, expect, test, vi } from 'vitest'
import { todayIn } from '#app/kit/clock.ts'
import { readApart } from '#app/kit/reads.server.ts'
import { insertPlan } from '#app/plan/core/insert-plan.server.ts'
import { loadPlans } from '#app/plan/core/plan-rows.server.ts'
import { listPlanSigns } from '#app/plan/summary/plan-signs-queries.server.ts'
import { noSigns } from '#app/plan/summary/plan-signs.ts'
import { summaryOf } from '#app/plan/summary/plan-summary.ts'
import type { PlansFilter } from '#app/plan/summary/listed-plan.ts'
import { getPlansList } from '#app/plan/summary/get-plans-list.server.ts'
import { refreshSummaries } from '#app/plan/summary/refresh-summaries.server.ts'
import { editTask } from '#app/plan/task/edit-task.server.ts'
import { Refusal } from '#app/runner/refusal.ts'
import { runCommand } from '#app/runner/run-command.server.ts'
import { inWorkspace } from '#db/workspace.ts'
import { copyPlan } from '#tests/factories/copy-plan.ts'
import { testNow } from '#tests/factories/now.ts'
import { type Setting, setUp } from '#tests/factories/plan-setting.ts'
import { refreshAllSummaries } from '#tests/factories/refresh-all-summaries.ts'
import { planChanges, watchedPlan } from '#tests/factories/watched-plan.ts'
import { haldenPlan } from '#tests/factories/workspace.ts'

let clock: Setting['parts']['clock'] | undefined
afterEach(() => clock?.set(testNow))

const begin = async () => {
  const it = await setUp()
  clock = it.parts.clock
  return it
}

const everything: PlansFilter = { state: null, stage: null, late: false, mine: false, archived: false }

type Listing = Pick<Setting, 'parts' | 'workspaceId' | 'lead'>

const list = ({ parts, lead }: Listing, filter: Partial<PlansFilter> = {}) =>
  getPlansList(parts, lead, { filter: { ...everything, ...filter }, page: null })

/** What the list says of each plan, archived ones too, and what their own rows say on this day. */
async function compared(it: Listing) {
  const { parts, workspaceId } = it
  const listed = [...(await list(it)).rows, ...(await list(it, { archived: true })).rows]
  const planIds = listed.map(({ id }) => id)
  const [plans, signs] = await inWorkspace(parts.db, workspaceId, (trx) =>
    Promise.all([loadPlans(trx, workspaceId, planIds), listPlanSigns(trx, workspaceId, planIds)]),
  )
  const fresh = plans.map((rows) => {
    const today = todayIn(rows.plan.timeZone, parts.clock.now())
    const { rank: _rank, nextTaskId, ...status } = summaryOf(rows, signs.get(rows.plan.id) ?? noSigns, today)
    const task = rows.tasks.find((it) => it.id === nextTaskId)
    const next = task ? { title: task.title, owner: task.owner?.name ?? null } : null
    const { id, account, project, state, archivedAt, leadName } = rows.plan
    return { id, account, project, state, archived: archivedAt !== null, lead: leadName, status, next }
  })
  const inOrder = (rows: { id: string }[]) => [...rows].sort((a, b) => (a.id < b.id ? -1 : 1))
  return { listed: inOrder(listed), fresh: inOrder(fresh) }
}

test('whatever happens to plans, people and companies, and however many days pass, the list says what a plan’s rows say', async () => {
  const step = fc.record({
    change: fc.constantFrom(...Object.keys(planChanges)),
    nth: fc.nat(1_000),
    looks: fc.boolean(),
  })
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 25, maxLength: 25 }), async (steps) => {
      const it = await watchedPlan()
      clock = it.parts.clock
      await planChanges['emails are released']?.(it, 0)
      for (const { change, nth, looks } of steps) {
        await planChanges[change]?.(it, nth).catch((error: unknown) => {
          if (!(error instanceof Refusal)) throw error
        })
        if (!looks) continue
        const { listed, fresh } = await compared(it)
        expect(fresh).toHaveLength(2)
        expect(listed).toEqual(fresh)
      }
    }),
    { numRuns: 6, endOnFailure: true },
  )
})

test('a plan that no one touched is late on the day on which it becomes late in its own zone', async () => {
  const it = await begin()
  await inWorkspace(it.parts.db, it.workspaceId, (trx) =>
    trx.updateTable('plan').set({ timeZone: 'Asia/Tokyo' }).execute(),
  )
  const toneAt = async (now: string) => {
    it.parts.clock.set(now)
    return (await list(it)).rows[0]?.status?.tone
  }
  // The scope takes three days, and all else until go-live 31; the last day on which that fits begins at 15:00 in UTC.
  const days = ['2026-07-17', '2026-07-27', '2026-07-28', '2026-07-29', '2026-07-30', '2026-07-31']
  const tones = []
  for (const day of days) tones.push(await toneAt(`${day}T14:59:59Z`), await toneAt(`${day}T15:00:00Z`))
  const at = tones.indexOf('late')
  expect(at % 2).toBe(1)
  expect(tones.slice(at)).toEqual(Array(tones.length - at).fill('late'))
  // A process whose clock is behind is not shown tomorrow's status.
  expect(await toneAt('2026-06-17T08:00:00Z')).toBe('calm')
})

test('the list shows a change that was made a moment before, though others compute at the same time', async () => {
  const it = await begin()
  const { parts, workspaceId, accountId, lead } = it
  const others = await inWorkspace(parts.db, workspaceId, async (trx) => {
    const made = []
    for (let nth = 0; nth < 7; nth++)
      made.push(await insertPlan(trx, haldenPlan({ workspaceId, accountId, leadId: lead.id }), parts.clock.now()))
    return made
  })
  const plans = [it, ...others]
  const edit = async ({ planId, taskIds }: (typeof plans)[number], nth: number) => {
    for (const durationDays of [200, 5, 200 + nth, nth % 2 ? 200 : 5]) {
      await runCommand(parts, editTask, {
        actor: lead,
        scopeId: planId,
        input: { taskId: taskIds['legal'], durationDays },
      })
      const row = (await list(it)).rows.find(({ id }) => id === planId)
      expect(row?.status?.tone).toBe(durationDays >= 200 ? 'late' : 'calm')
    }
  }
  const asOtherProcess = async () => {
    for (let n = 0; n < 10; n++) await refreshAllSummaries(parts, workspaceId)
  }
  await Promise.all([...plans.map(edit), asOtherProcess(), asOtherProcess()])
  const { listed, fresh } = await compared(it)
  expect(listed).toHaveLength(8)
  expect(listed).toEqual(fresh)
})

test('people who open the list at the same time share what is computed', async () => {
  const it = await begin()
  let runs = 0
  const computations: typeof it.parts.computations = {
    run: (...asked) => {
      runs++
      return it.parts.computations.run(...asked)
    },
  }
  const parts = { ...it.parts, computations }
  const looks = await Promise.all(Array.from({ length: 5 }, () => list({ ...it, parts })))
  for (const { rows, outdated } of looks) expect([rows[0]?.status?.tone, outdated]).toEqual(['calm', 0])
  expect(runs).toBe(1)
})

test('a summary that was computed of an earlier change never replaces a later one', async () => {
  const it = await begin()
  const { parts, workspaceId, lead } = it
  const [computed, wait] = [Promise.withResolvers<undefined>(), Promise.withResolvers<undefined>()]
  const slow: typeof parts.computations = {
    async run(...asked) {
      const done = await parts.computations.run(...asked)
      computed.resolve(undefined)
      await wait.promise
      return done
    },
  }
  const early = refreshSummaries({ ...parts, computations: slow }, workspaceId)
  await computed.promise
  const input = { taskId: it.taskIds['legal'], durationDays: 200 }
  await runCommand(parts, editTask, { actor: lead, scopeId: it.planId, input })
  await refreshAllSummaries(parts, workspaceId)
  wait.resolve(undefined)
  await early
  expect(await list(it, { late: true })).toMatchObject({ outdated: 0, rows: [{ id: it.planId }] })
})

/** As if every plan had been changed: for tests that write to tables by themselves. */
const forgetSummaries = ({ parts, workspaceId }: Listing) =>
  inWorkspace(parts.db, workspaceId, (trx) =>
    trx.updateTable('activityCounter').set({ summarizedNumber: -1 }).execute(),
  )

test('a list of any length takes the same two statements, and what was computed on the way is no change of the workspace', async () => {
  const it = await begin()
  const numberOfChanges = () =>
    inWorkspace(it.parts.db, it.workspaceId, (trx) => trx.selectFrom('workspaceChange').selectAll().execute())
  const selects = async () => {
    using sent = vi.spyOn(pg.Client.prototype, 'query')
    await list({ ...it, parts: { ...it.parts, reads: readApart(it.parts.db) } })
    return sent.mock.calls.filter(([asked]: unknown[]) => typeof asked === 'string' && asked.startsWith('select'))
      .length
  }
  const before = await numberOfChanges()
  const first = await selects()
  expect(await numberOfChanges()).toEqual(before)
  await copyPlan(it, 20)
  // The list twice, four for what is out of date, the sizes of those plans, their numbers and signs, and two for their rows.
  expect([first, await selects()]).toEqual([13, 13])
  expect(await selects()).toBe(2)
})

test('filters let through what they name, and the most urgent come first', async () => {
  const it = await begin()
  const { parts, workspaceId, lead } = it
  await copyPlan(it, 3)
  const ids = (await list(it)).rows.map(({ id }) => id).filter((id) => id !== it.planId)
  const [won = '', lost = '', archived = ''] = ids
  const set = (id: string, values: Record<string, unknown>) =>
    inWorkspace(parts.db, workspaceId, (trx) => trx.updateTable('plan').set(values).where('id', '=', id).execute())
  await set(won, { state: 'won', wonOn: '2026-06-01' })
  await set(lost, { state: 'lost' })
  await set(archived, { archivedAt: parts.clock.now() })
  await runCommand(parts, editTask, {
    actor: lead,
    scopeId: it.planId,
    input: { taskId: it.taskIds['legal'], durationDays: 200 },
  })
  await forgetSummaries(it)
  const idsOf = async (filter: Partial<PlansFilter>) => (await list(it, filter)).rows.map(({ id }) => id)
  expect(await idsOf({})).toEqual([it.planId, won, lost])
  expect(await idsOf({ late: true })).toEqual([it.planId])
  expect(await idsOf({ state: 'won' })).toEqual([won])
  expect(await idsOf({ archived: true })).toEqual([archived])
  expect(await idsOf({ mine: true })).toEqual([it.planId])
  expect(await list(it, { mine: true, state: 'lost' })).toMatchObject({
    ...{ hasAny: true, hasArchived: true, rows: [] },
    ...{ previous: null, next: null },
  })
})

test('a headline that names the customer follows its name', async () => {
  const it = await begin()
  const write = (set: { state: string; wonOn: string } | { name: string }) =>
    inWorkspace(it.parts.db, it.workspaceId, (trx) =>
      'name' in set ? trx.updateTable('account').set(set).execute() : trx.updateTable('plan').set(set).execute(),
    )
  await write({ state: 'won', wonOn: '2026-06-01' })
  const headline = async () => (await list(it)).rows[0]?.status?.headline
  expect(await headline()).toMatch(/^Halden Foods did it:/)
  await write({ name: 'Halden Group' })
  expect(await headline()).toMatch(/^Halden Group did it:/)
})

test('a run that fails is tried again by the next who opens the list', async () => {
  const it = await begin()
  const broken = { ...it.parts, computations: { run: () => Promise.reject(new Error('No thread')) } }
  await expect(refreshSummaries(broken, it.workspaceId)).rejects.toThrow('No thread')
  expect((await list(it)).rows[0]?.status?.tone).toBe('calm')
})
