import { expect, test } from 'vitest'
import { movesOf } from './moves.ts'

test('a list’s members move by one place, never past its ends', () => {
  const ids = ['a', 'b', 'c']
  expect(movesOf(ids, 'a')).toEqual({ down: 'b' })
  expect(movesOf(ids, 'b')).toEqual({ up: null, down: 'c' })
  expect(movesOf(ids, 'c')).toEqual({ up: 'a' })
  expect(movesOf(ids, 'd')).toEqual({})
})
