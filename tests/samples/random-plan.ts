import fc from 'fast-check'
import type { MilestoneRow, PlanRows, TaskRow } from '#app/plan/core/compute-plan.ts'
import type { HeadlineTerms } from '#app/plan/core/headline-terms.ts'
import { stages } from '#app/plan/core/stages.ts'
import { addDays } from '#app/schedule/dates.ts'
import { linkTypes, sides } from '#app/schedule/model.ts'
import type { IsoDate } from '#app/schedule/model.ts'
import { day, plainMilestone, planRows, row } from './plan-rows.ts'

export const randomToday = day('2026-07-15')
const dayAround = (from: number, to: number) =>
  fc.integer({ min: from, max: to }).map((days) => addDays(randomToday, days))
const sometimes = <T>(arbitrary: fc.Arbitrary<T>, freq = 3) => fc.option(arbitrary, { freq, nil: null })

/** Each stage with one milestone, some with two; Rollout and Value always have the one that ends them. */
const milestones: fc.Arbitrary<MilestoneRow[]> = fc.array(fc.constantFrom(...stages), { maxLength: 3 }).map((more) =>
  stages.flatMap((stage) =>
    [stage, ...more.filter((it) => it === stage)].map((_, position) => ({
      id: `${stage}-${position}`,
      stage,
      position,
      title: `${stage} ${position}`,
      ...plainMilestone,
      // Those that a stage has more than one of.
      exitEvidence: position > 0 ? 'Minutes' : null,
    })),
  ),
)

function task(id: number, points: MilestoneRow[]): fc.Arbitrary<TaskRow> {
  const link = fc.record({
    task: fc.integer({ min: 0, max: Math.max(0, id - 1) }).map((other) => `t${other}`),
    type: fc.constantFrom(...linkTypes),
    lagDays: fc.oneof(fc.constant(0), fc.integer({ min: -6, max: 6 })),
  })
  return fc
    .record({
      milestone: fc.nat(points.length - 1),
      side: fc.constantFrom(...sides),
      durationDays: fc.integer({ min: 1, max: 12 }),
      notBefore: sometimes(dayAround(-20, 30)),
      notAfter: sometimes(dayAround(-10, 60)),
      startedOn: sometimes(dayAround(-20, 0)),
      done: fc.boolean(),
      dependsOn: id === 0 ? fc.constant([]) : fc.uniqueArray(link, { maxLength: 3, selector: ({ task }) => task }),
    })
    .map(({ milestone, done, dependsOn, notBefore, notAfter, ...rest }) => ({
      ...row(`t${id}`, points[milestone]?.id ?? ''),
      ...rest,
      notBefore,
      notAfter: notBefore && notAfter && notAfter < notBefore ? notBefore : notAfter,
      doneOn: done && rest.startedOn ? randomToday : null,
      position: id,
      dependsOn,
    }))
}

/** Random plans of two companies with ordinary calendars, under way on `randomToday`. */
export const randomPlans: fc.Arbitrary<PlanRows<HeadlineTerms>> = milestones.chain((points) =>
  fc
    .tuple(...Array.from({ length: 8 }, (_, id) => task(id, points)), dayAround(5, 90), dayAround(0, 30))
    .map((parts) => {
      const [critical, later] = parts.slice(-2) as [IsoDate, IsoDate]
      const { plan } = planRows()
      const winBy = addDays(critical, 1 + (Date.parse(later) - Date.parse(randomToday)) / 86_400_000)
      const tasks = parts.slice(0, -2) as TaskRow[]
      return {
        plan: { ...plan, state: 'agreed', criticalDate: critical, winBy },
        milestones: points,
        tasks: points.flatMap(({ id }) => tasks.filter((task) => task.milestoneId === id)),
      }
    }),
)
