import { expect, test } from 'vitest'
import { earlierWords } from './earlier-words.ts'

test('the question counts the tasks and names the first of them', () => {
  expect(earlierWords.question(1)).toBe('1 earlier task is open. Mark it done too?')
  expect(earlierWords.question(3)).toBe('3 earlier tasks are open. Mark them done too?')
  expect(earlierWords.names(['A', 'B', 'C']).replaceAll(/[\u2066-\u2069]/g, '')).toBe('“A”, “B” and “C”')
  expect(earlierWords.names(['A', 'B', 'C', 'D', 'E']).replaceAll(/[\u2066-\u2069]/g, '')).toBe(
    '“A”, “B”, “C” and 2 more',
  )
})

test('tasks that the other side keeps private are counted, with who can check them off', () => {
  expect(earlierWords.kept({ company: 'Halden', tasks: 1 })).toBe(
    '1 earlier private task of Halden is open. Only Halden can mark it done.',
  )
  expect(earlierWords.kept({ company: 'Halden', tasks: 2 })).toBe(
    '2 earlier private tasks of Halden are open. Only Halden can mark them done.',
  )
})
