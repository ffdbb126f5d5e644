import { act, fireEvent, screen, within } from '@testing-library/react'
import { afterEach, expect, test, vi } from 'vitest'
import { renderPage } from '#tests/samples/render-page.tsx'
import { HereNow } from './here-now.tsx'
import { tellPresent } from './present.ts'
import type { ToldPresence } from './told-presence.ts'

const tell = (told: ToldPresence | null) =>
  act(async () => {
    tellPresent(told && JSON.stringify(told))
    await vi.dynamicImportSettled()
  })
const named = (names: string[]) => names.map((name) => ({ name, side: 'customer' as const }))

afterEach(() => tell(null))

test('who is here is shown by initials and read by name, and goes when that is not known any longer', async () => {
  await renderPage(<HereNow />)
  expect(screen.queryByRole('button')).toBeNull()
  await tell({ people: named(['Priya Raman', 'Tomás Ibarra']), more: 0, edits: [] })
  const button = await screen.findByRole('button', { name: 'Here now: Priya Raman, Tomás Ibarra' })
  expect(button).toHaveTextContent('PRTIhere now')
  await tell(null)
  expect(screen.queryByRole('button')).toBeNull()
})

test('beyond a few there is a number; the list has the names, and Escape closes it', async () => {
  await renderPage(<HereNow />)
  await tell({ people: named(['Anna A', 'Ben B', 'Carla C', 'Dora D', 'Emil E', 'Fritz F']), more: 2, edits: [] })
  const button = await screen.findByRole('button', { name: /^Here now: Anna A, .*Fritz F, 2 more$/ })
  expect(button).toHaveTextContent('AABBCCDD+4')
  await act(async () => fireEvent.click(button))
  const list = screen.getByRole('list', { name: 'Here now' })
  expect(within(list).getAllByRole('listitem')).toHaveLength(7)
  expect(list).toHaveTextContent('2 more people')
  await act(async () => fireEvent.keyDown(document, { key: 'Escape' }))
  expect(screen.queryByRole('list')).toBeNull()
})
