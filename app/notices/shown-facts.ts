import { withoutDirectionMarks } from '#db/without-direction-marks.ts'
import { isolateDirection, longestName, shownName, withoutOuterQuotes, withoutLinks } from '#app/kit/plain-text.ts'

/** What people write to each other is shown as it is. */
const freeTexts = new Set(['reason', 'text', 'quote', 'limits', 'note'])
/** Sentences and titles are one line, as long as the longest that is accepted. */
const sentences = new Set([
  ...['statement', 'winStatement', 'title', 'task', 'announcedTo', 'measure', 'personalLine'],
  ...['before', 'after', 'happened', 'fine'],
])
const longestSentence = 500
/** Emails put these in quotes, which people may have typed themselves. */
const inQuotes = new Set(['statement', 'winStatement', 'reason', 'quote', 'personalLine', 'task', 'note'])
/** Addresses that are meant to be read or are ours, and sentences that were made of shown facts already. */
const ours = new Set(['email', 'link', 'path', 'news', 'calendar'])

/**
 * The facts of a notice as an email may say them, whenever they were stored: names and titles are one line without addresses, and no
 * domain that a mail program would make a link of, so that our emails carry no one else's message, and text from right to left keeps its direction to itself. What is not named above is a name.
 */
export const shownFacts = <Facts extends object>(facts: Facts): Facts => shown(facts, '') as Facts

function shown(value: unknown, key: string): unknown {
  if (typeof value === 'string') {
    if (ours.has(key)) return value
    const typed = inQuotes.has(key) ? withoutOuterQuotes(value) : value
    if (freeTexts.has(key)) return isolateDirection(withoutDirectionMarks(typed))
    return isolateDirection(withoutLinks(shownName(typed, sentences.has(key) ? longestSentence : longestName)))
  }
  if (Array.isArray(value)) return value.map((it) => shown(it, key))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([inner, it]) => [inner, shown(it, inner)]))
}
