/** The dates on which a task can be finished. */
export const sittingRefusals = {
  mostDates: (most: number): string => `Please enter at most ${most} dates.`,
  leaveMonth: 'Please leave at least one month.',
  chooseWeekday: 'Please choose a weekday.',
  chooseWeekdays: 'Please choose at least one weekday.',
  enterWeeks: 'Please enter the number of weeks.',
  enterStart: 'Please enter a start date.',
  chooseWhich: 'Please choose which one in the month.',
  enterDay: 'Please enter a day of the month.',
  enterDate: 'Please enter at least one date.',
  noneInTime: 'This task can’t be finished on any of these dates.',
}
