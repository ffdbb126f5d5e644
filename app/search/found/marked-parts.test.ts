import { expect, test } from 'vitest'
import { excerpt, markedParts } from './marked-parts.ts'

const shown = (parts: ReturnType<typeof excerpt>) =>
  parts?.map(({ text, isMarked }) => (isMarked ? `[${text}]` : text)).join('')

test('the words that were looked for are marked whatever their accents and case, and nothing else', () => {
  expect(shown(markedParts('Überweisung prüfen, PRÜFEN!', new Set(['prufen'])))).toBe('Überweisung [prüfen], [PRÜFEN]!')
  expect(shown(markedParts('Contracted', new Set(['contract'])))).toBe('Contracted')
  expect(shown(markedParts('Cafe\u0301 open', new Set(['cafe'])))).toBe('[Cafe\u0301] open')
})

test('an excerpt holds the first word that was looked for, between whole words', () => {
  const text = `${'before '.repeat(40)}the contract ${'after '.repeat(60)}`
  const found = shown(excerpt(text, new Set(['contract']))) ?? ''
  expect(found).toMatch(/^…before .*the \[contract\] after .* after…$/)
  expect(found.length).toBeLessThan(240)
  expect(shown(excerpt('The contract', new Set(['contract'])))).toBe('The [contract]')
  expect(excerpt('Nothing of it', new Set(['contract']))).toBeNull()
})

test('a text without spaces is cut all the same', () => {
  const found = shown(excerpt(`contract/${'x'.repeat(4_000)}`, new Set(['contract']))) ?? ''
  expect(found.length).toBeLessThan(240)
})
