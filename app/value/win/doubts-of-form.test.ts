import { expect, test } from 'vitest'
import { doubtsOfForm } from './doubts-of-form.ts'

const form = {
  statement: 'We did it.',
  measure: 'Mood',
  unit: 'better',
  winBy: '2026-10-30',
  criticalDate: '2026-09-15',
}
const seen = Object.fromEntries(Object.entries(form).map(([name, value]) => [`seen.${name}`, value]))

test('a form is doubted where its sender changed something of the win', () => {
  expect(doubtsOfForm({ ...form, ...seen, 'seen.unit': 'days' }, [5])).toEqual(['unmeasurable'])
  expect(doubtsOfForm({ ...form, ...seen, project: 'Another name' }, [5])).toEqual([])
})
