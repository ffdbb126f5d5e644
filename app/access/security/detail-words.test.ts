import { expect, it } from 'vitest'
import { detailWords } from './detail-words.ts'

const format = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short', timeZone: 'Europe/Berlin' })
const words = (detail: Record<string, string | null>) => detailWords(detail, (at) => format.format(at))

it('names a link with the right article', () => {
  expect(words({ link: 'invitation' })).toBe('by an invitation link')
  expect(words({ link: 'return' })).toBe('by a return link')
})

it('shows a moment as date and time in the reader’s zone', () => {
  expect(words({ by: 'Ana Lind', until: '2027-02-27T00:27:00.716Z' })).toBe(
    'by Ana Lind, valid until 27 Feb 2027, 01:27',
  )
  expect(words({ until: 'revoked', keyId: 'x', hash: 'y' })).toBe('valid until revoked')
})
