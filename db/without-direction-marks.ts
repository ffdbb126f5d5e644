/** Embeddings, overrides, isolates and their ends (Unicode Standard Annex 9): they also affect what follows the text. */
const turning = /[\u202a-\u202e\u2066-\u2069]/gu

/** The text without the characters that would change the direction of what follows. */
export const withoutDirectionMarks = (text: string): string => text.replace(turning, '')
