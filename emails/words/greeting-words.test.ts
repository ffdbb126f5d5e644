import { expect, it } from 'vitest'
import { greeting } from './greeting-words.ts'

it.each([
  ['Priya Raman', 'Hi Priya,'],
  ['María José Núñez', 'Hi María,'],
  ['Priya', 'Hi Priya,'],
  ['Dr. Jonas Lind', 'Hi Dr. Jonas Lind,'],
  ['Frau Keller', 'Hi Frau Keller,'],
  ['J. Lind', 'Hi J. Lind,'],
  ['Raman, Priya', 'Hi Raman, Priya,'],
  ['\u2068משה כהן\u2069', 'Hi \u2068משה\u2069,'],
])('%s is greeted as a colleague would', (name, expected) => {
  expect(greeting(name)).toEqual([expected])
})
