import { textSizes, bounds } from '#app/kit/limits.ts'

/** A value that is tried on the plan. */
export const editValueRefusals = {
  wholeDays: 'Please enter a whole number of working days, 0 or more.',
  wholeLag: 'Please enter a whole number of working days.',
}

/** Changes of a what-if that are not made. */
export const editRefusals = {
  noDays: 'Please enter at least 1 working day.',
  longReason: `Please use at most ${textSizes.dayOff} characters.`,
  tooMany: `Please make at most ${bounds.edits} changes at once.`,
  won: 'The first win is confirmed, so this date stays as it was agreed.',
}
