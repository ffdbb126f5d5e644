import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { answerTo, day, plan, task } from '#tests/reference/plans.ts'
import { requests, runs } from '#tests/reference/requests.ts'
import { bridgeOver } from './bridge.ts'
import { addDays } from './dates.ts'
import type { LinkType, ScheduleRequest, ScheduleTask } from './model.ts'
import { computeSchedule } from './schedule.ts'

const full = ({ task, type, lagDays }: { task: string; type?: LinkType | null; lagDays?: number | null }) => ({
  task,
  type: type ?? 'FS',
  lagDays: lagDays ?? 0,
})

function computed(request: ScheduleRequest) {
  const result = computeSchedule(request)
  if (!result.ok) throw new Error(result.faults[0]?.message)
  return result.computed
}

/** The plan with every task that waited for `id` bridged to what `id` waited for, one bridge beside each old link. */
function without(request: ScheduleRequest, id: string): ScheduleRequest {
  const removed = request.tasks.find((each) => each.id === id)
  const all = computed(request)
  const heirOf = (heir: ScheduleTask) => ({
    ...heir,
    dependsOn: heir.dependsOn?.flatMap((link) =>
      link.task === id
        ? (removed?.dependsOn ?? []).map((into) => bridgeOver(all, { id, link: full(into) }, { id: heir.id, link }))
        : [link],
    ),
  })
  return { ...request, tasks: request.tasks.filter((each) => each.id !== id).map(heirOf) }
}

describe('what waited for a task that is taken away', () => {
  const between = (into: LinkType, out: LinkType, lags: [number, number]) => {
    const tasks = [
      task('a', 5, { notBefore: day('2026-06-15') }),
      task('b', 3, { after: [{ task: 'a', type: into, lagDays: lags[0] }] }),
      task('c', 2, { after: [{ task: 'b', type: out, lagDays: lags[1] }] }),
    ]
    return without(plan(tasks), 'b').tasks[1]?.dependsOn
  }

  it.each([
    ['FS', 'FS', [0, 0], 'FS', 0],
    ['FS', 'FS', [2, -1], 'FS', 1],
    ['FS', 'SS', [0, 0], 'FS', 0],
    ['SS', 'SS', [1, 1], 'SS', 2],
    ['SS', 'FF', [0, 2], 'SF', 2],
    ['FS', 'SF', [0, 0], 'FF', 0],
    ['FF', 'SS', [0, 0], 'FS', -3],
    ['FF', 'FF', [1, 1], 'FF', 2],
    ['SF', 'FS', [0, 0], 'SS', 0],
  ] as const)('%s and %s with lags of %j become %s with %i', (into, out, lags, type, lagDays) => {
    expect(between(into, out, [...lags])).toEqual([{ task: 'a', type, lagDays }])
  })

  it('counts its lag in its own working days', () => {
    const calendars = { vendor: {}, customer: { workweek: [3] } }
    const tasks = [
      task('a', 1),
      task('b', 1, { side: 'customer', after: [{ task: 'a', lagDays: 1 }] }),
      task('c', 1, { after: [{ task: 'b' }] }),
    ]
    const request = plan(tasks, { calendars })
    // One Wednesday of the customer's, counted from Monday, is two days of the vendor's.
    expect(without(request, 'b').tasks[1]?.dependsOn).toEqual([{ task: 'a', type: 'FS', lagDays: 2 }])
  })

  it('begins when the links through it said, for all types, lags and calendars', () => {
    const plain = requests({ dates: false, actuals: false, sittings: false })
    fc.assert(
      fc.property(plain, fc.nat(), (request, chosen) => {
        // Nothing is held by the start of the plan, so that links alone decide.
        const tasks = request.tasks.map((each) => ({
          ...each,
          notBefore: (each.dependsOn ?? []).length === 0 ? addDays(request.startOn, 400) : null,
          dependsOn: each.dependsOn?.map((link) => ({ ...link, lagDays: Math.max(-6, link.lagDays ?? 0) })),
        }))
        const roomy = { ...request, tasks }
        const removed = tasks[chosen % tasks.length]
        fc.pre(removed !== undefined && (removed.dependsOn ?? []).length > 0)
        const rows = (asked: ScheduleRequest) => answerTo(asked).row
        const after = rows(without(roomy, removed?.id ?? ''))
        const was = rows(roomy)
        const timeless = rows({
          ...roomy,
          tasks: tasks.map((each) => (each.id === removed?.id ? { ...each, durationDays: 0 } : each)),
        })
        const heirs = tasks.flatMap((heir) => {
          const links = (heir.dependsOn ?? []).filter((link) => link.task === removed?.id)
          return links.length > 0 ? [{ heir, links }] : []
        })
        const types = heirs.flatMap(({ links }) => links.map(({ type }) => type))
        const isOfStart = types.every((type) => type === 'SS' || type === 'SF')
        fc.pre(isOfStart || types.every((type) => type !== 'SS' && type !== 'SF'))
        for (const { heir, links } of heirs) {
          const expected = (isOfStart ? was : timeless)(heir.id).earlyStart
          const found = after(heir.id).earlyStart
          expect(found >= expected).toBe(true)
          // A lag counts whole days of the heir's own, so across two calendars it may lie a little later, never earlier.
          const isSimple = links.every(({ type }) => type === 'FS' || type === 'SS') && heir.durationDays > 0
          const isAlone = heirs.length === 1 && heir.side === removed?.side
          if (isSimple && isAlone) expect(found).toBe(expected)
        }
      }),
      runs,
    )
  })
})
