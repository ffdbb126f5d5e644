import { expect, test } from 'vitest'
import { colleagueJoinedNews, peopleAddedNews, roleChangedNews } from './people-news-words.ts'

const ines = { person: 'Ines Roth', email: 'ines@halden.example' }
const tom = { person: 'Tom Frey', email: 'tom@halden.example' }

test('who was added is named with address and role, and so is who added them', () => {
  const added = { ...ines, by: 'Sam Ortiz', role: 'viewer', waits: false }
  expect(peopleAddedNews(added)).toBe('Sam Ortiz added Ines Roth (ines@halden.example) as a viewer')
  expect(peopleAddedNews({ ...added, others: [tom], waits: true })).toBe(
    'Sam Ortiz added Ines Roth (ines@halden.example) and Tom Frey (tom@halden.example) as a viewer: your side’s private tasks stay hidden from them until you accept them',
  )
})

test('who joined by the domain, and still has to be accepted', () => {
  const came = { colleague: 'Ines Roth', email: 'ines@halden.example' }
  expect(colleagueJoinedNews(came)).toBe('Ines Roth (ines@halden.example) joined through the company’s email domain')
  expect(colleagueJoinedNews({ ...came, waits: true })).toContain('hidden from Ines Roth until you accept this person')
})

test('a role is told from what it was to what it is, and to its own reader as theirs', () => {
  const changed = { ...ines, by: 'Sam Ortiz', before: 'viewer', after: 'champion' }
  expect(roleChangedNews(changed)).toBe(
    'Sam Ortiz changed the role of Ines Roth (ines@halden.example) from viewer to champion',
  )
  expect(roleChangedNews({ ...changed, isReader: true })).toBe('Sam Ortiz changed your role from viewer to champion')
  expect(roleChangedNews({ ...changed, after: null })).toBe(
    'Sam Ortiz removed Ines Roth (ines@halden.example), viewer, from the plan',
  )
})
