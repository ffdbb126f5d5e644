import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { eventCatalogue } from './catalogue.ts'
import { readEvent, readEventWithFaults } from './read-event.ts'

const completed = { event: 'task completed', subjectId: null, subject: 'Contract at Legal' }
const doneOn = { before: null, after: '2026-06-18' }

test('an event is written with all its required fields, as data, and nothing else', () => {
  const { written } = eventCatalogue['task completed']
  const isTaken = (changes: object) => written.safeParse(changes).success
  expect(isTaken({ doneOn })).toBe(true)
  expect(isTaken({})).toBe(false)
  expect(isTaken({ doneOn, owner: { before: null, after: 'Sam Ortiz' } })).toBe(false)
  expect(isTaken({ doneOn: { before: null, after: '18 June' } })).toBe(false)
  expect(isTaken({ doneOn: { before: null, after: { words: '18 June' } } })).toBe(false)
})

test('an event is read without what was erased of it, and with words from when there were only words', () => {
  expect(readEvent({ ...completed, changes: {} })).toEqual({ ...completed, changes: {} })
  const changes = { doneOn: { before: null, after: { words: '18 June' } } }
  expect(readEvent({ ...completed, changes })).toEqual({ ...completed, changes })
  expect(readEvent({ ...completed, changes: { doneOn, colour: { before: 'red', after: 'blue' } } })?.changes).toEqual({
    doneOn,
  })
})

test('what the catalogue does not know is no event', () => {
  expect(readEvent({ ...completed, event: 'task turned round', changes: {} })).toBeNull()
  expect(readEvent({ ...completed, event: 'toString', changes: {} })).toBeNull()
})

test('a field that cannot be read hides itself alone, and is named', () => {
  const changed = { event: 'task changed', subjectId: null, subject: 'Contract at Legal' }
  const title = { before: 'Contract', after: 'Contract at Legal' }
  const durationDays = { before: 5, after: 'a week' }
  expect(readEventWithFaults({ ...changed, changes: { title, durationDays, side: 'both' } })).toEqual({
    event: { ...changed, changes: { title } },
    unread: ['task changed: side', 'task changed: durationDays'],
  })
  for (const changes of [null, 'nothing', [doneOn]])
    expect(readEventWithFaults({ ...completed, changes })).toEqual({
      event: { ...completed, changes: {} },
      unread: ['task completed: changes'],
    })
})

test('every event of the catalogue is recorded by some command', () => {
  const app = resolve(import.meta.dirname, '../..')
  const sources = readdirSync(app, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.ts$/.test(file) && !/\.test\.ts$|^runner\/|activity-words/.test(file))
    .map((file) => readFileSync(join(app, file), 'utf8'))
  expect(Object.keys(eventCatalogue).filter((name) => !sources.some((source) => source.includes(`'${name}'`)))).toEqual(
    [],
  )
})
