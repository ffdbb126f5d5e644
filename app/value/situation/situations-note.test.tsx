import { screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { renderPage, textOf } from '#tests/samples/render-page.tsx'
import { SituationsNote, type SituationsNoteProps } from './situations-note.tsx'

const render = (more: Partial<SituationsNoteProps>) =>
  renderPage(<SituationsNote worth={[]} unconfirmed={[]} side="vendor" situationsAt="/situations" {...more} />)

test('the plan says in one line what the project is worth, and in another who has still to confirm', async () => {
  await render({
    worth: [{ unit: 'EUR', confirmed: 180_000, open: 0 }],
    unconfirmed: [{ name: 'Tomás Ibarra', state: 'shared' }],
  })
  const note = screen.getByRole('region', { name: 'What the project is worth' })
  expect(textOf(note)).toContain('Confirmed: EUR 180,000 a year.')
  expect(textOf(note)).toContain('Not confirmed yet by Tomás Ibarra.')
  expect(screen.getByRole('link', { name: 'Figures and sources' })).toHaveAttribute('href', '/situations')
})

test('without either there is nothing', async () => {
  await render({})
  expect(screen.queryByRole('region')).toBeNull()
})
