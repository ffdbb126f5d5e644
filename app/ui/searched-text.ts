/** A text as it is searched: without accents, and all in small letters. */
export const searchedText = (text: string): string =>
  text.normalize('NFD').replace(/\p{M}/gu, '').toLocaleLowerCase('en-GB')
