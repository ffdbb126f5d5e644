import { expect, test } from 'vitest'
import { z } from 'zod'
import { decimal, optionalWholeNumber, requiredText } from '#app/kit/field-schemas.ts'
import { habitOf, settleNumbers } from './settle-numbers.ts'

const schema = z.object({
  target: decimal(),
  baseline: decimal().optional(),
  days: optionalWholeNumber(0, 9),
  unit: requiredText(20),
})

const settledBy = (language: string) => {
  const headers = { 'accept-language': language }
  const habit = habitOf(new Request('http://firstwin.test/', { headers }))
  return settleNumbers(
    schema,
    { target: '1,250', baseline: '1.250', days: '1,250', unit: '1,250', more: '1,250' },
    habit,
  )
}

test('a number that can be read in two ways is settled by a browser in another language than English', () => {
  expect(settledBy('de-DE,de;q=0.9,en;q=0.8')).toEqual({
    target: '1.25',
    baseline: '1250',
    days: '1,250',
    unit: '1,250',
    more: '1,250',
  })
  expect(settledBy('en;q=0.5, nl')).toMatchObject({ target: '1.25' })
})

test.each(['en-US,en;q=0.9', 'en-GB,de;q=0.9', '*', '', 'de;q=0, en', 'x'.repeat(5_000), ';;;,,,q='])(
  'a browser that says “%s” leaves it to be asked',
  (language) => {
    expect(settledBy(language)).toMatchObject({ target: '1,250', baseline: '1.250' })
  },
)
