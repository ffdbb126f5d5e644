import { expect, test } from 'vitest'
import { goesAllTheSame } from './goes-all-the-same.ts'

const since = new Date('2026-06-17T08:00:00Z')
const soon = new Date('2026-06-17T09:00:00Z')
const nextDay = new Date('2026-06-18T08:00:00Z')

test('after a complaint only what someone asks for themselves is sent', () => {
  const complained = { reason: 'complained', since } as const
  expect(goesAllTheSame('sign-in', complained, soon)).toBe(true)
  expect(goesAllTheSame('sign-in-code', complained, soon)).toBe(true)
  for (const kind of ['daily', 'invitation', 'win-confirmed', 'security-notice'])
    expect(goesAllTheSame(kind, complained, nextDay), kind).toBe(false)
})

test('after a bounce nothing is sent for a day, then sign-in links are tried again', () => {
  const bounced = { reason: 'bounced', since } as const
  expect(goesAllTheSame('sign-in', bounced, soon)).toBe(false)
  expect(goesAllTheSame('sign-in', bounced, nextDay)).toBe(true)
  expect(goesAllTheSame('daily', bounced, nextDay)).toBe(false)
})
