import fc from 'fast-check'
import { addDays, parseIsoDate } from '#app/schedule/dates.ts'
import type { CalendarSpec, IsoDate, Link, ScheduleRequest, ScheduleTask } from '#app/schedule/model.ts'
import { linkTypes, sides } from '#app/schedule/model.ts'

const monday = parseIsoDate('2026-06-01') ?? addDays('2026-06-01' as IsoDate, 0)
const dateWithin = (from: number, to: number) => fc.integer({ min: from, max: to }).map((days) => addDays(monday, days))
const sometimes = <T>(arbitrary: fc.Arbitrary<T>, freq = 4) => fc.option(arbitrary, { freq, nil: null })

/** Calendars that all include Wednesday, so that every side has working days, with every kind of day off and extra work day. */
export const calendars: fc.Arbitrary<CalendarSpec> = fc.record({
  workweek: fc.oneof(
    fc.constant([1, 2, 3, 4, 5]),
    fc.subarray([1, 2, 4, 5, 6, 7]).map((others) => [3, ...others]),
  ),
  holidays: fc.array(dateWithin(-20, 60), { maxLength: 6 }),
  extraWorkdays: fc.array(dateWithin(-20, 60), { maxLength: 3 }),
  closed: fc.array(
    fc
      .tuple(dateWithin(-20, 60), fc.integer({ min: 0, max: 9 }))
      .map(([from, days]) => ({ from, to: addDays(from, days) })),
    { maxLength: 2 },
  ),
})

/** How many random plans a property is tried on; a large run prints its seed, so that it can be repeated. */
export const runs = {
  numRuns: Number(process.env.SCHEDULE_RUNS ?? 500),
  ...(process.env.SCHEDULE_SEED ? { seed: Number(process.env.SCHEDULE_SEED) } : {}),
}

type Shape = { dates: boolean; actuals: boolean; sittings: boolean; points: boolean }
const everything: Shape = { dates: true, actuals: true, sittings: true, points: true }

function link(id: number): fc.Arbitrary<Link> {
  return fc.record({
    task: fc.integer({ min: 0, max: id - 1 }).map(String),
    type: fc.constantFrom(...linkTypes),
    lagDays: fc.oneof(
      { weight: 6, arbitrary: fc.constant(0) },
      { weight: 4, arbitrary: fc.integer({ min: -6, max: 6 }) },
      { weight: 1, arbitrary: fc.integer({ min: -60, max: 30 }) },
    ),
  })
}

function actuals(started: IsoDate | null, days: number | null): { startedOn: IsoDate | null; doneOn: IsoDate | null } {
  if (days === null || days < 0) return { startedOn: started, doneOn: null }
  const doneOn = addDays(started ?? monday, days)
  return { startedOn: days % 2 === 0 ? started : null, doneOn }
}

function task(id: number, shape: Shape): fc.Arbitrary<ScheduleTask> {
  const none = fc.constant(null)
  return fc
    .record({
      side: fc.constantFrom(...sides),
      durationDays: fc.integer({ min: shape.points ? 0 : 1, max: 5 }),
      dependsOn: id === 0 ? fc.constant([]) : fc.array(link(id), { maxLength: 3 }),
      notBefore: shape.dates ? sometimes(dateWithin(-5, 40)) : none,
      notAfter: shape.dates ? sometimes(dateWithin(0, 60)) : none,
      sittings: shape.sittings ? sometimes(fc.array(dateWithin(0, 90), { minLength: 3, maxLength: 12 }), 5) : none,
      startedOn: shape.actuals ? sometimes(dateWithin(-15, 10), 3) : none,
      days: shape.actuals ? sometimes(fc.integer({ min: -8, max: 12 }), 3) : none,
    })
    .map(({ startedOn, days, ...rest }) => ({
      id: String(id),
      ...rest,
      notAfter: rest.notBefore && rest.notAfter && rest.notAfter < rest.notBefore ? rest.notBefore : rest.notAfter,
      ...actuals(startedOn, days),
    }))
}

/** Random valid plans: tasks depend only on tasks before them, then their order is shuffled. */
export function requests(shape: Partial<Shape> = {}, maxTasks = 8): fc.Arbitrary<ScheduleRequest> {
  const full = { ...everything, ...shape }
  const tasks = fc.integer({ min: 1, max: maxTasks }).chain((size) => {
    const each = Array.from({ length: size }, (_, id) => task(id, full))
    return fc.tuple(...each).chain((list) => fc.shuffledSubarray(list, { minLength: size, maxLength: size }))
  })
  return fc.record({
    startOn: dateWithin(-3, 8),
    finishBy: full.dates ? sometimes(dateWithin(5, 70), 2) : fc.constant(null),
    today: full.actuals ? sometimes(dateWithin(-5, 20), 2) : fc.constant(null),
    calendars: fc.record({ vendor: calendars, customer: calendars }),
    tasks,
  })
}
