import { expect, test } from 'vitest'
import type { IsoDate } from '#app/schedule/model.ts'
import { adviceGroups } from './advice-groups.ts'

const shorter = { text: 'A shorter test', edits: [{ field: 'durationDays', task: 'a', value: 3 } as const] }
const later = { text: 'Go-live later', edits: [{ field: 'criticalDate', value: '2026-09-20' as IsoDate } as const] }

test('what moves the go-live or the win is not among what keeps the date', () => {
  expect(adviceGroups([later, shorter])).toEqual([
    { heading: 'Any of these keeps the date:', advice: [shorter] },
    { heading: 'Or agree on a later date:', advice: [later] },
  ])
  expect(adviceGroups([shorter])).toHaveLength(1)
  expect(adviceGroups([])).toEqual([])
})
