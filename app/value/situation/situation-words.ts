export const responsibilityLabel = (person: string): string => `What ${person} is responsible for`

export const heardFromTitle = (person: string): string => `What we heard from ${person}`

export const shareWithWords = (person: string): string => `Share with ${person}`

/** What sharing a situation does. */
export const shareEffect = (person: string): string =>
  `${person} gets an email and can see it from then on. You can’t undo this.`

export const confirmedOnWords = (day: string): string => `confirmed ${day}`

export const situationsHint = (account: string): string => `One for each key person at ${account}.`

export const confirmedByWords = (who: string, day: string): string => `${who}, confirmed on ${day}`

/** Who sees a situation that its person has not confirmed yet. */
export const notedWords = (vendor: string): string =>
  `${vendor} noted this. No one else at your company sees it until you confirm it.`
