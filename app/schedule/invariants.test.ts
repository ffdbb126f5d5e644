import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { workingDays, toDay } from '#tests/reference/days.ts'
import { calendars, requests, runs } from '#tests/reference/requests.ts'
import { addDays, weekday } from './dates.ts'
import type { IsoDate, Link, ScheduleAnswer, ScheduleRequest, ScheduleTask } from './model.ts'
import { schedule } from './schedule.ts'

/** Plans that find no day for a task (their sittings ran out) are passed over; the reference tests look at them. */
function answered(request: ScheduleRequest): ScheduleAnswer {
  const result = schedule(request)
  fc.pre(result.ok)
  return result.answer
}

const byId = (answer: ScheduleAnswer) => new Map(answer.tasks.map((row) => [row.id, row]))
/**
 * FF from a point at the start of its day leaves that point the day: its successor ends on that date either way. Such
 * links are left out where slack has to be 0 all along a path.
 */
function withoutHalfDays(task: ScheduleTask, tasks: readonly ScheduleTask[]): ScheduleTask {
  const isPoint = (id: string) => tasks.some((other) => other.id === id && other.durationDays === 0)
  return { ...task, dependsOn: task.dependsOn?.filter((link) => link.type !== 'FF' || !isPoint(link.task)) }
}

describe('whatever the plan', () => {
  it('no one works on a day off unless an actual date or a sitting says so', () => {
    fc.assert(
      fc.property(requests(), (request) => {
        const works = workingDays(request)
        const rows = byId(answered(request))
        for (const task of request.tasks) {
          const row = rows.get(task.id)
          if (!row || task.doneOn || task.durationDays === 0) continue
          const canEnd = (day: IsoDate) => works(task.side, toDay(day)) || task.sittings?.includes(day)
          expect(canEnd(row.earlyFinish)).toBe(true)
          expect(canEnd(row.lateFinish)).toBe(true)
          if (!task.startedOn) expect(works(task.side, toDay(row.earlyStart))).toBe(true)
          if (!task.startedOn) expect(works(task.side, toDay(row.lateStart))).toBe(true)
        }
      }),
      runs,
    )
  })

  it('it is feasible exactly when no date is missed', () => {
    fc.assert(
      fc.property(requests(), (request) => {
        const answer = answered(request)
        const missed = request.tasks.some((task, i) => {
          const finish = answer.tasks[i]?.earlyFinish ?? request.startOn
          const caps = [request.finishBy, task.notAfter].filter((cap) => cap !== null && cap !== undefined)
          return !task.doneOn && caps.some((cap) => finish > cap)
        })
        expect(answer.feasible).toBe(!missed)
      }),
      runs,
    )
  })

  it('what finishes only on sittings is due on one, as long as no date is missed', () => {
    fc.assert(
      fc.property(requests(), (request) => {
        const answer = answered(request)
        fc.pre(answer.feasible)
        request.tasks.forEach((task, i) => {
          const row = answer.tasks[i]
          if (!task.sittings || task.doneOn || !row) return
          expect(task.sittings).toContain(row.earlyFinish)
          expect(task.sittings).toContain(row.lateFinish)
        })
      }),
      runs,
    )
  })

  it('early is not after late when it is feasible', () => {
    fc.assert(
      fc.property(requests({ points: false }), (request) => {
        const answer = answered(request)
        fc.pre(answer.feasible)
        for (const row of answer.tasks) {
          expect(row.earlyFinish <= row.lateFinish).toBe(true)
          expect(row.earlyStart <= row.lateStart).toBe(true)
        }
      }),
      runs,
    )
  })

  it('it is feasible when nothing limits it', () => {
    fc.assert(
      fc.property(requests({ actuals: false }), (request) => {
        const tasks = request.tasks.map((task) => ({ ...task, notAfter: null }))
        expect(answered({ ...request, finishBy: null, tasks }).feasible).toBe(true)
      }),
      runs,
    )
  })

  it('slack is 0 all along the critical path with one calendar and no constraint', () => {
    const plain = requests({ dates: false, actuals: false, sittings: false })
    fc.assert(
      fc.property(plain, calendars, (request, calendar) => {
        const tasks = request.tasks.map((task) => withoutHalfDays(task, request.tasks))
        const one = { ...request, tasks, finishBy: null, calendars: { vendor: calendar, customer: calendar } }
        const answer = answered(one)
        const rows = byId(answer)
        for (const id of answer.criticalPath) expect(rows.get(id)?.totalSlackDays).toBe(0)
      }),
      runs,
    )
  })

  it('moving finishBy by whole equal weeks moves late dates equally', () => {
    const plain = requests({ actuals: false, sittings: false })
    const weeks = { vendor: { workweek: [1, 2, 3, 4] }, customer: { workweek: [2, 3, 4, 5, 7] } }
    fc.assert(
      fc.property(plain, fc.integer({ min: 1, max: 5 }), (request, moved) => {
        const tasks = request.tasks.map((task) => ({ ...task, notAfter: null, durationDays: task.durationDays || 1 }))
        const finishBy = addDays(request.startOn, 90 + weekday(request.startOn))
        const before = answered({ ...request, calendars: weeks, tasks, finishBy })
        const after = answered({ ...request, calendars: weeks, tasks, finishBy: addDays(finishBy, 7 * moved) })
        before.tasks.forEach((row, i) => {
          expect(after.tasks[i]?.lateStart).toBe(addDays(row.lateStart, 7 * moved))
          expect(after.tasks[i]?.lateFinish).toBe(addDays(row.lateFinish, 7 * moved))
        })
      }),
      runs,
    )
  })

  it('another dependency makes no early date earlier and, with finishBy, no late date later', () => {
    const link = fc.record({
      type: fc.constantFrom('FS', 'SS', 'FF', 'SF'),
      lagDays: fc.integer({ min: -5, max: 5 }),
    }) as fc.Arbitrary<Omit<Link, 'task'>>
    fc.assert(
      fc.property(requests({ actuals: false }), link, fc.nat(), fc.nat(), (request, rest, a, b) => {
        const finishBy = request.finishBy ?? addDays(request.startOn, 40)
        const ids = request.tasks.map((task) => task.id).sort()
        const [from, to] = [ids[a % ids.length] ?? '', ids[b % ids.length] ?? ''].sort()
        fc.pre(from !== to)
        const added = { ...rest, task: from ?? '' }
        const tasks = request.tasks.map((task) => ({
          ...task,
          dependsOn: [...(task.dependsOn ?? []), ...(task.id === to ? [added] : [])],
        }))
        const before = byId(answered({ ...request, finishBy }))
        const after = byId(answered({ ...request, finishBy, tasks }))
        const isPoint = new Map(tasks.map((task) => [task.id, task.durationDays === 0]))
        for (const [id, row] of before) {
          const moved = after.get(id)
          if (!moved) throw new Error('A row is missing')
          expect(moved.earlyStart >= row.earlyStart).toBe(true)
          expect(moved.earlyFinish >= row.earlyFinish).toBe(true)
          if (isPoint.get(id)) continue
          expect(moved.lateStart <= row.lateStart).toBe(true)
          expect(moved.lateFinish <= row.lateFinish).toBe(true)
        }
      }),
      runs,
    )
  })

  it('the order of tasks changes no date', () => {
    fc.assert(
      fc.property(requests(), (request) => {
        const before = answered(request)
        const after = byId(answered({ ...request, tasks: request.tasks.toReversed() }))
        for (const row of before.tasks) expect(after.get(row.id)).toEqual(row)
      }),
      runs,
    )
  })
})
