import { describe, expect, it } from 'vitest'
import { errorWords } from './error-words.ts'
import { refusalMessageOf } from './refused-answer.ts'

describe('words for errors', () => {
  it('says what the answer says, below 500', () => {
    expect(errorWords(403, 'Only the champion confirms the first win.').text).toBe(
      'Only the champion confirms the first win.',
    )
    expect(errorWords(404).title).toBe('Page not found')
    expect(errorWords(418).title).toBe('That did not work')
  })
  it('explains the sign-in form in its own words', () => {
    expect(errorWords(401, 'Please sign in first.').text).toContain('a link that brings you back here')
  })
  it('never shows what a fault says: that may hold anything', () => {
    const words = errorWords(500, 'relation "plans" does not exist')
    expect(`${words.title} ${words.text}`).not.toContain('relation')
  })
  it('claims nothing of what it cannot know: that something was noted, or that nothing was lost', () => {
    for (const status of [0, 400, 404, 409, 418, 422, 500, 502, 503, 504])
      expect(errorWords(status).text).not.toMatch(/noted|lost|saved/i)
  })
  it('takes only a message out of an answer', () => {
    expect(refusalMessageOf({ message: 'No.' })).toBe('No.')
    expect(refusalMessageOf({ message: '' })).toBeUndefined()
    expect(refusalMessageOf('<html>')).toBeUndefined()
    expect(refusalMessageOf(null)).toBeUndefined()
  })
})
