import { expect, test } from 'vitest'
import { niceIncrement } from './nice-increment.ts'

test('a thread gives way to its process, and never ends at the nice value that stands for an error', () => {
  const priorities = Array.from({ length: 40 }, (_, at) => at - 20)
  for (const priority of priorities) {
    const increment = niceIncrement(priority)
    expect(increment, `from ${priority}`).toBeGreaterThanOrEqual(5)
    expect(priority + increment, `from ${priority}`).not.toBe(-1)
  }
})
