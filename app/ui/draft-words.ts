/** @param when in words */
export const draftWords = (when: string): string => `You typed something here on ${when} and did not save it.`
