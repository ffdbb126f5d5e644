import { screen } from '@testing-library/react'
import { expect, it } from 'vitest'
import { renderPage } from '#tests/samples/render-page.tsx'
import { type ListedUse, UseList } from './use-list.tsx'

const noted = { id: 'a', kind: 'quote', on: '2026-06-12', what: 'The website', by: 'Sam Ortiz' }
const held = { id: 'b', kind: 'call', on: '2026-06-10', what: 'Adria Logistics', by: 'Sam Ortiz' }
const show = (uses: readonly ListedUse[]) =>
  renderPage(
    <UseList
      uses={uses}
      today="2026-06-17"
      removesAll={false}
      outcomePath="/plans/p/library"
      keyFor={(...parts) => parts.join(':')}
      reply={null}
    />,
  )

it('offers to remove one’s own use, and leads to the outcome of the request for one that came of it', async () => {
  await show([
    { ...noted, isOwn: true, isOfRequest: false },
    { ...held, isOwn: true, isOfRequest: true },
  ])
  expect(screen.getByLabelText('Remove: The website')).toBeTruthy()
  expect(screen.queryByLabelText('Remove: Adria Logistics')).toBeNull()
  const outcome = screen.getByRole('link', { name: 'Change the outcome: Adria Logistics' })
  expect(outcome.getAttribute('href')).toBe('/plans/p/library')
})

it('offers neither for what someone else used', async () => {
  await show([
    { ...noted, isOwn: false, isOfRequest: false },
    { ...held, isOwn: false, isOfRequest: true },
  ])
  expect(screen.queryByLabelText(/^Remove/)).toBeNull()
  expect(screen.queryByRole('link')).toBeNull()
})
