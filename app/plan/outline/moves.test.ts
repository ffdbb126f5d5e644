import { expect, test } from 'vitest'
import { movesOf, moveItems } from './moves.ts'

test('a list’s members move by one place, never past its ends', () => {
  const ids = ['a', 'b', 'c']
  expect(movesOf(ids, 'a')).toEqual({ down: 'b' })
  expect(movesOf(ids, 'b')).toEqual({ up: null, down: 'c' })
  expect(movesOf(ids, 'c')).toEqual({ up: 'a' })
  expect(movesOf(ids, 'd')).toEqual({})
})

test('members come below another, first or last, in the order that they are given in', () => {
  const others = [{ id: 'a' }, { id: 'b' }, { id: 'c' }]
  const placed = (after: string | null | undefined) =>
    moveItems(others, [{ id: 'y' }, { id: 'x' }], after)
      .map(({ id }) => id)
      .join('')
  expect(placed('b')).toBe('abyxc')
  expect(placed(null)).toBe('yxabc')
  expect(placed(undefined)).toBe('abcyx')
})
