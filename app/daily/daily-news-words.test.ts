import { expect, test } from 'vitest'
import { dailyNewsOf } from './daily-news-words.ts'

test('services read which first win waits for their look, and who wrote it', () => {
  const facts = { by: 'Mara Keller', statement: 'We closed the books in one day.' }
  expect(dailyNewsOf({ kind: 'win-to-look-at', facts }, { today: '2026-06-17', dueOn: new Map() })).toEqual({
    waiting: [],
    news: [
      'Mara Keller wrote the first win: “We closed the books in one day.” No one from services has looked at it yet',
    ],
  })
})
