import { expect, test } from 'vitest'
import { day } from '#tests/samples/plan-rows.ts'
import { type NewsEvent, newsFrom } from './news-from.ts'

const at = '2026-06-16T08:00:00Z'
const eventOf = (number: number, more: Partial<NewsEvent>): NewsEvent => ({
  ...{ number, at, actorId: 'mara', by: 'Mara Keller', event: 'task changed', subjectId: `t${number}`, subject: 'X' },
  changes: {},
  ...more,
})
const undone = (number: number, after: string, subjectId = `s${number}`) =>
  eventOf(number, { event: 'change undone', subjectId, changes: { undone: { before: null, after } } })
const told = { planId: 'plan', number: 9, today: day('2026-06-17'), sinceOn: day('2026-06-15'), mostEvents: 3 }
const sentenceOf = (events: NewsEvent[]) => newsFrom(events, told)?.changes[0]?.sentence

test('a change is told by its first event, and of the others only tasks are counted, each once', () => {
  expect(sentenceOf([eventOf(1, {}), eventOf(2, {})])).toBe('Mara Keller changed “X” and 1 other task.')
  expect(sentenceOf([undone(1, 'task changed'), undone(2, 'task changed'), undone(3, 'terms changed', 'plan')])).toBe(
    'Mara Keller undid the change to “X” and 1 other task.',
  )
  expect(sentenceOf([undone(1, 'milestone added'), undone(2, 'task changed')])).toBe(
    'Mara Keller undid the change to “X”.',
  )
})

test('more changes than are counted are told only where one was left out', () => {
  const four = [1, 2, 3, 4].map((number) => eventOf(number, {}))
  expect(newsFrom(four, told), 'all of one change').toMatchObject({ count: 1, isMore: false })
  const [first, ...others] = four.map((event, index) => ({ ...event, at: `2026-06-16T08:0${index}:00Z` }))
  expect(newsFrom(others, told)).toMatchObject({ count: 3, isMore: false })
  expect(newsFrom(first ? [first, ...others] : [], told)).toMatchObject({ count: 3, isMore: true })
})
