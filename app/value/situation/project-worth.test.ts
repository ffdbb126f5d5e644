import { expect, test } from 'vitest'
import { projectWorth } from './project-worth.ts'
import { worthWords } from './project-worth-words.ts'

const hours = (amount: number) => ({ amount, unit: 'hours', source: 'time sheets' }) as const
const money = (amount: number, unit: 'EUR' | 'USD' = 'EUR') => ({ amount, unit, source: 'Finance report Q2' }) as const

const people = [
  { person: 'Priya Raman', isConfirmed: true, figures: [hours(0.1), money(30_000)] },
  { person: 'Jonas Lind', isConfirmed: false, figures: [hours(0.2), hours(5), money(8_000, 'USD')] },
  { person: 'Tomás Ibarra', isConfirmed: true, figures: [hours(0.2)] },
]

test('figures are added up by unit, what is confirmed apart from what is not, and no sum mixes units or currencies', () => {
  expect(projectWorth(people).map(({ unit, confirmed, open }) => [unit, confirmed, open])).toEqual([
    ['hours', 0.3, 5.2],
    ['EUR', 30_000, 0],
    ['USD', 0, 8_000],
  ])
})

test('each part keeps its person and its source', () => {
  expect(projectWorth(people)[1]?.parts).toEqual([{ ...money(30_000), person: 'Priya Raman', isConfirmed: true }])
})

test('the sum reads as what is confirmed and what is not; without a figure there is none', () => {
  expect(worthWords(projectWorth(people))).toBe(
    'Confirmed: 0.3 hours a month and EUR 30,000 a year. Not confirmed yet: 5.2 hours a month and USD 8,000 a year.',
  )
  expect(projectWorth([{ person: 'Priya Raman', isConfirmed: true, figures: [] }])).toEqual([])
})
