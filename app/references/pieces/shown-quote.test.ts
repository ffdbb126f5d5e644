import { expect, test } from 'vitest'
import { shownQuote } from './shown-quote.ts'

const day = (date: string) => new Date(`${date}T08:00:00Z`)
const given = { text: 'One day!', at: day('2026-06-12') }

test('a quote is shown as it was approved last, with the consent or after it', () => {
  expect(shownQuote({ given, approved: null })).toBe('One day!')
  expect(shownQuote({ given, approved: { text: 'A day.', at: day('2026-06-20') } })).toBe('A day.')
  expect(shownQuote({ given, approved: { text: 'A day.', at: day('2026-06-01') } })).toBe('One day!')
  expect(shownQuote({ given: { text: null, at: null }, approved: null })).toBeNull()
})
