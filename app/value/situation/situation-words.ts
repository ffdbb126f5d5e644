export const responsibilityLabel = (person: string): string => `What ${person} is responsible for`

export const shareWithWords = (person: string): string => `Share with ${person}`

/** What sharing a situation does. */
export const shareEffect = (person: string): string =>
  `${person} gets an email and can see it from then on. You can’t undo this.`

export const confirmedOnWords = (day: string): string => `confirmed ${day}`

export const situationsHint = (account: string): string => `One for each key person at ${account}.`
