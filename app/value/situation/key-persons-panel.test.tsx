import { screen, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { postedBy, renderPage, textOf } from '#tests/samples/render-page.tsx'
import type { KeyPersonRow } from './key-person-row.ts'
import { KeyPersonsPanel } from './key-persons-panel.tsx'

const rows: KeyPersonRow[] = [
  { id: 'priya', name: 'Priya Raman', role: 'champion', state: 'none', isMarked: false },
  { id: 'jonas', name: 'Jonas Lind', role: 'contributor', state: 'draft', isMarked: true },
  { id: 'ida', name: 'Ida Moss', role: 'viewer', state: null, isMarked: false },
]
const render = (side: 'vendor' | 'customer') =>
  renderPage(
    <KeyPersonsPanel
      rows={rows}
      side={side}
      keyFor={(...parts) => parts.join(':')}
      newAt={side === 'vendor' ? (id) => `/new/${id}` : null}
    />,
  )
const row = (name: string) => screen.getAllByRole('listitem').find((item) => within(item).queryByText(name))

test('the vendor begins a note about who has none, marks people and takes the mark back', async () => {
  await render('vendor')
  expect(screen.getByRole('link', { name: 'Write a note' })).toHaveAttribute('href', '/new/priya')
  expect(within(row('Priya Raman') ?? document.body).queryByRole('button')).toBeNull()
  expect(postedBy(screen.getByRole('button', { name: 'Mark as key person: Ida Moss' }))).toMatchObject({
    intent: 'mark-key-person',
    participantId: 'ida',
    isKey: 'yes',
  })
  expect(postedBy(screen.getByRole('button', { name: 'Not a key person: Jonas Lind' }))).toMatchObject({ isKey: 'no' })
})

test('the champion is not told how far a note about a colleague has come', async () => {
  await render('customer')
  expect(textOf(row('Jonas Lind') ?? document.body)).toContain('not confirmed yet')
  expect(screen.queryByText(/not shared|no note/)).toBeNull()
  expect(screen.queryByRole('link')).toBeNull()
})
