import { screen, within } from '@testing-library/react'
import { expect, it } from 'vitest'
import { renderPage, textOf } from '#tests/samples/render-page.tsx'
import { WonCard } from './won-card.tsx'

const won = {
  account: 'Halden Foods',
  project: 'Faster month-end close',
  statement: '“We closed the books in one day.”',
  measure: 'Time to close a month',
  unit: 'days',
  baseline: 30,
  target: 2,
  measured: 1,
  by: 'Priya Raman',
  on: '2026-10-06',
  reachedOn: null,
  winBy: '2026-10-30',
  announcedTo: 'the board.',
}

it('celebrates in the region of the first win: the words once, from where to where, beside the target', async () => {
  await renderPage(
    <WonCard won={won} today="2026-11-01">
      <p>the question</p>
    </WonCard>,
  )
  const region = screen.getByRole('region', { name: 'First win' })
  expect(within(region).getByRole('heading', { level: 1 })).toHaveTextContent('“We closed the books in one day.”')
  const text = textOf(region)
  expect(text.match(/We closed the books in one day/g)).toHaveLength(1)
  expect(text).toMatch(/from 30 to 1 day Time to close a month target: 2 days/)
  expect(text).toContain('24 days before the planned date. To be announced to the board.')
  expect(text.indexOf('the question')).toBeGreaterThan(text.indexOf('target: 2 days'))
})
