import { toPlainText } from '@react-email/render'

/** In characters: mail programs quote the whole email that is answered, with its look. */
const longestHtml = 1_000_000
/** The parser's time grows with the square of the elements that stand in each other: 10,000 take a tenth of a second. */
const mostTags = 20_000

/** Whether an email is too long to be read as HTML. */
export const isTooMuchHtml = (html: string): boolean =>
  html.length > longestHtml || html.split('<', mostTags + 1).length > mostTags

/** Where mail programs put the email that is answered, and the line above it. */
const quotes = ['blockquote', '.gmail_quote', '.gmail_attr', '.yahoo_quoted', '.moz-cite-prefix', '#divRplyFwdMsg']
const unread = ['head', 'style', 'script', 'title', 'img']

/** What someone wrote in an email that has no plain text, without what it quotes. Elements within too many others are left out. */
export const textOfHtml = (html: string): string =>
  toPlainText(html, {
    wordwrap: false,
    limits: { maxDepth: 100, ellipsis: '' },
    selectors: [
      ...[...quotes, ...unread].map((selector) => ({ selector, format: 'skip' })),
      { selector: 'a', options: { ignoreHref: true } },
      ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((selector) => ({ selector, options: { uppercase: false } })),
      { selector: 'p', options: { leadingLineBreaks: 1, trailingLineBreaks: 1 } },
    ],
  })
