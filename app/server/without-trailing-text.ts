/** As a browser sends it. Encoded: space, quotes, brackets, comma, colon, semicolon, no-break space, typographic quotes, guillemets, ellipsis. */
const punctuation =
  '(?:[.,;:!?*)\\]}\'"<>]|%(?:20|22|27|28|29|2C|3A|3B|3C|3E|5B|5D|7B|7D|C2%A0|C2%AB|C2%BB|E2%80%9[89A-F]|E2%80%B9|E2%80%BA|E2%80%A6))'
const tail = new RegExp(`(?<=[\\w-])${punctuation}{1,20}$`, 'i')

/**
 * The intended address of a link that was copied with the text after it: "https://…/plans/1)." or "<https://…/plans/1>".
 * @param target of the request line
 * @returns undefined where nothing follows, and for addresses with a query, which may be a search, except for the one that an
 * emailed link leads to
 */
export function withoutTrailingText(target: string): string | undefined {
  const [path = '', query] = target.split('?', 2)
  // `//elsewhere.example` would lead to another site.
  if (!/^\/[\w-]/.test(path)) return undefined
  if (query !== undefined && !(path.startsWith('/link/') && query.startsWith('next='))) return undefined
  const meant = target.replace(tail, '')
  return meant === target ? undefined : meant
}
