import { expect, test } from 'vitest'
import { pageTitle } from './page-title.ts'

test('a tab is named after its page and, where it belongs to a plan, after that', () => {
  expect(pageTitle('Plans')).toBe('Plans · Firstwin')
  expect(pageTitle('Activity', 'Faster month-end close')).toBe('Activity · Faster month-end close · Firstwin')
  expect(pageTitle(undefined)).toBe('Firstwin')
})
