import { expect, test } from 'vitest'
import { whoMayRecordWords } from './who-may-record-words.ts'

const open = {
  win: { confirmers: ['Priya Raman', 'Tom Weiss'] },
  account: 'Halden Foods',
  measured: null,
  closed: null,
}

test('names who confirms', () => {
  expect(whoMayRecordWords(open)).toBe('Only Halden Foods can confirm the first win: Priya Raman or Tom Weiss.')
})

test('says when there is no champion yet, when the plan is closed and when it is done', () => {
  expect(whoMayRecordWords({ ...open, win: { confirmers: [] } })).toMatch(/No one has been invited as champion yet/)
  expect(whoMayRecordWords({ ...open, closed: 'lost' })).toMatch(/closed/)
  expect(whoMayRecordWords({ ...open, closed: 'archived' })).toMatch(/archived/)
  expect(whoMayRecordWords({ ...open, measured: 1 })).toMatch(/is confirmed/)
})
