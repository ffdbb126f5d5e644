import { describe, expect, it } from 'vitest'
import { findHolidayDates, findHolidays, isRegion } from './holidays.server.ts'

describe('holidays', () => {
  it('are those of the region, sorted, each day once', () => {
    const bavaria = findHolidayDates('DE-BY', 2026, 2027) ?? []
    expect(bavaria).toContain('2026-06-04')
    expect(bavaria).toContain('2027-01-06')
    expect(findHolidayDates('DE-BE', 2026, 2026)).not.toContain('2026-06-04')
    expect(bavaria).toEqual([...new Set(bavaria)].sort())
  })

  it('are public ones that take the whole day', () => {
    expect(findHolidayDates('DE-BY', 2026, 2026)).not.toContain('2026-12-24')
    expect(findHolidayDates('US', 2027, 2027)).toContain('2027-07-05')
  })

  it('of more than one day are told day by day', () => {
    const dates = findHolidayDates('SA', 2027, 2027) ?? []
    expect(dates.filter((date) => date.startsWith('2027-03'))).toEqual([
      '2027-03-09',
      '2027-03-10',
      '2027-03-11',
      '2027-03-12',
    ])
  })

  it('belong to the year in which their days lie', () => {
    const reach = (from: number, to: number) => findHolidayDates('SZ', from, to) ?? []
    expect(reach(2027, 2027).slice(0, 2)).toEqual(['2027-01-01', '2027-01-02'])
    const years = Array.from({ length: 30 }, (_, i) => 2020 + i)
    for (const year of years) expect(reach(year, year).every((date) => date.startsWith(`${year}-`))).toBe(true)
    expect(years.flatMap((year) => reach(year, year))).toEqual(reach(2020, 2049))
  })

  it('have an English name, and the one they are called by there where it differs', () => {
    const on = (region: string, day: string) => findHolidays(region, 2026, 2026)?.find(({ date }) => date === day)
    expect(on('DE-BY', '2026-06-04')).toMatchObject({ name: 'Corpus Christi', localName: 'Fronleichnam' })
    const [, , next] = [2026, 2027, 2028].map((year) => findHolidays('DE-BY', year, year) ?? [])
    expect(next?.find(({ name }) => name === 'Corpus Christi')).toMatchObject({ localName: 'Fronleichnam' })
    expect(on('US', '2026-12-25')).toMatchObject({ name: 'Christmas Day', localName: null })
  })

  it.each(['XX', 'DE-QQ', 'US-LA-QQ', '', 'DE-BY-A-B', 'toString', 'DE-toString'])('are unknown for %j', (region) => {
    expect(isRegion(region)).toBe(false)
    expect(findHolidayDates(region, 2026, 2026)).toBeNull()
  })

  it.each(['US', 'DE-BY', 'US-LA-NO'])('are known for %s', (region) => {
    expect(isRegion(region)).toBe(true)
  })
})
