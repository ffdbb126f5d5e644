import { expect, test } from 'vitest'
import { typedIn } from './typed-in.ts'

test('what somebody typed is told from what the form carries', () => {
  expect(
    typedIn({
      idempotencyKey: 'key',
      intent: 'edit-terms',
      'seen.ifMissed': 'before',
      taskId: '6f9619ff-8b86-4011-b42d-00c04fc964ff',
      ifMissed: 'Twelve people close by hand.',
      note: '',
      kinds: ['logo', 'call'],
    }),
  ).toEqual([
    { label: 'If missed', text: 'Twelve people close by hand.' },
    { label: 'Kinds', text: 'logo, call' },
  ])
})
