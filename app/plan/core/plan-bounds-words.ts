import { bounds, isNearlyFull } from '#app/kit/limits.ts'
import { count } from '#app/ui/amount-words.ts'

const longest = `${count(bounds.workingDays, 'day')}, ten years of working days`

export const planBoundRefusals = {
  tasks: `A plan can have at most ${bounds.tasks} tasks, including private ones.`,
  milestones: `A plan can have at most ${bounds.milestones} milestones.`,
  workingDays: `The maximum is ${longest}.`,
  dependencies: `A task can depend on at most ${bounds.links} others.`,
  lag: `A lag can be at most ${longest}.`,
  finishDates:
    'This adds too many possible finish dates to the plan. Please choose fewer weekdays, or allow any working day.',
  finish: (year: string): string =>
    `The plan would end in ${year}, more than ${bounds.planYears} years from now. Please check the working days and dates.`,
}

/**
 * Shown by the form that adds to a nearly full plan; null before. It counts private tasks of both sides, so it gives no exact
 * number.
 */
export function nearlyFullWords(what: 'tasks' | 'milestones', size: number): string | null {
  if (!isNearlyFull(size, bounds[what])) return null
  return what === 'tasks'
    ? `This plan is nearly full: it can have at most ${bounds.tasks} tasks.`
    : `This plan is nearly full: it can have at most ${bounds.milestones} milestones.`
}
