export const planFileRefusals = {
  notJson: 'This file is not JSON.',
  notPlan: 'This file is not a plan exported as JSON.',
  newer: 'This plan was exported by another version. This version cannot read it.',
  endsBefore: 'The last day is before the first day.',
  oneProof: 'A milestone has either evidence or a reason for passing it without.',
  doneBeforeStart: 'It is done before it is started.',
  aroundPlanned: 'Best and worst case must both be there, with the working days between them.',
  onItself: 'A task cannot depend on itself.',
  usedTwice: (key: string): string => `Two tasks have the key “${key}”.`,
  noSuchTask: (key: string): string => `There is no task with the key “${key}”.`,
  mostTasks: (most: number): string => `A plan has at most ${most} tasks.`,
}
