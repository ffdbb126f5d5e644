import { expect, test } from 'vitest'
import type { IsoDate, LinkType } from '#app/schedule/model.ts'
import { earlierTasks } from './earlier-tasks.ts'
import { openBefore } from './open-before.ts'

type Row = Parameters<typeof openBefore>[0][number]

const task = (id: string, after: (string | [string, LinkType])[] = [], doneOn: IsoDate | null = null): Row => ({
  id,
  doneOn,
  dependsOn: after.map((it) => {
    const [other, type] = typeof it === 'string' ? ([it, 'FS'] as const) : it
    return { task: other, type, lagDays: 0 }
  }),
})

const idsBefore = (tasks: Row[], id: string) => openBefore(tasks, id).map((row) => row.id)

test('all open tasks before one are found, each once, in working order', () => {
  const tasks = [task('d', ['c', 'b']), task('c', ['b', 'a']), task('b', ['a']), task('a'), task('e', ['d'])]
  expect(idsBefore(tasks, 'd')).toEqual(['a', 'b', 'c'])
  expect(idsBefore(tasks, 'a')).toEqual([])
})

test('a done task is not counted, nor what it once waited for', () => {
  const tasks = [task('c', ['b']), task('b', ['a'], '2026-06-01' as IsoDate), task('a')]
  expect(idsBefore(tasks, 'c')).toEqual([])
})

test('a dependency on the start of a task does not ask for its finish', () => {
  const tasks = [
    task('c', [
      ['a', 'SS'],
      ['b', 'FF'],
      ['d', 'SF'],
    ]),
    task('a'),
    task('b'),
    task('d'),
  ]
  expect(idsBefore(tasks, 'c')).toEqual(['b'])
})

test('the other side’s own tasks are counted for their company, and neither named nor checked off', () => {
  const side = (row: Row, privateTo: 'vendor' | null) => ({ ...row, title: `Title of ${row.id}`, privateTo })
  const tasks = [side(task('c', ['b', 'a']), null), side(task('b', ['a']), 'vendor'), side(task('a'), null)]
  const rows = { plan: { workspace: 'Brightline', account: 'Halden Foods' }, tasks }
  expect(earlierTasks(rows, 'c', 'customer')).toEqual({
    taskId: 'c',
    open: [{ id: 'a', title: 'Title of a' }],
    kept: [{ company: 'Brightline', tasks: 1 }],
  })
  expect(earlierTasks(rows, 'c', 'vendor')).toMatchObject({ open: [{ id: 'a' }, { id: 'b' }], kept: [] })
  expect(earlierTasks(rows, 'a', 'vendor')).toBeNull()
})
