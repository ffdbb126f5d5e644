import { screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import type { IsoDate } from '#app/schedule/model.ts'
import { samplePlan } from '#tests/samples/plan.ts'
import { renderPage } from '#tests/samples/render-page.tsx'
import { ClosedList } from './closed-list.tsx'

const closedOn = (date: string) => ({ from: date as IsoDate, to: date as IsoDate, why: date, side: 'both' as const })
const newYears = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, at) => closedOn(`${from + at}-01-01`))

test('a plan over years shows what is closed next, and folds the rest', async () => {
  await renderPage(<ClosedList plan={samplePlan({ closed: newYears(2025, 2040) })} />)
  const more = screen.getByText('4 more closed periods').closest('details')
  expect(more).not.toHaveAttribute('open')
  expect(more).toHaveTextContent(/2025-01-01.*2026-01-01.*2039-01-01.*2040-01-01/)
  expect(screen.getByText(/2027-01-01/).closest('details')).toBeNull()
})

test('a few are shown as they are', async () => {
  await renderPage(<ClosedList plan={samplePlan({ closed: newYears(2025, 2030) })} />)
  expect(screen.getByText(/2025-01-01/)).toBeVisible()
  expect(screen.queryByText(/more closed/)).toBeNull()
})
