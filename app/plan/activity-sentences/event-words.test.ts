import { expect, test } from 'vitest'
import { type EventName, type ReadEvent, eventCatalogue } from '#app/runner/events/catalogue.ts'
import { isEventName, readEvent } from '#app/runner/events/read-event.ts'
import { changeWords } from './event-change-words.ts'
import { eventSentence, eventWords, you } from './event-words.ts'

const naming = {
  regionName: (code: string) => `the region ${code}`,
  companies: { vendor: 'Brightline', customer: 'Halden Foods' },
}
const names = Object.keys(eventCatalogue).filter(isEventName)

const read = (event: EventName, changes: object = {}, subject = 'Subject'): ReadEvent => {
  const found = readEvent({ event, subjectId: null, subject, changes })
  if (!found) throw new Error(`${event} cannot be read`)
  return found
}

test('every event has a sentence of its own, and one that is unknown is some change', () => {
  const sentences = names.map((name) => eventWords(read(name), 'Ana'))
  expect(sentences.filter((sentence) => !/^Ana [a-z].{5,}[^:]$/.test(sentence))).toEqual([])
  expect(sentences.filter((sentence) => names.some((name) => sentence.startsWith(`Ana ${name}`)))).toEqual([])
  expect(
    eventWords(readEvent({ event: 'plan turned round', subjectId: null, subject: 'Subject', changes: {} }), you),
  ).toBe('You made a change')
})

test('a sentence by itself says who did what, the reader too', () => {
  expect(eventSentence(read('task completed'), you)).toBe('You checked off “Subject”.')
  expect(eventSentence(read('result asked', { resultAsks: { before: 'file', after: null } }), you)).toBe(
    'You cancelled the request for a result of “Subject”.',
  )
})

test('the full stop of a title ends no sentence of ours', () => {
  expect(eventWords(read('task changed', {}, 'Sign it.'), 'Ana')).toBe('Ana changed “Sign it”')
  expect(eventWords(read('first win confirmed', {}, '„Wir schließen in einem Tag.“'), 'Ana')).toBe(
    'Ana confirmed the first win “Wir schließen in einem Tag”',
  )
  expect(eventWords(read('task changed', {}, 'And so on...'), 'Ana')).toBe('Ana changed “And so on...”')
})

test('a change is told with its label and both values, and the number of the terms is left out', () => {
  const values = { doneOn: { before: null, after: '2026-06-18' }, private: { before: false, after: true } }
  expect(changeWords(read('task changed', values), naming)).toEqual([
    { label: 'Done on', before: '', after: '18 June 2026' },
    { label: 'Private', before: 'no', after: 'yes' },
  ])
  expect(changeWords(read('plan under way', { state: { before: 'rough', after: 'under way' } }), naming)).toEqual([
    { label: 'State', before: 'draft', after: 'under way' },
  ])
  expect(changeWords(read('plan agreed to', { termsVersion: { before: 1, after: 2 } }), naming)).toEqual([])
})

test('the baseline of the first win is told; the version that both sides agreed to is linked instead', () => {
  expect(changeWords(read('terms changed', { baseline: { before: 30, after: 20 } }), naming)).toEqual([
    { label: 'Baseline', before: '30', after: '20' },
  ])
  expect(changeWords(read('plan agreed by both sides', { agreedVersion: { before: 1, after: 2 } }), naming)).toEqual([])
})

test('lists of data are told in words', () => {
  const task = '0197a3b2-0000-7000-8000-000000000001'
  const links = [{ task, title: 'Scope', type: 'FS', lagDays: 2 }]
  const sittings = { every: 'month', nth: 2, weekday: 2, name: null, notIn: [], notOn: [] }
  const before = null
  const told = [
    ...changeWords(
      read('task changed', { dependsOn: { before: [], after: links }, sittings: { before, after: sittings } }),
      naming,
    ),
    ...changeWords(
      read('calendar changed', {
        vendorWorkweek: { before: [1, 2, 3, 4, 5], after: [1, 2] },
        vendorRegion: { before, after: { region: 'DE-BY' } },
        vendorClosed: { before: [], after: [{ from: '2026-12-24', to: '2026-12-31', why: 'Holidays' }] },
        vendorDays: { before: [], after: [{ date: '2026-12-19', why: 'Stocktaking' }] },
      }),
      naming,
    ),
  ]
  expect(told.map(({ before: was, after }) => [was, after.replace(/[\u2066-\u2069]/g, '')])).toEqual([
    ['', 'Scope: starts at least 2 working days after it finishes'],
    ['', 'second Tuesday of the month'],
    ['Mon, Tue, Wed, Thu, Fri', 'Mon, Tue'],
    ['', 'the region DE-BY'],
    ['', 'Holidays, 24 – 31 December 2026'],
    ['', '19 December 2026: Stocktaking'],
  ])
})

test('what a change moves is told in the same words when it is undone', () => {
  const moved = {
    movedTasks: { before: null, after: 4 },
    goLive: { before: '2026-03-12', after: '2026-03-16' },
    buffer: { before: 3, after: -1 },
  }
  const back = Object.fromEntries(
    Object.entries(moved).map(([field, { before, after }]) => [field, { before: after, after: before }]),
  )
  expect(eventWords(read('plan adjusted', moved), 'Ana', { today: '2026-02-01' })).toBe(
    'Ana applied a change: 4 tasks moved, go-live 12 → 16 March, 3 days buffer → 1 day late',
  )
  expect(eventWords(read('change undone', back), 'Ana', { today: '2026-02-01' })).toBe(
    'Ana undid a change that moved 4 tasks (go-live 12 → 16 March, 3 days buffer → 1 day late)',
  )
  expect(changeWords(read('plan adjusted', moved), naming)).toEqual([])
})

test('the sentence of a restored value names the task and the field, or the field of the plan', () => {
  const days = { durationDays: { before: 9, after: 5 } }
  expect(eventWords(read('agreed value restored', days), 'Ana').replace(/[\u2066-\u2069]/g, '')).toBe(
    'Ana restored what was agreed: Working days of “Subject”',
  )
  const winBy = { winBy: { before: '2026-06-02', after: '2026-06-01' } }
  expect(eventWords(read('agreed value restored', winBy), 'Ana')).toBe('Ana restored what was agreed: Win by')
})

test('what is stored as a name of code is told by the words that people read', () => {
  const words = (event: EventName, changes: object) =>
    changeWords(read(event, changes), naming).map(({ label, before, after }) => [label, before, after])
  expect(words('task changed', { side: { before: 'vendor', after: 'both' } })).toEqual([
    ['Side', 'Brightline', 'Both companies'],
  ])
  expect(words('consent given', { kinds: { before: [], after: ['quote', 'case-study'] } })).toEqual([
    ['Reference', '', 'Quote, Case study'],
  ])
  const closed = { state: { before: 'agreed', after: 'lost' }, reason: { before: null, after: 'other reason' } }
  expect(words('plan lost', closed)).toContainEqual(['Reason', '', 'another reason'])
  const sentBack = { reason: { before: null, after: 'other reason' } }
  expect(words('plan objected to', sentBack)).toEqual([['Reason', '', 'other reason']])
})

test('what is said about the whole plan names it no other way on its own pages', () => {
  const planId = '0197a3b2-0000-7000-8000-000000000002'
  const asked = { ...read('question asked', {}, 'Faster close'), subjectId: planId }
  expect(eventWords(asked, 'Ana', { planId })).toBe('Ana asked a question about the plan')
  expect(eventWords(asked, 'Ana')).toBe('Ana asked a question about “Faster close”')
  expect(eventWords(read('comment added', {}, 'Sign it'), 'Ana', { planId })).toBe('Ana commented on “Sign it”')
})

test('the other tasks of the same change stand after the first one, and are counted once', () => {
  const elsewhere = { milestone: { before: 'Contract signed', after: 'Go live' } }
  const completed = { doneOn: { before: null, after: '2026-06-18' }, others: { before: null, after: 2 } }
  const owner = { owner: { before: null, after: 'Ines Roth' } }
  const words = (event: EventName, changes: object, areMovedAlike = true) =>
    eventWords(read(event, changes), you, { others: { count: 2, areMovedAlike } })
  expect(words('task completed', completed)).toBe('You checked off “Subject” and 2 other tasks')
  expect(words('task added', {})).toBe('You added “Subject” and 2 other tasks')
  expect(words('task changed', owner)).toBe('You changed “Subject” and 2 other tasks')
  expect(words('task removed', {})).toBe('You deleted “Subject” and 2 other tasks')
  expect(words('task moved', elsewhere)).toBe('You moved “Subject” and 2 other tasks to the milestone “Go live”')
  expect(words('task moved', {})).toBe('You moved “Subject” and 2 other tasks within their milestone')
  expect(words('task moved', {}, false)).toBe('You moved “Subject” and 2 other tasks')
  expect(words('change undone', { undone: { before: null, after: 'task moved' } })).toBe(
    'You undid the change to “Subject” and 2 other tasks',
  )
})
