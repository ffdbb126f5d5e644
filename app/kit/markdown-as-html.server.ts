import MarkdownIt from 'markdown-it'
import sanitizeHtml from 'sanitize-html'

/** Pictures from elsewhere would tell their host who reads the plan, so `![…](…)` is a link. */
const markdown = new MarkdownIt('default', { html: false, linkify: true, breaks: true }).disable('image')
// A file's name, such as README.md, is no address.
markdown.linkify.set({ fuzzyLink: false })
markdown.validateLink = (address) => /^(https?:|mailto:)/i.test(address)

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
 * Links lead to http, https and mailto only.
 */
export const markdownAsHtml = (text: string): string => sanitizeHtml(markdown.render(text), rules)
