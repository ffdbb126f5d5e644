import { expect, test } from 'vitest'
import { isPutBack } from './is-put-back.ts'

const changes = (field: string, ...values: (string | null)[]) =>
  values.slice(1).map((after, at) => ({
    number: at + 1,
    subjectId: 'a plan',
    changes: { [field]: { before: values[at] ?? null, after } },
  }))

test.each([
  ['is as it was set', ['agreed', 'won'], false],
  ['was put back', ['agreed', 'won', 'agreed'], true],
  ['was put back and went on from there', ['agreed', 'won', 'agreed', 'under way'], true],
  ['was put back and set again', ['agreed', 'won', 'agreed', 'won'], false],
  ['went on to a third value', ['agreed', 'won', 'lost'], false],
  ['was made and removed', [null, 'a task', null], true],
  ['was changed and emptied', ['one', 'two', null], true],
])('a field that %s', (_case, values, isBack) => {
  expect(isPutBack(new Set([1]), changes('state', ...values))).toBe(isBack)
})

test('what is about another thing, and a reason that is said beside a change, takes nothing back', () => {
  const first = { number: 1, subjectId: 'a task', changes: { text: { before: null, after: 'One' } } }
  const second = { number: 2, subjectId: 'a task', changes: { text: { before: null, after: 'Two' } } }
  const removed = { number: 3, subjectId: 'a task', changes: { text: { before: 'Two', after: null } } }
  const elsewhere = { number: 4, subjectId: 'another', changes: { text: { before: 'One', after: null } } }
  expect(isPutBack(new Set([1]), [first, second, removed, elsewhere])).toBe(false)
})

test('a command that set a field twice is measured by what it began with', () => {
  expect(isPutBack(new Set([1, 2]), changes('state', 'rough', 'agreed', 'under way', 'agreed'))).toBe(false)
  expect(isPutBack(new Set([1, 2]), changes('state', 'rough', 'agreed', 'under way', 'rough'))).toBe(true)
})
