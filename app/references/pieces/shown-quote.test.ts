import { expect, test } from 'vitest'
import { type Speaker, shownQuote } from './shown-quote.ts'

const day = (date: string) => new Date(`${date}T08:00:00Z`)
const priya: Speaker = { name: 'Priya Raman', title: 'Head of Finance' }
const jonas: Speaker = { name: 'Jonas Berg', title: null }
const given = { text: 'One day!', at: day('2026-06-12'), by: priya }
const approvedOn = (date: string) => ({ text: 'A day.', at: day(date), by: jonas })

test('a quote is shown as it was approved last, with the consent or after it, by the person who approved it', () => {
  expect(shownQuote({ given, approved: null })).toEqual({ text: 'One day!', by: priya })
  expect(shownQuote({ given, approved: approvedOn('2026-06-20') })).toEqual({ text: 'A day.', by: jonas })
  expect(shownQuote({ given, approved: approvedOn('2026-06-01') })).toEqual({ text: 'One day!', by: priya })
  expect(shownQuote({ given: { text: null, at: null, by: null }, approved: null })).toBeNull()
})
