import { z } from 'zod'
import { sides } from '#app/schedule/model.ts'
import { storedCalendar } from '#app/schedule/stored-calendar.ts'
import type { TaskRow } from '../core/compute-plan.ts'
import { firstWinOf } from '../core/first-win.ts'
import { sittingRule } from '../sittings/sitting-schema.ts'
import type { StoredRows } from '../core/plan-rows.server.ts'

/** What two sides agree to, as a baseline keeps it; private tasks are no part of it. */
export const agreedTerms = z.object({
  criticalDate: z.string(),
  criticalReason: z.string(),
  firstWin: z.object({
    statement: z.string(),
    measure: z.string(),
    unit: z.string(),
    baseline: z.number(),
    target: z.number(),
    winBy: z.string(),
    announcedTo: z.string(),
  }),
  vendorCalendar: storedCalendar,
  customerCalendar: storedCalendar,
  tasks: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      side: z.enum(sides),
      durationDays: z.number(),
      dependsOn: z.array(z.string()),
      sittings: z.nullable(sittingRule).default(null),
    }),
  ),
})
export type AgreedTerms = z.infer<typeof agreedTerms>

/**
 * The terms of a plan in its current state.
 * @throws Error where the reason of the date or a part of the first win is open: before anyone agreed
 */
export function termsOf({ plan, tasks }: Pick<StoredRows, 'plan' | 'tasks'>): AgreedTerms {
  const { criticalReason } = plan
  const firstWin = firstWinOf(plan)
  if (criticalReason === null || firstWin === null) throw new Error('what is open cannot have been agreed')
  const shared = new Set(tasks.filter(({ privateTo }) => privateTo === null).map(({ id }) => id))
  return {
    criticalDate: plan.criticalDate,
    criticalReason,
    firstWin,
    vendorCalendar: plan.vendorCalendar,
    customerCalendar: plan.customerCalendar,
    tasks: tasks.filter(({ id }) => shared.has(id)).map((task) => taskTerms(task, shared)),
  }
}

const taskTerms = (task: TaskRow, shared: ReadonlySet<string>): AgreedTerms['tasks'][0] => ({
  id: task.id,
  title: task.title,
  side: task.side,
  durationDays: task.durationDays,
  dependsOn: task.dependsOn
    .filter((link) => shared.has(link.task))
    .map((link) => `${link.task} ${link.type} ${link.lagDays}`)
    .sort(),
  // What happens on those days is no term, the days are.
  sittings: task.sittings && { ...task.sittings, name: null },
})
