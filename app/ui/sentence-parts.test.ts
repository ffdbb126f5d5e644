import { expect, test } from 'vitest'
import { sentenceParts } from './sentence-parts.ts'

test('a sentence keeps its texts and values in the order of its template', () => {
  const bold = { bold: 'Ana' }
  expect(sentenceParts`Created by ${bold}, ${'today'}.`).toEqual(['Created by ', bold, ', ', 'today', '.'])
  expect(sentenceParts`${bold}`).toEqual(['', bold, ''])
})
