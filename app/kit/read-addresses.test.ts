import { expect, test } from 'vitest'
import { readAddresses } from './read-addresses.ts'

const jan = { name: null, email: 'jan@example.com' }
const eva = { name: null, email: 'eva@example.com' }

test.each([
  ['jan@example.com', [jan]],
  ['jan@example.com, eva@example.com', [jan, eva]],
  ['jan@example.com;eva@example.com;', [jan, eva]],
  ['jan@example.com\r\n\r\neva@example.com\n', [jan, eva]],
  ['jan@example.com eva@example.com', [jan, eva]],
  ['jan@example.com, Jan@Example.com', [jan]],
  ['Jan de Vos <jan@example.com>', [{ ...jan, name: 'Jan de Vos' }]],
  [
    'Jan de Vos <jan@example.com>, Eva Holm <eva@example.com>.',
    [
      { ...jan, name: 'Jan de Vos' },
      { ...eva, name: 'Eva Holm' },
    ],
  ],
  ['"de Vos, Jan" <jan@example.com>, <eva@example.com>', [{ ...jan, name: 'Jan de Vos' }, eva]],
  [
    'de Vos, Jan <jan@example.com>; Holm, Eva <eva@example.com>',
    [
      { ...jan, name: 'Jan de Vos' },
      { ...eva, name: 'Eva Holm' },
    ],
  ],
  ['"jan@example.com" <jan@example.com>', [jan]],
  ['jan@example.com (work)', [jan]],
  [
    'To: Jan <jan@example.com>, cc Eva <eva@example.com>',
    [
      { ...jan, name: 'Jan' },
      { ...eva, name: 'Eva' },
    ],
  ],
  ['Jan <jan@example.com> <eva@example.com>', [{ ...jan, name: 'Jan' }, eva]],
  [
    'Jan <jan@example.com> Eva <eva@example.com>',
    [
      { ...jan, name: 'Jan' },
      { ...eva, name: 'Eva' },
    ],
  ],
  ['Team: jan@example.com, eva@example.com;', [jan, eva]],
  ['1. jan@example.com\n2. Eva <eva@example.com>', [jan, { ...eva, name: 'Eva' }]],
  ['jan@example.com (Jan de Vos)', [{ ...jan, name: 'Jan de Vos' }]],
  ['"Jan \\"JJ\\" Vos" <jan@example.com>', [{ ...jan, name: 'Jan "JJ" Vos' }]],
  ['r&d@büro-müller.de', [{ name: null, email: 'r&d@xn--bro-mller-q9ae.de' }]],
])('%j names its people', (typed, people) => {
  expect(readAddresses(typed)).toEqual({ people, faults: [] })
})

test('a surname before its first name is one person, also behind others in the line', () => {
  expect(readAddresses('eva@example.com, de Vos, Jan <jan@example.com>').people).toEqual([
    eva,
    { ...jan, name: 'Jan de Vos' },
  ])
})

test('what is wrong among several is quoted, each part of it', () => {
  const { people, faults } = readAddresses('jan@example.com, eva.example.com; bo@, \u200b,')
  expect(people).toEqual([jan])
  expect(faults).toEqual([
    '“eva.example.com”: This is not an email address.',
    '“bo@”: The part after the @ is missing.',
  ])
})

test('a name that is no address is not taken for part of the next one', () => {
  expect(readAddresses('jan, Eva Holm <eva@example.com>, bo@example.com').faults).toEqual([
    '“jan”: This is not an email address.',
  ])
})

test('a lone address is faulted without being quoted; nothing names no one', () => {
  expect(readAddresses('jan').faults).toEqual(['This is not an email address.'])
  expect(readAddresses(' , \n')).toEqual({ people: [], faults: [] })
})
