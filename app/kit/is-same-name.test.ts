import { expect, test } from 'vitest'
import { isSameName } from './is-same-name.ts'

test('a name is the same in any case and with any spaces, and no other', () => {
  expect(isSameName(' ÉLODIE  Martin', 'élodie martin ')).toBe(true)
  expect(isSameName('Élodie Martin', 'Elodie Martin')).toBe(false)
  expect(isSameName('Élodie Martin', 'Élodie')).toBe(false)
})
