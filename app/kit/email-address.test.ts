import { expect, test } from 'vitest'
import { addressFault, pastedAddress } from './email-address.ts'

test.each([
  ['Jan de Vos <Jan@Example.com>', 'jan@example.com'],
  ['"Vos, Jan de" <jan@example.com>;', 'jan@example.com'],
  ['<jan@example.com>', 'jan@example.com'],
  ['mailto:jan@example.com', 'jan@example.com'],
  ['jan@example.com.', 'jan@example.com'],
  ['(jan@example.com),', 'jan@example.com'],
  ['\u200bjan@example.com\u202c', 'jan@example.com'],
  ['r&d@example.com', 'r&d@example.com'],
  ['jan+plan@example.com', 'jan+plan@example.com'],
  ['info@büro-müller.de', 'info@xn--bro-mller-q9ae.de'],
  ['info@BÜRO-MÜLLER.DE', 'info@xn--bro-mller-q9ae.de'],
  ['info@bu\u0308ro-mu\u0308ller.de', 'info@xn--bro-mller-q9ae.de'],
  ['To: jan@example.com', 'jan@example.com'],
  ['To:jan@example.com', 'jan@example.com'],
  ['{jan}@example.com', '{jan}@example.com'],
  ['1. jan@example.com', 'jan@example.com'],
  ['• jan@example.com', 'jan@example.com'],
  ['„jan@example.com“', 'jan@example.com'],
  ['«jan@example.com»', 'jan@example.com'],
  ['[jan@example.com]', 'jan@example.com'],
  ['jan@example.com?', 'jan@example.com'],
  ['jan@example.com (Jan de Vos)', 'jan@example.com'],
  ['mailto:jan@example.com?subject=Plan', 'jan@example.com'],
  ['jan＠example。com', 'jan@example.com'],
])('%s is understood', (typed, wanted) => {
  const address = pastedAddress(typed)
  expect(address).toBe(wanted)
  expect(addressFault(address)).toBeUndefined()
})

test.each([
  ['jan', 'This is not an email address.'],
  ['a:b@example.com', '“a:b” before the @ is not valid.'],
  ['a@example.com, b@example.com', 'Please enter one address with one @.'],
  ['@example.com', 'The part before the @ is missing.'],
  ['jan de vos@example.com', '“jan de vos” before the @ is not valid.'],
  ['jan@', 'The part after the @ is missing.'],
  ['Jan <jan@example.com> <eva@example.com>', 'Please enter one address with one @.'],
  [`${'a'.repeat(65)}@example.com`, `“${'a'.repeat(60)}” before the @ is not valid.`],
  ['jan@example', '“example” after the @ is not a valid domain.'],
  ['jan@exa mple.com', '“exa mple.com” after the @ is not a valid domain.'],
  ['jan@192.168.0.1', '“192.168.0.1” after the @ is not a valid domain.'],
  ['jan@example.com/x', '“example.com/x” after the @ is not a valid domain.'],
])('%s is refused, and says why', (typed, wanted) => {
  expect(addressFault(pastedAddress(typed))).toBe(wanted)
})
