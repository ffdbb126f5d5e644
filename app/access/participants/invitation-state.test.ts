import { expect, test } from 'vitest'
import { type PersonReach, invitationState } from './invitation-state.ts'
import { reachWords } from './reach-words.ts'

const nothing: PersonReach = { blocked: null, invitation: null, openedOn: null, seenOn: null }
const words = (reach: Partial<PersonReach>) => reachWords('Jonas', { ...nothing, ...reach }, '2026-06-17')

test('a notice tells how far its email came', () => {
  expect(invitationState('waiting', null)).toBe('waiting')
  expect(invitationState('sent', null)).toBe('sent')
  expect(invitationState('sent', new Date(0))).toBe('delivered')
  expect(invitationState('set-aside', null)).toBe('failed')
  expect(invitationState('unwanted', null)).toBeNull()
})

test('one line says whether a person was reached, the newest fact first', () => {
  const sent = { invitation: { state: 'sent', on: '2026-06-14' } } as const
  expect(words({})).toBeNull()
  expect(words(sent)).toBe('Invitation sent on 14 June, not opened yet')
  expect(words({ ...sent, openedOn: '2026-06-15' })).toBe('Opened the plan on 15 June')
  expect(words({ ...sent, openedOn: '2026-06-15', seenOn: '2026-06-16' })).toBe(
    'Opened the plan on 15 June, last seen on 16 June',
  )
  expect(words({ openedOn: '2026-06-15', blocked: 'bounced' })).toMatch(/^Jonas gets no emails/)
  expect(words({ blocked: 'complained' })).toMatch(/spam/)
})
