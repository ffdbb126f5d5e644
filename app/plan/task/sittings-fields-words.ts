export const sittingsFieldsWords = {
  anyDay: 'Any working day',
  week: 'Weekdays',
  month: 'A weekday of the month',
  monthday: 'A day of the month',
  dates: 'Specific dates',
  heading: 'Can only finish on certain dates',
  every: 'Possible finish dates',
  everyHint: 'For example a committee meeting or a release window',
  name: 'What happens on these dates',
  nameHint: 'Short, as shown in the plan: board meets',
  weeks: 'Repeats every (weeks)',
  from: 'Starting from',
  fromHint: 'Required unless it repeats every week',
  nth: 'Which one in the month',
  weekday: 'Weekday',
  day: 'Day of the month',
  dayHint: '1 to 31. In shorter months, the last day',
  theDates: 'The dates',
  notIn: 'Except in these months',
  notOn: 'Except on these dates',
}

/** Names one of several fields for dates. @param at from 1 */
export const numberedDate = (legend: string, at: number): string => `${legend}, ${at}`
