import fc from 'fast-check'
import { expect, test } from 'vitest'
import { roomFor } from './timeline-scale.ts'
import { startOf, daysPerMove, zoomedScale, zooms } from './zoomed-scale.ts'

const names = (zoom: (typeof zooms)[number], today: string) =>
  zoomedScale(zoom, startOf(zoom, today)).periods.map(({ text }) => text)

test('a zoom names weeks by their Mondays, months, or quarters, and has today in view', () => {
  expect(names('weeks', '2026-06-17')).toEqual(['8 Jun 2026', '22 Jun', '6 Jul', '20 Jul'])
  expect(names('months', '2026-06-17')).toEqual(['Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov'])
  expect(names('quarters', '2026-06-17')).toEqual(['Q2', 'Q3', 'Q4', '2027', 'Q2', 'Q3'])
  for (const zoom of zooms) {
    const at = zoomedScale(zoom, startOf(zoom, '2026-06-17')).start('2026-06-17')
    expect(at, zoom).toBeGreaterThan(0)
    expect(at, zoom).toBeLessThan(30)
  }
})

test('whatever is in view, some periods are named, and no name touches another or the edge', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...zooms),
      fc.integer({ min: 20_600, max: 21_400 }),
      fc.integer({ min: -9, max: 9 }),
      (zoom, today, steps) => {
        const day = new Date(today * 86_400_000).toISOString().slice(0, 10)
        const { periods } = zoomedScale(zoom, startOf(zoom, day) + steps * daysPerMove(zoom))
        expect(periods.length).toBeGreaterThan(1)
        for (const [index, { at, text }] of periods.entries())
          expect(at + roomFor(text), text).toBeLessThanOrEqual(periods[index + 1]?.at ?? 100)
      },
    ),
    { numRuns: 2_000 },
  )
})
