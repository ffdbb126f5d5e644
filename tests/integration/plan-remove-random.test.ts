import fc from 'fast-check'
import { expect, test } from 'vitest'
import { inWorkspace } from '#db/workspace.ts'
import { todayIn } from '#app/kit/clock.ts'
import { scheduleOf } from '#app/plan/core/compute-plan.ts'
import { bridgesFor } from '#app/plan/task/bridges.ts'
import { removeTask } from '#app/plan/task/remove-task.server.ts'
import { takeSnapshot } from '#app/plan/undo/take-snapshot.server.ts'
import { undoChange } from '#app/plan/undo/undo-change.server.ts'
import { runCommand } from '#app/runner/run-command.server.ts'
import { rowsOf } from '#tests/factories/adjusting.ts'
import { type Setting, eventsOf, setUp } from '#tests/factories/plan-setting.ts'

const most = 8
const drawn = fc.record({
  links: fc.uniqueArray(
    fc.record({
      from: fc.nat(most - 1),
      to: fc.nat(most - 1),
      type: fc.constantFrom('FS', 'SS', 'FF', 'SF'),
      lagDays: fc.integer({ min: -5, max: 8 }),
    }),
    { selector: ({ from, to }) => `${from} ${to}`, minLength: 4, maxLength: 16 },
  ),
  points: fc.uniqueArray(fc.nat(most - 1), { maxLength: 3 }),
  committees: fc.uniqueArray(fc.nat(most - 1), { maxLength: 2 }),
  ownToVendor: fc.uniqueArray(fc.nat(most - 1), { maxLength: 2 }),
  removed: fc.nat(most - 1),
})
type Drawn = typeof drawn extends fc.Arbitrary<infer Value> ? Value : never

/** A committee that sits on the first Monday of each month. */
const sittings = JSON.stringify({ every: 'month', nth: 1, weekday: 1, name: 'The committee', notIn: [], notOn: [] })

/** Gives the plan's own tasks these links, durations, sittings and owners instead of theirs. */
const arrange = (it: Setting, ids: readonly string[], { links, points, committees, ownToVendor }: Drawn) =>
  inWorkspace(it.parts.db, it.workspaceId, async (trx) => {
    await trx.deleteFrom('taskLink').where('planId', '=', it.planId).execute()
    const forward = links.filter(({ from, to }) => from < to && to < ids.length)
    if (forward.length > 0)
      await trx
        .insertInto('taskLink')
        .values(
          forward.map(({ from, to, type, lagDays }) => ({
            workspaceId: it.workspaceId,
            planId: it.planId,
            taskId: ids[to] ?? '',
            dependsOnId: ids[from] ?? '',
            type,
            lagDays,
          })),
        )
        .execute()
    for (const [at, id] of ids.entries())
      await trx
        .updateTable('task')
        .set({
          durationDays: points.includes(at) ? 0 : 1 + at,
          sittings: committees.includes(at) ? sittings : null,
          privateTo: ownToVendor.includes(at) ? 'vendor' : null,
          ...(ownToVendor.includes(at) ? { side: 'vendor' } : {}),
        })
        .where('id', '=', id)
        .execute()
  })

const snapshotOf = async (it: Setting) => {
  const { rows } = await inWorkspace(it.parts.db, it.workspaceId, (trx) =>
    takeSnapshot(trx, { workspaceId: it.workspaceId, planId: it.planId }),
  )
  return { task: new Map([...rows.task].sort()), link: new Map([...rows.link].sort()) }
}

const pairs = (links: readonly { task: string; type: string; lagDays: number }[]) =>
  links.map(({ task, type, lagDays }) => `${task} ${type} ${lagDays}`).sort()

test('whatever is removed, what followed waits as was shown before, and undoing brings every link back', async () => {
  const it = await setUp()
  const ids = Object.values(it.taskIds)
  await fc.assert(
    fc.asyncProperty(drawn, async (network) => {
      await arrange(it, ids, network)
      const taskId = ids[network.removed % ids.length] ?? ''
      const before = await snapshotOf(it)
      const rows = await rowsOf(it)
      const removed = rows?.tasks.find(({ id }) => id === taskId)
      if (!rows || !removed) throw new Error('The task is not there')
      const shown = bridgesFor(rows.tasks, scheduleOf(rows, todayIn('Europe/Berlin', it.parts.clock.now())), taskId)
      const first = Number((await eventsOf(it)).at(-1)?.number ?? 0) + 1
      await runCommand(it.parts, removeTask, { actor: it.lead, scopeId: it.planId, input: { taskId } })
      for (const heir of rows.tasks.filter(({ dependsOn }) => dependsOn.some(({ task }) => task === taskId))) {
        const now = (await rowsOf(it))?.tasks.find(({ id }) => id === heir.id)?.dependsOn ?? []
        for (const { task } of removed.dependsOn) expect(now.map((link) => link.task)).toContain(task)
        const bridged = shown.filter((bridge) => bridge.heir === heir.id).map(({ link }) => link)
        const kept = heir.dependsOn.filter(({ task }) => task !== taskId && !bridged.some((link) => link.task === task))
        expect(pairs(now)).toEqual(pairs([...kept, ...bridged]))
      }
      await runCommand(it.parts, undoChange, { actor: it.lead, scopeId: it.planId, input: { number: first } })
      expect(await snapshotOf(it)).toEqual(before)
    }),
    { numRuns: 40, seed: 14, endOnFailure: true },
  )
})
