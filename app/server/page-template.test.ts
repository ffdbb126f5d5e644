import { gunzipSync } from 'node:zlib'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { templateOf } from './page-template.ts'

const marks = { cspNonce: 'a+/b==', requestId: 'ABCD-EFGH', formKey: '0b0e6c4e-0001-4000-8000-000000000001' }
const others = { cspNonce: '$&c+/d==', requestId: 'JKMN-PQRS', formKey: '0b0e6c4e-0002-4000-8000-000000000002' }

const page = ({ cspNonce, requestId, formKey }: typeof marks, when: string) =>
  `<meta name="request-id" content="${requestId}"/><script nonce="${cspNonce}">“grüße”</script>` +
  `<p>ABCD-EFGH</p><input value="${formKey}:sign-out"/><time class="ago" dateTime="2026-06-17T08:00:00.000Z">${when}</time>` +
  `<time dateTime="2026-06-17T08:00:00.000Z">17 June, 10:00</time><script nonce="${cspNonce}">["${formKey}"]</script>`

test('a page is the same for the next request, but for its own marks and how long ago something was', () => {
  const made = templateOf(page(marks, 'just now'), marks)
  const filled = made.fill(others, new Date('2026-06-17T10:30:00Z'))
  expect(filled.plain().toString()).toBe(page(others, '2 hours ago'))
  expect(made.fill(marks, new Date('2026-06-17T08:00:30Z')).plain().toString()).toBe(page(marks, 'just now'))
  expect(made.bytes).toBe(Buffer.byteLength(page(marks, 'just now')))
})

test('any page is one gzip file, whatever its marks are and wherever they stand', () => {
  const mark = fc.uuid()
  const text = fc.constantFrom('<li class="task">', 'Priya Raman', 'ü€😀', 'KEY', 'KEY', 'NONCE', '\u00ff\u00fe')
  fc.assert(
    fc.property(fc.array(text, { maxLength: 60 }), mark, mark, mark, mark, (texts, key, nonce, nextKey, nextNonce) => {
      const html = (formKey: string, cspNonce: string) =>
        texts.join('').repeat(20).replaceAll('KEY', formKey).replaceAll('NONCE', cspNonce)
      const made = templateOf(html(key, nonce), { ...marks, formKey: key, cspNonce: nonce })
      const filled = made.fill({ ...marks, formKey: nextKey, cspNonce: nextNonce }, new Date('2026-06-17T08:00:00Z'))
      expect(gunzipSync(filled.gzip()).toString()).toBe(html(nextKey, nextNonce))
    }),
    { numRuns: 50 },
  )
})
