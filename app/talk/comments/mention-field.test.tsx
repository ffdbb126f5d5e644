import { fireEvent, screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { renderPage } from '#tests/samples/render-page.tsx'
import { MentionField } from './mention-field.tsx'
import { suggestionsFor, typedMention } from './mention-suggestions.ts'

const people = ['Priya Raman', 'Jonas Lind', 'Jo Berg'].map((name) => ({ name, side: 'customer' as const }))

test.each([
  ['Hi @pri', 'pri'],
  ['@', ''],
  ['Hi @Jonas Li', 'Jonas Li'],
  ['priya@halden', null],
  ['Hi @Priya Raman and', null],
  ['Hi', null],
])('%s', (text, typed) => expect(typedMention(text, text.length)?.text ?? null).toBe(typed))

test('a name is found by any of its parts, and not offered once it stands there', () => {
  const names = (typed: string) => suggestionsFor(people, typed).map(({ name }) => name)
  expect(names('jo')).toEqual(['Jonas Lind', 'Jo Berg'])
  expect(names('ber')).toEqual(['Jo Berg'])
  expect(names('priya raman')).toEqual([])
})

test('arrow keys choose a person, Enter writes the name, and Escape closes', async () => {
  await renderPage(<MentionField name="body" label="Write a comment" people={people} maxLength={100} />)
  const area = screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Write a comment' })
  const type = (value: string) => fireEvent.input(area, { target: { value, selectionEnd: value.length } })
  type('Hi @jo')
  expect(screen.getAllByRole('option').map(({ textContent }) => textContent?.trim())).toEqual(['Jonas Lind', 'Jo Berg'])
  fireEvent.keyDown(area, { key: 'ArrowDown' })
  expect(screen.getByRole('option', { selected: true })).toHaveProperty(
    'id',
    area.getAttribute('aria-activedescendant'),
  )
  fireEvent.keyDown(area, { key: 'Enter' })
  expect(area.value).toBe('Hi @Jo Berg ')
  expect(screen.queryByRole('listbox')).toBeNull()
  type('Hi @jo')
  fireEvent.keyDown(area, { key: 'Escape' })
  expect(screen.queryByRole('listbox')).toBeNull()
})
