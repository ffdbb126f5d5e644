/** Text with bold parts, with words that lead somewhere, or with an address to select: words files return it, templates show it. */
export type RichText = readonly (string | { strong: string } | { text: string; to: string } | { link: string })[]

/** What it says without marks. */
export const plainText = (text: RichText): string =>
  text
    .map((piece) =>
      typeof piece === 'string' ? piece : 'strong' in piece ? piece.strong : 'link' in piece ? piece.link : piece.text,
    )
    .join('')

export const strong = (text: string): { strong: string } => ({ strong: text })

/** A whole sentence as a template: rich`Hello ${strong(name)}`. */
export const rich = (texts: TemplateStringsArray, ...pieces: readonly RichText[number][]): RichText =>
  texts.flatMap((text, at) => {
    const piece = pieces[at]
    return piece === undefined ? [text] : [text, piece]
  })
