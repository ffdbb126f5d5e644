import { expect, test } from 'vitest'
import { readReply } from './read-reply.ts'
import { isTooMuchHtml, textOfHtml } from './text-of-html.ts'

const said = (html: string) => readReply(textOfHtml(html))

test.each([
  [
    'Gmail',
    '<div dir="ltr">Done<div>Signed by both.</div></div><br><div class="gmail_quote gmail_quote_container"><div dir="ltr" class="gmail_attr">On Wed, 17 Jun 2026, Sam wrote:<br></div><blockquote class="gmail_quote">Please sign.</blockquote></div>',
  ],
  [
    'Apple Mail',
    '<html><head><style>p{margin:0}</style></head><body>Done<div>Signed by both.</div><div><br><blockquote type="cite"><div>On 17 Jun 2026, at 10:00, Sam wrote:</div>Please sign.</blockquote></div></body></html>',
  ],
  [
    'Outlook',
    '<body><p class="MsoNormal">Done<o:p></o:p></p><p class="MsoNormal">Signed by both.</p><div id="divRplyFwdMsg"><b>From:</b> Sam</div><blockquote>Please sign.</blockquote></body>',
  ],
  [
    'Thunderbird',
    '<body><p>Done</p><p>Signed by both.</p><div class="moz-cite-prefix">On 17/06/2026, Sam wrote:<br></div><blockquote type="cite" cite="mid:x">Please sign.</blockquote></body>',
  ],
])('an answer of %s in HTML alone says what stands above the quote', (_, html) => {
  expect(said(html)).toEqual({ says: 'done', number: null, text: 'Signed by both.' })
})

test('only words are read: no script, picture or address behind a link', () => {
  expect(
    said(
      '<h1>Thanks</h1><p>See <a href="https://x.example/y">the file</a>.<img src="x" alt="logo"></p><script>1</script>',
    ),
  ).toEqual({ says: 'comment', text: expect.stringMatching(/^Thanks\n+See the file\.$/) as string })
})

test('elements deep in each other are left out, and too many are not looked at', () => {
  expect(said(`<p>Thanks</p>${'<div>'.repeat(5_000)}deep`)).toEqual({ says: 'comment', text: 'Thanks' })
  expect(isTooMuchHtml('<div>'.repeat(100_000))).toBe(true)
  expect(isTooMuchHtml('a'.repeat(1_000_001))).toBe(true)
  expect(isTooMuchHtml('<p>Thanks</p>'.repeat(5_000))).toBe(false)
})
