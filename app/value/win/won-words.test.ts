import { describe, expect, it } from 'vitest'
import { againstPlanned, confirmedWords } from './won-words.ts'

describe('a won plan', () => {
  it('is measured against the planned date', () => {
    expect(againstPlanned('2026-10-06', '2026-10-30')).toBe('24 days before the planned date')
    expect(againstPlanned('2026-10-30', '2026-10-30')).toBe('on the planned date')
    expect(againstPlanned('2026-10-31', '2026-10-30')).toBe('1 day after the planned date')
  })
  it('says who confirmed it and who is told, with one full stop', () => {
    const won = { by: 'Priya Raman', on: '2026-10-06', reachedOn: null, winBy: '2026-10-30', announcedTo: 'the board.' }
    expect(confirmedWords(won, '2026-10-07')).toBe(
      'Confirmed by Priya Raman on 6 October, 24 days before the planned date. To be announced to the board.',
    )
    expect(confirmedWords({ ...won, reachedOn: '2026-09-30' }, '2026-10-07')).toBe(
      'Reached on 30 September, 30 days before the planned date. Confirmed by Priya Raman on 6 October. To be announced to the board.',
    )
  })
})
