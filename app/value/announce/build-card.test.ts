import { expect, test } from 'vitest'
import { contrastRatio, leastContrast } from '#app/ui/accent.ts'
import { type CardMaterial, buildCard, cardColours, namedPeople } from './build-card.ts'
import { cardAltWords, victoryCardWords } from './victory-card-words.ts'

const material: CardMaterial = {
  winVersion: 2,
  vendor: 'Brightline',
  accent: null,
  customer: 'Halden Foods',
  logo: null,
  statement: 'We closed the books in one day.',
  measure: 'time to close a month',
  unit: 'days',
  baseline: 30,
  target: 1,
  measured: 1,
  confirmedOn: '2026-10-06',
  headline: null,
  chosen: null,
  people: [
    { id: 'priya', name: 'Priya Raman', side: 'customer', isNamedFirst: true, hasLeft: false },
    { id: 'eva', name: 'Eva Holm', side: 'customer', isNamedFirst: false, hasLeft: false },
    { id: 'sam', name: 'Sam Ortiz', side: 'vendor', isNamedFirst: true, hasLeft: false },
  ],
}

test('a card says what was confirmed, and names who made it', () => {
  expect(buildCard(material)).toEqual({
    customer: { name: 'Halden Foods', people: ['Priya Raman'] },
    vendor: { name: 'Brightline', people: ['Sam Ortiz'] },
    headline: 'We closed the books in one day.',
    measure: 'time to close a month',
    before: '30 days',
    after: '1 day',
    saved: 'Down by 29 days (97%)',
    on: '6 October 2026',
  })
})

test('it says the customer’s own words, and names who was chosen alone: no one where no one was', () => {
  const own = { ...material, headline: 'One day!', chosen: ['eva', 'someone who left'] }
  expect(buildCard(own)).toMatchObject({
    headline: 'One day!',
    customer: { people: ['Eva Holm'] },
    vendor: { people: [] },
  })
  expect(namedPeople({ ...material, chosen: [] })).toEqual([])
})

test('many names are counted, one more never is', () => {
  const names = ['Ada', 'Bo', 'Cy', 'Di', 'Ed']
  expect(victoryCardWords.people(names)).toBe('Ada, Bo, Cy, Di and Ed')
  expect(victoryCardWords.people([...names, 'Flo', 'Gus'])).toBe('Ada, Bo, Cy, Di and 3 others')
})

test('whatever colour a vendor chooses, the card is readable', () => {
  for (const accent of [null, '#ffe600', '#ffffff', '#000000', '#ff2d55']) {
    const { ground, on } = cardColours(accent)
    expect(contrastRatio(ground, on)).toBeGreaterThanOrEqual(leastContrast)
  }
})

test('who cannot see the picture reads all of it', () => {
  expect(cardAltWords(buildCard(material))).toBe(
    'Halden Foods: “We closed the books in one day.” time to close a month: from 30 days to 1 day. Down by 29 days (97%).',
  )
  expect(cardAltWords(buildCard({ ...material, measured: 31 }))).not.toContain('less')
})
