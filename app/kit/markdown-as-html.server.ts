import MarkdownIt from 'markdown-it'
import sanitizeHtml from 'sanitize-html'

/** Pictures from elsewhere would tell their host who reads the plan, so `![…](…)` is a link. */
function createReader() {
  const reader = new MarkdownIt('default', { html: false, linkify: true, breaks: true }).disable('image')
  // A file's name, such as README.md, is no address.
  reader.linkify.set({ fuzzyLink: false })
  reader.validateLink = (address) => /^(https?:|mailto:)/i.test(address)
  return reader
}

const markdown = createReader()
const withoutTables = createReader().disable('table')

/** Columns of a table. Every row is filled up to its head, so that a few thousand characters could make many more cells. */
const mostColumns = 20
const hasWideRow = (text: string): boolean => text.split('\n').some((line) => line.split('|').length > mostColumns + 2)

/** Headings stand below those of the page. */
const headings = { h1: 'h3', h2: 'h4', h3: 'h5', h4: 'h6', h5: 'h6', h6: 'h6' } as const

const rules: sanitizeHtml.IOptions = {
  allowedTags: [
    ...['h3', 'h4', 'h5', 'h6', 'p', 'br', 'hr', 'blockquote', 'ul', 'ol', 'li', 'pre', 'code', 'a'],
    ...['strong', 'em', 's', 'table', 'thead', 'tbody', 'tr', 'th', 'td'],
  ],
  allowedAttributes: { a: ['href', 'rel'], ol: ['start'] },
  allowedSchemes: ['http', 'https', 'mailto'],
  allowProtocolRelative: false,
  transformTags: {
    ...headings,
    a: (tagName, { href }) => ({ tagName, attribs: { ...(href && { href }), rel: 'noopener noreferrer nofollow' } }),
  },
}

/**
 * Markdown (CommonMark, tables and bare addresses) as HTML that may be shown as it is. HTML that someone typed is shown as text.
 * Links lead to http, https and mailto only. A text with a table wider than anyone could read is shown without tables.
 */
export const markdownAsHtml = (text: string): string =>
  sanitizeHtml((hasWideRow(text) ? withoutTables : markdown).render(text), rules)
