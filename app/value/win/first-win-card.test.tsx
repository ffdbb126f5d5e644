import '@testing-library/jest-dom/vitest'
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
    <FirstWinCard
      win={win}
      account="Halden Foods"
      today="2026-06-17"
      measurements={[]}
      start={day('2026-06-01')}
      resultsAt="/plans/plan-1/results"
      recordAt={null}
      defineAt={null}
    />,
  )
  const text = textOf(screen.getByRole('region', { name: 'First win' }))
  expect(text).toContain('1 day, target')
  expect(text).toContain('To be confirmed by Priya Raman')
  expect(text).not.toMatch(/agreed|Confirmed by/)
})

it('keeps the chart of what was measured out of the way of the tasks while it is a strip', async () => {
  const measurements = [{ id: 'm', measured: 12, on: day('2026-06-16'), note: null, by: 'Priya Raman' }]
  const card = (folded: boolean) => (
    <FirstWinCard
      win={win}
      account="Halden Foods"
      today="2026-06-17"
      measurements={measurements}
      start={day('2026-06-01')}
      resultsAt="/plans/plan-1/results"
      recordAt={null}
      defineAt={null}
      folded={folded}
    />
  )
  await renderPage(card(false))
  expect((await screen.findByRole('img')).closest('details')).toBeNull()
  await renderPage(card(true))
  const chart = await screen.findByRole('img', { hidden: true })
  expect(chart.closest('details')).not.toHaveAttribute('open')
})

const openCard = (statement: string | null, defineAt: string | null) =>
  renderPage(
    <FirstWinCard
      win={{ statement, winBy: win.winBy, confirmers: [], open: ['unit', 'announcedTo'] }}
      account="Halden Foods"
      today="2026-06-17"
      measurements={[]}
      start={day('2026-06-01')}
      resultsAt="/plans/plan-1/results"
      recordAt={null}
      defineAt={defineAt}
    />,
  )

it('asks what the first win could be while it is open, says what is missing, and leads there who may say it', async () => {
  await openCard(null, '/plans/p/terms#first-win')
  expect(screen.getByRole('region', { name: 'First win' })).toHaveTextContent('could Halden Foods announce?')
  expect(screen.getByRole('link', { name: 'Define the first win' })).toHaveAttribute('href', '/plans/p/terms#first-win')
  await openCard('We closed in a day.', null)
  const text = textOf(screen.getByRole('region', { name: 'First win' }))
  expect(text).toContain(
    '“We closed in a day.” Still missing: its unit and who will be told. Proposed date: 30 October.',
  )
  expect(screen.queryByRole('link')).toBeNull()
})
