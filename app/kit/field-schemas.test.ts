import { describe, expect, test } from 'vitest'
import type { z } from 'zod'
import {
  decimal,
  emailAddress,
  isoDate,
  requiredName,
  optionalIsoDate,
  optionalName,
  optionalText,
  someOf,
  requiredText,
  tickedBox,
  wholeNumber,
} from './field-schemas.ts'
import { longestName } from './plain-text.ts'

const messages = (schema: z.ZodType, value: unknown) => {
  const parsed = schema.safeParse(value)
  return parsed.success ? [] : parsed.error.issues.map((issue) => issue.message)
}

describe('what a form posts and what JSON holds give the same', () => {
  test.each([
    ['text', requiredText(10), ' a\r\nb ', 'a\nb'],
    ['nothing', optionalText(10), '  ', null],
    ['nothing to be seen', optionalText(10), '\u200b\u2800', null],
    ['a text that would turn its sentence', requiredText(10), 'a\u202eb\u2069', 'ab'],
    ['line breaks of other programs', requiredText(10), 'a\vb\rc\u2028d', 'a\nb\nc\nd'],
    ['letters with their marks apart', requiredText(10), 'Mu\u0308ller', 'M\u00fcller'],
    ['a name on two lines', requiredName(), ' Ana\r\n \u202eLind ', 'Ana Lind'],
    ['no name', optionalName(), '\u3164', null],
    ['nothing in JSON', optionalText(10), null, null],
    ['a field that was not sent', optionalText(10), undefined, null],
    ['a date', isoDate(), ' 2026-02-28 ', '2026-02-28'],
    ['a date with dots', isoDate(), '15.3.2027', '2027-03-15'],
    ['a date with dots and spaces', isoDate(), '15. 03. 2027', '2027-03-15'],
    ['no date', optionalIsoDate(), '', null],
    ['days', wholeNumber(0, 10), '7', 7],
    ['days in JSON', wholeNumber(0, 10), 7, 7],
    ['a decimal comma', decimal(), '1,5', 1.5],
    ['thousands', wholeNumber(0, 10_000), '1,250', 1250],
    ['thousands by a narrow space', decimal(), '1\u202f250,5', 1250.5],
    ['an address', emailAddress(), ' Priya@Halden.EXAMPLE ', 'priya@halden.example'],
    ['one box', someOf(['call', 'quote']), 'quote', ['quote']],
    ['no box', someOf(['call', 'quote']), undefined, []],
    ['boxes twice and out of order', someOf(['call', 'quote']), ['quote', 'call', 'quote'], ['call', 'quote']],
    ['a tick', tickedBox(), 'yes', true],
    ['no tick', tickedBox(), undefined, false],
  ] as const)('%s', (_, schema, given, wanted) => {
    expect(schema.parse(given)).toEqual(wanted)
  })
})

describe('what cannot be is told in words', () => {
  test.each([
    ['a missing text', requiredText(10), '', 'Please fill in this field.'],
    ['a name that shows nothing', requiredName('Who is it?'), '\u200b', 'Who is it?'],
    ['an overlong name', requiredName(), 'a'.repeat(longestName + 1), 'Please keep this under 100 characters.'],
    [
      'a name with an address',
      requiredName(),
      'Pay at www.evil.example',
      'A name can’t contain a web or email address.',
    ],
    ['overlong text', requiredText(3), 'abcd', 'Please keep this under 3 characters.'],
    ['control characters', requiredText(10), 'a\u0007b', 'This contains characters that can’t be saved.'],
    ['a date that does not exist', isoDate(), '2026-02-30', 'This date does not exist.'],
    ['a date with dots that does not exist', isoDate(), '30.2.2026', 'This date does not exist.'],
    [
      'a date that can be read in two ways',
      isoDate(),
      '03/04/2027',
      'Please enter the date as year, month and day, for example 2027-03-15.',
    ],
    ['a missing date', isoDate(), '', 'Please enter a date.'],
    ['half a day', wholeNumber(0, 10), '1.5', 'Please enter a whole number.'],
    ['words for a number', decimal(), 'ten', 'Please enter a number.'],
    ['decimals that would be lost', decimal(), '0,0000001', 'Please enter at most six decimal places.'],
    ['a number with its unit', decimal(), '5 days', 'Please enter only a number, without words.'],
    ['a missing number', decimal(), '', 'Please enter a number.'],
    [
      'a missing value that has a name',
      decimal('Please enter the measured value.'),
      ' ',
      'Please enter the measured value.',
    ],
    [
      'words for a value that has a name',
      decimal('Please enter the measured value.'),
      'drei',
      'Please enter a number.',
    ],
    ['no address', emailAddress(), 'priya', 'This is not an email address.'],
  ] as const)('%s', (_, schema, given, wanted) => {
    expect(messages(schema, given)[0]).toBe(wanted)
  })
})

test('what is far too long is told so, and nothing looks into it', () => {
  const marks = `a${'\u0301\u0316'.repeat(500_000)}`
  for (const typed of [marks, 'a-'.repeat(500_000)])
    expect(messages(requiredName(), typed)).toEqual(['Please keep this under 100 characters.'])
  expect(messages(decimal(), `${'1'.repeat(1_000_000)}x`)).toEqual(['Please enter a number.'])
  expect(messages(someOf(['call']), JSON.stringify(Array(60_000).fill(0)))).toEqual(['Please choose at most 100.'])
})
