import { expect, test } from 'vitest'
import { quoteContradictions } from './quote-contradictions.ts'

const days = { unit: 'days', baseline: 30, target: 3, measured: 2 }
const percent = { unit: '%', baseline: 60, target: 95, measured: 98.5 }

test.each([
  ['We close the month in 10 days now.', days, ['10 days']],
  ['We close the month in ten days now.', days, ['ten days']],
  ['It takes 3 days, as we hoped.', days, ['3 days']],
  ['We hoped for 3 days and got 2 days.', days, []],
  ['From 30 days to 2 days: 28 days saved.', days, []],
  ['Two days, not thirty. Ten people went home early.', days, []],
  ['One day is enough.', { ...days, measured: 1 }, []],
  ['One day is enough.', days, ['One day']],
  ['98.5% of orders are right first time.', percent, []],
  ['98,5 % of orders are right first time.', percent, []],
  ['99% of orders are right first time.', percent, ['99%']],
  ['It simply works.', days, []],
  ['In 2024 we opened 10 shops.', days, []],
])('%s', (quote, win, contradicting) => {
  expect(quoteContradictions(quote, win)).toEqual(contradicting)
})
