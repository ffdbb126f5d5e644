import { expect, test } from 'vitest'
import { taskContradictions } from './task-contradictions.ts'

const fieldsOf = (task: Parameters<typeof taskContradictions>[0]) => taskContradictions(task).map(({ field }) => field)

test('all that contradicts itself within a task is told at once', () => {
  const task = {
    owner: 'else',
    ownerName: null,
    notBefore: '2026-07-10',
    notAfter: '2026-07-09',
    atBest: 2,
    atWorst: null,
  }
  expect(fieldsOf(task)).toEqual(['ownerName', 'notAfter', 'atWorst'])
  expect(fieldsOf({ atBest: null, atWorst: 5 })).toEqual(['atBest'])
})

test('what is not said, or cannot be read, contradicts nothing', () => {
  expect(fieldsOf({})).toEqual([])
  expect(fieldsOf({ owner: 'else', notBefore: '2026-07-10', atBest: 2 })).toEqual([])
  expect(fieldsOf({ notBefore: '2026-07-10', notAfter: '2026-07-10', atBest: null, atWorst: null })).toEqual([])
})
