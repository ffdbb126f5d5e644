import { act, screen, within } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import { useAnnounced } from '#app/ui/announce.ts'
import { renderPage } from '#tests/samples/render-page.tsx'
import { EditingMarks } from './editing-marks.tsx'
import { editingWords } from './presence-words.ts'
import type { ToldPresence } from './told-presence.ts'

const edits: ToldPresence['edits'] = [
  { names: ['Priya Raman'], more: 0, side: 'customer', taskId: 'a', field: 'dates' },
]
const words = 'Priya Raman is editing the dates'

const together = { names: ['Ana Lind', 'Ben Roth'], more: 0, side: 'vendor', taskId: 'a', field: 'title' } as const

const Said = () => <p data-testid="said">{useAnnounced()}</p>
const Page = () => (
  <div className="sheet">
    <section>
      <div role="group" aria-label="Kick-off" id="task-a">
        <button type="button">Title</button>
      </div>
    </section>
    <EditingMarks edits={edits} />
    <Said />
  </div>
)

afterEach(() => document.body.replaceChildren())

const row = () => screen.getByRole('group', { name: 'Kick-off' })

test('the row that someone edits says who and what, also once it is another element, as after a move', async () => {
  await renderPage(<Page />)
  expect(within(row()).getByText(words)).toBeInTheDocument()
  const before = row()
  const copy = before.cloneNode(false)
  await act(async () => {
    before.replaceWith(copy)
    await new Promise((done) => setTimeout(done))
  })
  expect(row()).not.toBe(before)
  expect(within(row()).getByText(words)).toBeInTheDocument()
})

test('it is read out once, when the focus is in the row', async () => {
  await renderPage(<Page />)
  const said = () => screen.getByTestId('said').textContent
  expect(said()).not.toContain(words)
  const button = within(row()).getByRole('button', { name: 'Title' })
  await act(async () => button.focus())
  expect(said()).toBe(words)
  await act(async () => button.blur())
  await act(async () => button.focus())
  expect(said(), 'the same text again would differ by a blank').toBe(words)
})

test('those who edit the same field stand in one sentence', () => {
  expect(editingWords(together)).toBe('Ana Lind and Ben Roth are editing the title')
  expect(editingWords({ ...together, more: 2 })).toBe('Ana Lind, Ben Roth and 2 more are editing the title')
})
