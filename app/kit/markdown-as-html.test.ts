import fc from 'fast-check'
import { expect, test } from 'vitest'
import { processorTime } from '#tests/harness/slowness.ts'
import { textSizes } from './limits.ts'
import { markdownAsHtml } from './markdown-as-html.server.ts'

test('what people write in Markdown is formatted, with headings below those of the page', () => {
  expect(markdownAsHtml('# Scope\n\n- **two** sites\n- one\nline')).toBe(
    '<h3>Scope</h3>\n<ul>\n<li><strong>two</strong> sites</li>\n<li>one<br />\nline</li>\n</ul>\n',
  )
})

test('addresses are links that say nothing about the plan; a picture is no more than a link', () => {
  expect(markdownAsHtml('See https://example.com/a?b=1&c')).toBe(
    '<p>See <a href="https://example.com/a?b=1&amp;c" rel="noopener noreferrer nofollow">https://example.com/a?b=1&amp;c</a></p>\n',
  )
  expect(markdownAsHtml('![logo](https://example.com/logo.png)')).not.toContain('<img')
  expect(markdownAsHtml('README.md')).toBe('<p>README.md</p>\n')
  expect(markdownAsHtml('[mail](mailto:ana@example.com)')).toContain('href="mailto:ana@example.com"')
})

test('HTML that was typed is read as text, and other schemes lead nowhere', () => {
  expect(markdownAsHtml('<script>alert(1)</script>')).toBe('<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>\n')
  for (const address of [
    'javascript:alert(1)',
    'JaVaScRiPt&colon;alert(1)',
    'data:text/html,x',
    'vbscript:x',
    '//host/x',
  ])
    expect(markdownAsHtml(`[go](${address}) <${address}>`), address).not.toMatch(/href="(?!https?:|mailto:)/)
})

test('a table of many columns is text, since its rows would be filled up with hundreds of thousands of cells', () => {
  const table = (columns: number, rows: number) =>
    ['|a', '|-', ...Array<string>(rows).fill('')].map((cell) => `${cell.repeat(columns)}|`).join('\n')
  expect(markdownAsHtml(table(20, 3)).match(/<t[hd]>/g)).toHaveLength(80)
  const wide = markdownAsHtml(table(500, 900))
  expect(wide).not.toContain('<table')
  expect(wide.length).toBeLessThan(20_000)
})

const piece = fc.constantFrom(
  ...[
    '<script>',
    '</script>',
    '[a](javascript:alert(1))',
    '<a href="javascript:x" onclick=x>',
    '<img src=x onerror=alert(1)>',
    '<svg onload=x>',
    '[a](',
    '![a](',
    ')',
    '](',
    '<',
    '>',
    '"',
    "'",
  ],
  ...[
    'javascript:',
    'java\nscript:',
    '&#106;avascript:',
    'data:text/html;base64,',
    'https://a.b/',
    'onclick=',
    '`',
    '```\n',
  ],
  ...[
    '\n',
    '\n\n',
    '- ',
    '1. ',
    '| a | b |\n| - | - |\n',
    '[x]: javascript:x "t"\n',
    '[x]',
    '\\',
    '&lt;',
    '\u0000',
    '\u202e',
    '<!--',
    '**',
  ],
)
const written = fc.array(fc.oneof(piece, fc.string({ unit: 'binary', maxLength: 8 })), { maxLength: 30 })

const names = 'h[3-6]|p|br|hr|blockquote|ul|ol|li|pre|code|a|strong|em|s|table|thead|tbody|tr|th|td'
const attributes = 'href="(https?:|mailto:)[^"<>]*"|rel="noopener noreferrer nofollow"|start="\\d+"'
const harmless = new RegExp(`<(/(${names})|(${names})( (${attributes}))*( /)?)>`, 'gi')

test('nothing that runs ever comes out', () => {
  fc.assert(
    fc.property(written, (parts) => {
      expect(markdownAsHtml(parts.join('')).replace(harmless, '')).not.toMatch(/[<>]/)
    }),
    { numRuns: 500 },
  )
})

test('the longest text that fits is formatted within a second, whatever it nests', () => {
  for (const unit of ['[', '> ', '- ', '**a ', '`', '|', '![a](', '<a ', 'https://a.b ']) {
    const text = unit.repeat(textSizes.description / unit.length)
    expect(
      processorTime(() => markdownAsHtml(text)),
      unit,
    ).toBeLessThan(1_000)
  }
})
