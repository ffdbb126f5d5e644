/** A text as the lists of names hold it: lower case, without accents, marks and more than one space. */
export const plainName = (text: string): string =>
  text
    .slice(0, 200)
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .replaceAll('œ', 'oe')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\p{L}\p{N}%✓✔☑✅☐-]+/gu, ' ')
    .replace(/(?<=\p{L})-(?=\p{L})/gu, ' ')
    .trim()
