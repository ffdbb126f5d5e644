import fc from 'fast-check'
import { expect, test } from 'vitest'
import { numberText, readNumber } from './numbers.ts'

test.each([
  ['1.5', 1.5],
  ['1,5', 1.5],
  [',5', 0.5],
  ['5.', 5],
  ['0,125', 0.125],
  ['1250', 1250],
  ['1,250.5', 1250.5],
  ['1.250,5', 1250.5],
  ['1,250,000', 1_250_000],
  ['1.250.000,75', 1_250_000.75],
  ['1 250', 1250],
  ['1\u202f250,5', 1250.5],
  ['1\u00a0250\u00a0000', 1_250_000],
  ['1’250.50', 1250.5],
  ['\u22121,5', -1.5],
  ['–3', -3],
  ['€ 12,50', 12.5],
  ['12,50 €', 12.5],
  ['-£3', -3],
  ['95 %', 95],
  ['１２', 12],
  ['+7', 7],
] as const)('%s is read', (text, value) => {
  expect(readNumber(text)).toEqual({ value })
})

test.each([
  ['1,250', 1.25, 1250],
  ['1.250', 1.25, 1250],
  ['-12,345', -12.345, -12_345],
])('%s is asked about', (text, decimal, whole) => {
  expect(readNumber(text)).toEqual({ either: [decimal, whole] })
})

test.each(['', 'abc', '1,2,3', '1.25.000', '12 50', '1,250.5,0', '1e5', '0x10', 'Infinity', '--1', '1-', '.', '1 25'])(
  '%s is no number',
  (text) => {
    expect(readNumber(text)).toBeNull()
  },
)

test('what a field is given is read back as it was', () => {
  const values = fc.double({ min: -1e9, max: 1e9, noNaN: true }).map((value) => Math.round(value * 1e6) / 1e6)
  fc.assert(
    fc.property(values, (value) => {
      fc.pre(!String(value).includes('e'))
      expect(readNumber(numberText(value))).toEqual({ value: value === 0 ? 0 : value })
    }),
  )
})
