import { longDate } from '#app/ui/date-words.ts'

export const promiseRefusals = {
  noOwner: 'This task has no owner yet. Please assign one first.',
  notYours: (owner: string): string =>
    `Only ${owner}, or someone of the same company who can edit the plan, can promise a date for this task.`,
  isDone: 'This task is done.',
  isAnother: 'A new date has been promised since. Please check it before you withdraw it.',
  passed: 'This date has passed. Please promise today or a later date.',
}

/** The promised date where a task is read. */
export const promiseSectionWords = {
  heading: 'Promise a date',
  hint: 'The day by which you will have it done. Both companies see it next to the planned dates, which do not change.',
  hintFor: (owner: string): string =>
    `The day by which ${owner} will have it done. Both companies see it next to the planned dates, which do not change.`,
  promise: 'Promise this date',
  another: 'Promise a new date',
  withdraw: 'Withdraw the promise',
  keep: 'Promise it anyway',
  planWith: 'Plan with this date',
}

/** How a promised day compares with the plan. */
export const promiseCompareWords = {
  expected: (expected: string, today: string): string => `The plan expects it on ${longDate(expected, today)}.`,
}

/** What a day later than the plan allows would do. */
export const latePromiseWords = {
  label: 'Later than the plan allows',
  later: (promised: string, latest: string, today: string): string =>
    `${longDate(promised, today)} is later than the plan allows: it is needed by ${longDate(latest, today)}.`,
  moves: (difference: string): string => `If it is done then: ${difference}`,
  unknown: 'The plan can’t be calculated with this date.',
}
