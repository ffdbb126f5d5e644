import { oneLine } from '#app/kit/plain-text.ts'

/** Characters; file systems take 255 bytes, and a letter may be four. */
export const longestFileName = 120

/** Of a name such as "Angebot.PDF": `pdf`; nothing where it has none. */
export const extensionOf = (name: string): string => /\.([^.\s]{1,10})$/u.exec(name)?.[1]?.toLowerCase() ?? ''

/**
 * The name of a file as its sender's browser gave it, for people and for other computers: umlauts, apostrophes, brackets and blanks stay;
 * folders, control characters, and marks that turn the text around do not. A long one is cut before its extension.
 */
export function cleanFileName(given: string): string {
  // Browsers write a quotation mark like this (WHATWG HTML, multipart/form-data).
  const bare = oneLine(given.replaceAll('%22', '"').split(/[\\/]/).at(-1) ?? '')
  const letters = [...bare]
  if (letters.length <= longestFileName) return bare || 'file'
  const extension = extensionOf(bare)
  const ending = extension && `.${extension}`
  return `${letters
    .slice(0, longestFileName - ending.length)
    .join('')
    .trim()}${ending}`
}
