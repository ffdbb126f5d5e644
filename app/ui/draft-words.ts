/** @param when in words */
export const draftWords = (when: string): string => `You typed something here on ${when} and did not save it.`

export const draftOfferWords = {
  restore: 'Restore what you typed',
  leftover: 'This form no longer has a field for part of what you typed. Copy what you need from here.',
}
