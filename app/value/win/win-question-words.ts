import { amount, withUnit } from '#emails/parts/amounts.ts'

export const winGroupTitles = {
  announcement: 'What you will announce',
  measure: 'How you will know',
  fromTo: 'From … to …',
  measuring: 'By when, and who measures',
}

/** A question for each field of the first win, as one would ask the buyer. */
export const winQuestions = {
  statement: 'What will you announce once it works?',
  announcedTo: 'Who will be told?',
  measure: 'What will you look at to know that it worked?',
  unit: 'What do you count?',
  baseline: 'Where are you today?',
  target: 'From which value on is it a win?',
  baselineHow: 'How was today’s value measured?',
  winBy: 'By when do you want to announce it?',
  measuredBy: 'Who will measure it?',
  measureOn: 'When will it be measured?',
}

export const winExamples = {
  announcedTo: 'For example: all of Finance, and the board',
  winBy: 'Soon after go-live, so that everyone sees that it works',
}

/** Which way is better, in full: "From 30 days down to 1 day." */
export function directionWords({ baseline, target, unit }: { baseline: number; target: number; unit: string }): string {
  const say = (value: number) => (unit === '' ? amount(value) : withUnit(value, unit))
  return target < baseline
    ? `From ${say(baseline)} down to ${say(target)}.`
    : `From ${say(baseline)} up to ${say(target)}.`
}

/** Said once a win with doubts was saved where no script could tell them while it was typed. */
export const savedWithDoubtsWords = {
  says: 'Saved. Please look at what stands beside the fields; you can also keep it as it is.',
  toPlan: 'Go on to the plan',
}
