import fc from 'fast-check'
import { expect, test } from 'vitest'
import { numberHabit, numberText, readNumber } from './read-number.ts'

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
  ['− 3', -3],
  ['\u200e-3\u202c', -3],
  ['€ -3,5', -3.5],
  ['-€3.50', -3.5],
  ['−95 %', -95],
  ['12 EUR', 12],
  ['CHF 1’250.50', 1250.5],
  ['1 250,50 kr', 1250.5],
  ['99 zł', 99],
  ['12,-', 12],
  ['12.–', 12],
  ['5 ‰', 5],
  ['1,00,000', 100_000],
  ['12,34,567.5', 1_234_567.5],
  ['١٢٫٥', 12.5],
  ['١٬٢٥٠', 1250],
  ['۱۲', 12],
  ['−१२', -12],
  ['-0', 0],
  ['−0,0', 0],
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

test.each([
  ['de-DE', '1,250', 1.25],
  ['de-DE', '1.250', 1250],
  ['fr', '1,250', 1.25],
  ['ja', '1,250', 1250],
  ['es-ES', '1.250', 1250],
])('%s settles %s', (language, text, value) => {
  expect(readNumber(text, numberHabit([language, 'en']))).toEqual({ value })
})

test.each([[['en-GB', 'de']], [['en']], [['*']], [[]], [['not a language']]])(
  'the languages %j settle nothing',
  (languages) => {
    expect(readNumber('1,250', numberHabit(languages))).toHaveProperty('either')
  },
)

test('a mark that a language uses for neither is asked about', () => {
  expect(readNumber('1.250', numberHabit(['pl']))).toHaveProperty('either')
  expect(readNumber('1,250', numberHabit(['de-CH']))).toHaveProperty('either')
})

test.each([
  '',
  'abc',
  '1,2,3',
  '1.25.000',
  '12 50',
  '1,250.5,0',
  '1e5',
  '0x10',
  'Infinity',
  '--1',
  '1-',
  '.',
  '1 25',
  'EUR',
  '%',
  '5 EURO',
  '1.5 million',
  '12,34,56',
  '½',
  '1½',
  '5²',
  '10⁶',
  '5₂',
  '①2',
  'Ⅻ',
])('%s is no number', (text) => {
  expect(readNumber(text)).toBeNull()
})

test('a long text is no number, and costs nothing', () => {
  for (const part of [' ', '€', 'kr', '1', "1'", '1,'])
    expect(readNumber(`${part.repeat(200_000)}x${part.repeat(200_000)}`)).toBeNull()
})

test('what a field is given is read back as it was', () => {
  const values = fc.double({ min: -1e9, max: 1e9, noNaN: true }).map((value) => Math.round(value * 1e6) / 1e6)
  fc.assert(
    fc.property(values, (value) => {
      fc.pre(!String(value).includes('e'))
      expect(readNumber(numberText(value))).toEqual({ value: value === 0 ? 0 : value })
    }),
  )
})

test('Arabic’s own mark for decimals is one, however its writer parts thousands', () => {
  for (const languages of [['de'], ['ar'], ['en']])
    expect(readNumber('١٢٫٥٠٠', numberHabit(languages))).toEqual({ value: 12.5 })
})

test('digits of a script that has two rows of them keep their value', () => {
  expect(readNumber('\u{116da}\u{116db}')).toEqual({ value: 1 })
})
