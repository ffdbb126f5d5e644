import { screen } from '@testing-library/react'
import { expect, it } from 'vitest'
import { day } from '#tests/reference/plans.ts'
import { renderPage, textOf } from '#tests/samples/render-page.tsx'
import { FirstWinCard } from './first-win-card.tsx'

const win = {
  statement: 'We closed the books in one day.',
  measure: 'Time to close a month',
  unit: 'days',
  baseline: 30,
  target: 1,
  winBy: day('2026-10-30'),
  announcedTo: 'the board',
  confirmers: ['Priya Raman'],
}

it('states as a fact neither that anyone agreed to it nor that anyone confirmed it', async () => {
  await renderPage(
    <FirstWinCard win={win} account="Halden Foods" today="2026-06-17" measurement={null} recordAt={null} />,
  )
  const text = textOf(screen.getByRole('region', { name: 'First win' }))
  expect(text).toContain('1 day, target')
  expect(text).toContain('To be confirmed by Priya Raman')
  expect(text).not.toMatch(/agreed|Confirmed by/)
})
