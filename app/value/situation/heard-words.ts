export const heardFromTitle = (person: string): string => `What we heard from ${person}`

export const heardConfirmedWords = (who: string, day: string): string => `${who}, confirmed on ${day}`

/** Who sees a situation that its person has not confirmed yet. */
export const notedWords = (vendor: string): string =>
  `${vendor} noted this. No one else at your company sees it until you confirm it.`
