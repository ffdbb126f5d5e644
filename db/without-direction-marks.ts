/** Embeddings, overrides, isolates and their ends (Unicode Standard Annex 9): they reach beyond the text that holds them. */
const turning = /[\u202a-\u202e\u2066-\u2069]/gu

/** The same without the characters that would turn the direction of what follows. */
export const withoutTurns = (text: string): string => text.replace(turning, '')
