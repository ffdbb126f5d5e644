import fc from 'fast-check'
import { expect, test } from 'vitest'
import { row } from '#tests/samples/plan-rows.ts'
import { type TaskSave, editTaskEvents } from './edit-task-events.ts'
import type { ViewerSide } from '../core/viewer-side.ts'

const tasks = [
  row('shared', 'signed', { title: 'Shared task' }),
  row('other', 'signed', { title: 'Other shared task' }),
  row('own', 'signed', { title: 'Own secret', privateTo: 'vendor' }),
  row('second', 'signed', { title: 'Second secret', privateTo: 'vendor' }),
]
const link = (task: string) => ({ task, lagDays: 0, type: 'FS' as const })
const named = (task: string, title: string) => ({ ...link(task), title })

const save = (over: Partial<TaskSave> = {}): TaskSave => ({
  own: 'vendor',
  task: { id: 'shared', title: 'Shared task', privateTo: null },
  next: { title: 'Shared task', privateTo: null },
  changes: {},
  links: null,
  introduces: {},
  tasks,
  ...over,
})

const days = { durationDays: { before: 5, after: 9 } }

test('one save that also touches a private link is cut: both sides read the days, one side the link', () => {
  const links = { before: [link('other')], after: [link('other'), link('own')] }
  expect(editTaskEvents(save({ changes: days, links }))).toEqual([
    { event: 'task changed', subjectId: 'shared', subject: 'Shared task', visibleTo: null, changes: days },
    {
      event: 'task changed',
      subjectId: 'shared',
      subject: 'Shared task',
      visibleTo: 'vendor',
      changes: {
        dependsOn: {
          before: [named('other', 'Other shared task')],
          after: [named('other', 'Other shared task'), named('own', 'Own secret')],
        },
      },
    },
  ])
})

test('a shared task that becomes private is removed before both sides’ eyes, what else was typed is its side’s', () => {
  const next = { title: 'Secret now', privateTo: 'vendor' as const }
  const changes = { title: { before: 'Shared task', after: 'Secret now' } }
  expect(editTaskEvents(save({ next, changes }))).toMatchObject([
    { event: 'task made private', subject: 'Shared task' },
    { event: 'task changed', subject: 'Secret now', visibleTo: 'vendor', changes },
  ])
})

test('a private task that is shared comes to the other side without what it was before', () => {
  const task = { id: 'own', title: 'Own secret', privateTo: 'vendor' as const }
  const events = editTaskEvents(
    save({
      task,
      next: { title: 'For both', privateTo: null },
      changes: days,
      introduces: { durationDays: { before: null, after: 9 } },
    }),
  )
  expect(events).toMatchObject([
    {
      event: 'task shared',
      subject: 'For both',
      changes: { durationDays: { before: null, after: 9 } },
    },
    { event: 'task changed', visibleTo: 'vendor', changes: days },
  ])
})

const side = fc.constantFrom<ViewerSide | null>(null, 'vendor')
const linkList = fc.subarray(['other', 'own', 'second']).map((ids) => ids.map(link))

test('whatever is saved: the other side reads nothing of what is private, and every change of what is shared', () => {
  fc.assert(
    fc.property(side, side, linkList, linkList, fc.boolean(), (was, becomes, before, after, longer) => {
      const changes: TaskSave['changes'] = longer ? days : {}
      const task = { id: 'shared', title: was ? 'Hidden title' : 'Shared task', privateTo: was }
      const next = { title: becomes ? 'Hidden title' : 'Shared task', privateTo: becomes }
      const events = editTaskEvents(save({ task, next, changes, links: { before, after } }))
      const read = events.filter(({ visibleTo }) => !visibleTo)
      expect(JSON.stringify(read)).not.toMatch(/secret|Hidden title/)
      if (was === null && becomes === null) {
        const told = Object.assign({}, ...read.map((event) => event.changes)) as TaskSave['changes']
        const hasOther = (links: readonly { task: string }[]) => links.some((it) => it.task === 'other')
        expect('durationDays' in told).toBe(longer)
        expect('dependsOn' in told).toBe(hasOther(before) !== hasOther(after))
      }
      if (was !== becomes) expect(read).toHaveLength(1)
    }),
  )
})
