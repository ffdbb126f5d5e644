/** @param what the change, as the activity says it */
export const undoWords = (what: string): string => `Undo: ${what}`

/** Says to people what they did. @param what the change, as the activity says it */
export const youDidWords = (what: string): string => `You ${what}.`

/** Says who did what. @param what the change, as the activity says it */
export const someoneDidWords = (name: string, what: string): string => `${name} ${what}.`
