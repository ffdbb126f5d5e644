import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { type Draft, draftName, endDrafts, noteSent, noteTaken, readDraft, sweepDrafts, writeDraft } from './drafts.ts'

const draft = (at = '2026-06-15T09:00:00.000Z'): Draft => ({ at, values: { reason: ['Because'] }, seen: {} })
const now = new Date('2026-06-16T09:00:00.000Z')
const mine = draftName('person-1', '/plans/1/terms', 'edit-terms', [])

/** The browser's storage in memory. */
class MapStorage {
  [name: string]: unknown
  getItem = (name: string) => (this[name] as string | undefined) ?? null
  setItem = (name: string, value: string) => void (this[name] = value)
  removeItem = (name: string) => void Reflect.deleteProperty(this, name)
}

beforeEach(() => void vi.stubGlobal('localStorage', new MapStorage()))
afterEach(() => void vi.unstubAllGlobals())

test('a draft is found again under its person, page and form, and under nothing else', () => {
  writeDraft(mine, draft())
  expect(readDraft(mine)).toEqual(draft())
  expect(readDraft(draftName('person-2', '/plans/1/terms', 'edit-terms', []))).toBeNull()
  expect(readDraft(draftName('person-1', '/plans/2/terms', 'edit-terms', []))).toBeNull()
  expect(readDraft(draftName('person-1', '/plans/1/terms', 'edit-terms', ['a task']))).toBeNull()
})

test('a draft goes when its form was taken, or the choice that settled its conflict, and not before', () => {
  writeDraft(mine, draft())
  noteSent('key-1', mine)
  noteTaken('key-10')
  expect(readDraft(mine)).not.toBeNull()
  noteTaken('key-1:reason:yours')
  expect(readDraft(mine)).toBeNull()
})

test('what is no draft, is too large, or cannot be kept is passed over', () => {
  localStorage.setItem(mine, '{"half":')
  expect(readDraft(mine)).toBeNull()
  writeDraft(mine, { ...draft(), values: { reason: ['x'.repeat(300_000)] } })
  expect(readDraft(mine)).toBeNull()
  vi.stubGlobal('localStorage', undefined)
  writeDraft(mine, draft())
  expect(readDraft(mine)).toBeNull()
  sweepDrafts('person-1', now)
})

test('drafts of someone else and old ones are swept, all of them at sign-out', () => {
  const theirs = draftName('person-2', '/plans/1/terms', 'edit-terms', [])
  const old = draftName('person-1', '/plans/3/terms', 'edit-terms', [])
  writeDraft(mine, draft())
  writeDraft(theirs, draft())
  writeDraft(old, draft('2026-05-01T09:00:00.000Z'))
  sweepDrafts('person-1', now)
  expect([mine, theirs, old].map((name) => readDraft(name) !== null)).toEqual([true, false, false])
  endDrafts()
  expect(readDraft(mine)).toBeNull()
  writeDraft(mine, draft())
  expect(readDraft(mine), 'the page that signed out keeps nothing more').toBeNull()
})
