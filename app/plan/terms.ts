import { z } from 'zod'
import { canonical } from '#app/runner/compare.ts'
import { listWords, quoted } from '#app/ui/words.ts'
import { storedCalendar } from './calendar.ts'
import type { TaskRow } from './network.ts'
import { sittingRule } from './sitting-schema.ts'
import type { StoredRows } from './plan-rows.server.ts'

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
      side: z.string(),
      durationDays: z.number(),
      dependsOn: z.array(z.string()),
      sittings: z.nullable(sittingRule).default(null),
    }),
  ),
})
export type AgreedTerms = z.infer<typeof agreedTerms>

/** The terms of a plan as it stands now. */
export function termsOf({ plan, tasks }: Pick<StoredRows, 'plan' | 'tasks'>): AgreedTerms {
  const shared = new Set(tasks.filter(({ privateTo }) => privateTo === null).map(({ id }) => id))
  return {
    criticalDate: plan.criticalDate,
    criticalReason: plan.criticalReason,
    firstWin: {
      statement: plan.winStatement,
      measure: plan.winMeasure,
      unit: plan.winUnit,
      baseline: plan.winBaseline,
      target: plan.winTarget,
      winBy: plan.winBy,
      announcedTo: plan.winAnnouncedTo,
    },
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

export type TermsChanges = { words: string[]; taskIds: ReadonlySet<string> }

/** What changed since the terms were agreed, in words, and the tasks that did. */
export function changesSince(agreed: AgreedTerms, now: AgreedTerms): TermsChanges {
  const words: string[] = []
  const taskIds = new Set<string>()
  const differ = (a: unknown, b: unknown) => JSON.stringify(a) !== JSON.stringify(b)
  if (agreed.criticalDate !== now.criticalDate) words.push('The critical date')
  if (agreed.criticalReason !== now.criticalReason) words.push('Why the critical date counts')
  if (differ(agreed.firstWin, now.firstWin)) words.push('The first win')
  // In no order: a period that was taken out and put back stands at the end.
  const calendarsOf = ({ vendorCalendar, customerCalendar }: AgreedTerms) =>
    canonical({ vendorCalendar, customerCalendar })
  if (calendarsOf(agreed) !== calendarsOf(now)) words.push('The calendar')
  const before = new Map(agreed.tasks.map((task) => [task.id, task]))
  for (const task of now.tasks) {
    const earlier = before.get(task.id)
    before.delete(task.id)
    const what = earlier ? changedParts(earlier, task) : ['added']
    if (what.length === 0) continue
    taskIds.add(task.id)
    words.push(`${quoted(task.title)}: ${listWords(what)}`)
  }
  for (const gone of before.values()) words.push(`${quoted(gone.title)}: removed`)
  return { words, taskIds }
}

const changedParts = (before: AgreedTerms['tasks'][0], now: AgreedTerms['tasks'][0]): string[] =>
  [
    before.title !== now.title ? 'title' : '',
    before.side !== now.side ? 'side' : '',
    before.durationDays !== now.durationDays ? 'working days' : '',
    before.dependsOn.join() !== now.dependsOn.join() ? 'what it waits for' : '',
    JSON.stringify(before.sittings) !== JSON.stringify(now.sittings) ? 'the days it can be finished on' : '',
  ].filter(Boolean)
