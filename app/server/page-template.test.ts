import { expect, test } from 'vitest'
import { templateOf } from './page-template.ts'

const marks = { cspNonce: 'a+/b==', requestId: 'ABCD-EFGH', formKey: '0b0e6c4e-0001-4000-8000-000000000001' }
const others = { cspNonce: '$&c+/d==', requestId: 'JKMN-PQRS', formKey: '0b0e6c4e-0002-4000-8000-000000000002' }

const page = ({ cspNonce, requestId, formKey }: typeof marks, when: string) =>
  `<meta name="request-id" content="${requestId}"/><script nonce="${cspNonce}">“grüße”</script>` +
  `<p>ABCD-EFGH</p><input value="${formKey}:sign-out"/><time dateTime="2026-06-17T08:00:00.000Z">${when}</time>` +
  `<time dateTime="2026-06-17">17 June</time><script nonce="${cspNonce}">["${formKey}"]</script>`

test('a page is the same for the next request, but for its own marks and how long ago something was', () => {
  const made = templateOf(page(marks, 'just now'), marks)
  const filled = made.fill(others, new Date('2026-06-17T10:30:00Z'))
  expect(new TextDecoder().decode(filled)).toBe(page(others, '2 hours ago'))
  expect(made.bytes).toBe(Buffer.byteLength(page(marks, 'just now')))
})
