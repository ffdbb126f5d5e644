import { describe, expect, test } from 'vitest'
import { callsLeft, standingOfRequest } from './call-rules.ts'
import { readWallTime } from './read-wall-time.ts'

const now = new Date('2026-06-17T08:00:00Z')
const at = (time: string) => new Date(`2026-06-${time}:00Z`)
const asked = {
  state: 'asked',
  times: [at('16T12:00'), at('17T07:00'), at('18T12:00')],
  chosenAt: null,
  tookPlace: null,
}
const accepted = { ...asked, state: 'accepted', chosenAt: at('18T12:00') }

describe('how a request stands', () => {
  test.each([
    ['waits while one of its times is ahead', asked, 'open'],
    ['has lapsed when all have passed', { ...asked, times: [at('16T12:00'), at('17T08:00')] }, 'lapsed'],
    ['is planned until the call is over', { ...accepted, chosenAt: at('17T07:31') }, 'planned'],
    ['is over half an hour after it began', { ...accepted, chosenAt: at('17T07:30') }, 'over'],
    ['took place', { ...accepted, tookPlace: true }, 'took place'],
    ['did not take place', { ...accepted, tookPlace: false }, 'did not take place'],
    ['is declined', { ...asked, state: 'declined' }, 'declined'],
    ['is withdrawn', { ...accepted, state: 'withdrawn' }, 'withdrawn'],
    ['is cancelled', { ...asked, state: 'cancelled' }, 'cancelled'],
    ['ends with the consent', { ...accepted, state: 'ended' }, 'ended'],
  ] as const)('%s', (_, request, standing) => {
    expect(standingOfRequest(request, now)).toBe(standing)
  })
})

describe('calls left', () => {
  test('are two a quarter where the champion set no limit', () => {
    expect([0, 1, 2, 3].map((taken) => callsLeft(null, taken))).toEqual([2, 1, 0, 0])
  })
  test('are as many as the champion allows, none included', () => {
    expect(callsLeft(5, 1)).toBe(4)
    expect(callsLeft(0, 0)).toBe(0)
  })
})

describe('a proposed time', () => {
  test('is a moment in its zone', () => {
    expect(readWallTime('2026-06-23T14:00', 'Europe/Berlin')).toEqual(new Date('2026-06-23T12:00:00Z'))
    expect(readWallTime('2026-06-23T14:00:00', 'Asia/Kolkata')).toEqual(new Date('2026-06-23T08:30:00Z'))
    expect(readWallTime('2026-12-31T23:30', 'America/New_York')).toEqual(new Date('2027-01-01T04:30:00Z'))
  })
  test('is none where clocks skip it, nor on a day that does not exist', () => {
    expect(readWallTime('2027-03-28T02:30', 'Europe/Berlin')).toBeNull()
    expect(readWallTime('2027-02-30T12:00', 'Europe/Berlin')).toBeNull()
  })
})
