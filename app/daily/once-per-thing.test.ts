import { expect, test } from 'vitest'
import type { StoredNotice } from '#app/outbox/notice-kinds.ts'
import { noticesOf } from '#tests/samples/notices.ts'
import { oncePerThing } from './once-per-thing.ts'

const id = '0b0e7a52-9a5c-4f0e-8a0e-000000000001'
const samples = noticesOf('x', { codeId: id, planIds: [id, id] })
const plan = { workspace: 'x', name: 'x', project: 'x' }
const corrected = (from: number, to: number): { told: StoredNotice } => ({
  told: {
    kind: 'win-corrected',
    facts: {
      ...samples['win-corrected'].facts,
      before: { statement: 'x', measured: from, unit: 'x' },
      statement: 'x',
      measured: to,
      unit: 'x',
    },
  },
})
const sentBack = (task: string, reason: string): { told: StoredNotice } => ({
  told: { kind: 'task-sent-back', facts: { ...plan, account: 'x', task, reason, by: 'x', doBy: '2026-07-01' } },
})

test('several changes of one thing are one, from the first value to the last', () => {
  expect(oncePerThing([corrected(5, 4), corrected(4, 3)])).toMatchObject([
    { told: { facts: { before: { measured: 5 }, measured: 3 } } },
  ])
})

test('a change that was taken back leaves none', () => {
  expect(oncePerThing([corrected(5, 4), corrected(4, 5)])).toEqual([])
})

test('what is said twice of one thing is told once, as it was said last; other things stay', () => {
  const notices = [sentBack('Legal', 'Page one'), sentBack('Scope', 'Too short'), sentBack('Legal', 'Page two')]
  expect(oncePerThing(notices)).toEqual([notices[2], notices[1]])
})

test('a role that was changed twice is told once, from the first to the last, and not if it is what it was', () => {
  const changed = (before: string, after: string | null, email = 'ines@halden.example'): { told: StoredNotice } => ({
    told: { kind: 'participant-changed', facts: { ...plan, person: 'x', by: 'x', before, after, email } },
  })
  expect(oncePerThing([changed('viewer', 'contributor'), changed('contributor', null)])).toMatchObject([
    { told: { facts: { before: 'viewer', after: null } } },
  ])
  expect(oncePerThing([changed('viewer', 'contributor'), changed('contributor', 'viewer')])).toEqual([])
  expect(oncePerThing([changed('viewer', null), changed('viewer', null, 'tom@halden.example')])).toHaveLength(2)
})
