import { expect, test } from 'vitest'
import type { FormValues } from '#app/ui/form-reply.ts'
import { otherRowsIn, withOtherRows } from './other-rows.ts'
import { addTasksForm } from './add-tasks-form.server.ts'

const posted = (others: FormValues): FormValues => ({
  ...{ intent: 'add-tasks', pageKey: 'key', milestoneId: 'b', 'titles.b': 'Call IT' },
  ...others,
})

test('what was typed in other rows goes along to the page that the row leads to, and nothing else does', () => {
  const path = withOtherRows('/plans/1#task-t', posted({ 'titles.a': 'One & two\r\nThree', 'titles.c': ' ' }))
  const { pathname, searchParams, hash } = new URL(path, 'http://firstwin')
  expect([pathname, hash]).toEqual(['/plans/1', '#task-t'])
  expect(otherRowsIn(searchParams)).toEqual({
    status: 'previewed',
    values: { intent: 'add-tasks', 'titles.a': 'One & two\r\nThree' },
  })
})

test('where nothing else was typed the path is as it was, and an address without rows fills none', () => {
  expect(withOtherRows('/plans/1?show=mine#task-t', posted({ 'titles.a': '' }))).toBe('/plans/1?show=mine#task-t')
  expect(otherRowsIn(new URLSearchParams('show=mine'))).toBeUndefined()
})

test('more than an address can hold is refused instead of lost', () => {
  const { before } = addTasksForm(() => '/plans/1')
  expect(before(posted({ 'titles.a': 'x'.repeat(5_000) }))).toBeUndefined()
  expect(() => before(posted({ 'titles.a': 'x'.repeat(7_000) }))).toThrow('other milestones')
})
