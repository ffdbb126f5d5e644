import { describe, expect, test } from 'vitest'
import { hour, minute } from '#app/kit/durations.ts'
import { type Visit, noteEvery, visitAfter, visitGap } from './visit.ts'

const at = (ms: number) => new Date(Date.UTC(2026, 5, 17, 8) + ms)
const visit: Visit = { sinceNumber: 4, sinceAt: at(-48 * hour), seenNumber: 6, seenAt: at(0) }

describe('what is kept of a look at a plan', () => {
  test('the first one: all that is there counts as seen', () => {
    expect(visitAfter(null, { number: 6, latestByOthers: 0, now: at(0) })).toEqual({
      ...{ sinceNumber: 6, sinceAt: at(0), seenNumber: 6, seenAt: at(0) },
    })
  })
  test('nothing, where it shows nothing that others have changed', () => {
    expect(visitAfter(visit, { number: 6, latestByOthers: 6, now: at(minute) })).toBeNull()
    expect(visitAfter(visit, { number: 9, latestByOthers: 5, now: at(minute) }), 'own changes').toBeNull()
  })
  test('every ten minutes that it goes on, so that no visit ends in the middle of work', () => {
    const look = { number: 9, latestByOthers: 5 }
    expect(visitAfter(visit, { ...look, now: at(noteEvery - 1) })).toBeNull()
    const noted = visitAfter(visit, { ...look, now: at(noteEvery) })
    expect(noted).toEqual({ ...visit, seenAt: at(noteEvery) })
    const goesOn = visitAfter(noted, { ...look, now: at(visitGap + minute) })
    expect(goesOn).toMatchObject({ sinceNumber: 4, seenNumber: 6 })
  })
  test('what others changed is noted, and stays new during the visit', () => {
    expect(visitAfter(visit, { number: 8, latestByOthers: 7, now: at(minute) })).toEqual({
      ...visit,
      ...{ seenNumber: 8, seenAt: at(minute) },
    })
  })
  test('another visit, which begins where the one before ended', () => {
    const later = at(visitGap + 1)
    expect(visitAfter(visit, { number: 8, latestByOthers: 8, now: later })).toEqual({
      ...{ sinceNumber: 6, sinceAt: at(0), seenNumber: 8, seenAt: later },
    })
    expect(visitAfter(visit, { number: 6, latestByOthers: 0, now: at(visitGap) }), 'not before').toMatchObject({
      sinceNumber: 4,
    })
  })
})
