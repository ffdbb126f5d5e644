/** @param what the change, as the activity says it */
export const undoWords = (what: string): string => `Undo: ${what}`

/** Says to people what they did. @param what the change, as the activity says it */
export const youDidWords = (what: string): string => `You ${what}.`

/** Says who did what. @param what the change, as the activity says it */
export const someoneDidWords = (name: string, what: string): string => `${name} ${what}.`

/** What somebody did whose undoing was refused, where the change itself is not at hand. */
export const triedToUndoWords = 'tried to undo a change'
