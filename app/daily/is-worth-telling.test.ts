import { describe, expect, test } from 'vitest'
import { isWorthTelling } from './is-worth-telling.ts'

const now = new Date('2026-06-17T05:05:00Z')
const daysAgo = (days: number) => new Date(now.getTime() - days * 86_400_000)

describe('a task that waits', () => {
  test('is in the email once when it can start', () => {
    expect(isWorthTelling({ id: 'a', why: 'next' }, [], now)).toBe(true)
    expect(isWorthTelling({ id: 'a', why: 'next' }, [{ task: 'a', why: 'next', at: daysAgo(30) }], now)).toBe(false)
    expect(isWorthTelling({ id: 'a', why: 'next' }, [{ task: 'b', why: 'next', at: daysAgo(1) }], now)).toBe(true)
  })
  test('is in the email again once it is due, and once it is late', () => {
    const told = [{ task: 'a', why: 'next', at: daysAgo(1) }] as const
    expect(isWorthTelling({ id: 'a', why: 'due' }, told, now)).toBe(true)
    expect(isWorthTelling({ id: 'a', why: 'late' }, [...told, { task: 'a', why: 'due', at: daysAgo(1) }], now)).toBe(
      true,
    )
  })
  test('is in the email again a week later while that stays so, and not before', () => {
    expect(isWorthTelling({ id: 'a', why: 'late' }, [{ task: 'a', why: 'late', at: daysAgo(6) }], now)).toBe(false)
    expect(isWorthTelling({ id: 'a', why: 'late' }, [{ task: 'a', why: 'late', at: daysAgo(7) }], now)).toBe(true)
  })
  test('is not new for having become less urgent', () => {
    expect(isWorthTelling({ id: 'a', why: 'next' }, [{ task: 'a', why: 'due', at: daysAgo(9) }], now)).toBe(false)
  })
})
