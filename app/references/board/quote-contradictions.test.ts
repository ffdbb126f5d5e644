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
  ['We close in 10 working days.', { ...days, unit: 'working days' }, ['10 working days']],
  ['We close in 2 working days, ten days before.', { ...days, unit: 'working days' }, []],
  ['Ten working  day less.', { ...days, unit: 'working days' }, ['Ten working day']],
  ['It costs us €10 an order.', { ...days, unit: '€' }, ['€10']],
  ['From € 30 down to 2 €, so we save EUR 28.', { ...days, unit: '€' }, []],
  ['We pay 10 EUR and USD 10.', { ...days, unit: 'EUR' }, ['10 EUR']],
  ['It takes 10 min. a case.', { ...days, unit: 'min.' }, ['10 min.']],
  ['A 10-day close.', days, ['10-day']],
  ['It saves 3.1 hours.', { unit: 'hours', baseline: 4.3, target: 1, measured: 1.2 }, []],
  ['We send 9,000 invoices.', { unit: 'invoices', baseline: 100, target: 1_000, measured: 1_250 }, ['9,000 invoices']],
  ['We send 1,250 invoices.', { unit: 'invoices', baseline: 100, target: 1_000, measured: 1_250 }, []],
  ['Es sind 1.250 Stück.', { unit: 'Stück', baseline: 2, target: 1, measured: 1.25 }, []],
  ['In 2024 we opened 10 shops.', days, []],
])('%s', (quote, win, contradicting) => {
  expect(quoteContradictions(quote, win)).toEqual(contradicting)
})
