import { expect, test } from 'vitest'
import { whoMayRecord } from './who-may-record.ts'

const open = {
  win: { confirmers: ['Priya Raman', 'Tom Weiss'] },
  account: 'Halden Foods',
  measured: null,
  closed: null,
}

test('names who confirms', () => {
  expect(whoMayRecord(open)).toBe('Only Halden Foods can confirm the first win: Priya Raman or Tom Weiss.')
})

test('says when there is no champion yet, when the plan is closed and when it is done', () => {
  expect(whoMayRecord({ ...open, win: { confirmers: [] } })).toMatch(/No one has been invited as champion yet/)
  expect(whoMayRecord({ ...open, closed: 'lost' })).toMatch(/closed/)
  expect(whoMayRecord({ ...open, closed: 'archived' })).toMatch(/archived/)
  expect(whoMayRecord({ ...open, measured: 1 })).toMatch(/is confirmed/)
})
