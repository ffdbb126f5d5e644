import { describe, expect, test } from 'vitest'
import { sampleTask } from '#tests/samples/plan.ts'
import { isCellChanged, nextStatuses, cellPostOf } from './cells.ts'

const seen = {
  title: 'Kick-off',
  side: 'vendor',
  status: 'open',
  owner: '',
  durationDays: '5',
  notBefore: '2026-06-20',
  notAfter: '',
}
const edited = { taskId: 't', today: '2026-06-17', seen }

describe('what a cell posts', () => {
  test('is its own fields with what was seen of them, so that all others keep what is stored', () => {
    expect(cellPostOf({ ...edited, cell: 'title', typed: { title: 'Kick-off on site' } })).toEqual({
      intent: 'edit-task',
      taskId: 't',
      title: 'Kick-off on site',
      'seen.title': 'Kick-off',
    })
  })
  test('tells an emptied date, which was seen, from one that was never there', () => {
    const typed = { durationDays: '5', notBefore: '', notAfter: '', 'typed.notBefore': 'removed' }
    expect(cellPostOf({ ...edited, cell: 'dates', typed })).toMatchObject({
      'seen.notBefore': '2026-06-20',
      'typed.notBefore': 'removed',
    })
  })
  test('is the command of a status', () => {
    const intent = (status: string, before = 'open') =>
      cellPostOf({ ...edited, seen: { ...seen, status: before }, cell: 'status', typed: { status } })
    expect(intent('started')).toEqual({ intent: 'start-task', taskId: 't', startedOn: '2026-06-17' })
    expect(intent('done')).toEqual({ intent: 'complete-task', taskId: 't' })
    expect(intent('started', 'done')).toEqual({ intent: 'reopen-task', taskId: 't' })
  })
})

test('nothing is posted where nothing changed, but a date that cannot be read is', () => {
  const typed = { durationDays: '5', notBefore: '2026-06-20', notAfter: '' }
  expect(isCellChanged('dates', typed, seen)).toBe(false)
  expect(isCellChanged('dates', { ...typed, notAfter: '2026-07-01' }, seen)).toBe(true)
  expect(isCellChanged('dates', { ...typed, 'typed.notAfter': 'unread' }, seen)).toBe(true)
})

test('a task that was started stays so when its check-off is taken back', () => {
  const next = (status: 'open' | 'started' | 'done', startedOn: string | null) =>
    nextStatuses(sampleTask({ id: 't', status, startedOn: startedOn as ReturnType<typeof sampleTask>['startedOn'] }))
  expect(next('open', null)).toEqual(['open', 'started', 'done'])
  expect(next('started', '2026-06-12')).toEqual(['started', 'done'])
  expect(next('done', '2026-06-12')).toEqual(['started', 'done'])
  expect(next('done', null)).toEqual(['open', 'done'])
})
