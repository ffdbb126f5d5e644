import '@testing-library/jest-dom/vitest'
import { act, cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react'
import { createMemoryRouter, RouterProvider } from 'react-router-dom'
import { afterEach, expect, test } from 'vitest'
import { day } from '#tests/samples/plan-rows.ts'
import { askedPreview } from './asked-preview.ts'
import { PlanOutlook } from './plan-outlook.tsx'

afterEach(cleanup)

const week = { workweek: [1, 2, 3, 4, 5] }
const start = { today: day('2026-06-17'), calendars: { vendor: week, customer: week }, vendor: 'Brightline' }

const choices = (earliest: string) => [{ value: 'small-rollout', text: 'Small rollout', earliest: day(earliest) }]

/** The plans of Halden Foods have more days off than those of the workspace. */
const earliestFor = (account: string | null) => (account === 'Halden Foods' ? '2026-11-20' : '2026-09-01')

async function open() {
  const form = (
    <form>
      <input name="account" aria-label="Account" />
      <select name="template" aria-label="Template">
        <option value="small-rollout">Small</option>
        <option value="data-platform">Large</option>
      </select>
      <input type="date" name="criticalDate" aria-label="Critical date" />
      <input type="date" name="winBy" aria-label="Win by" />
      <PlanOutlook templates={choices('2026-09-01')} today={start.today} lead="Mara Keller" />
    </form>
  )
  const loader = ({ request }: { request: Request }) => {
    const { searchParams } = new URL(request.url)
    const templates = choices(earliestFor(searchParams.get('for')))
    return { preview: askedPreview(searchParams, start), templates, today: start.today }
  }
  const router = createMemoryRouter([{ path: '/plans/new', element: form, loader }], { initialEntries: ['/plans/new'] })
  await act(async () => void render(<RouterProvider router={router} />))
}

const enter = (label: string, value: string) =>
  act(async () => void fireEvent.input(screen.getByLabelText(label), { target: { value } }))

test('shows the plan that the fields would make, as they are typed: its milestones, owners and dates', async () => {
  await open()
  expect(screen.queryByRole('table')).toBeNull()
  await enter('Account', 'Halden Foods')
  await enter('Critical date', '2026-10-30')
  await screen.findByText('Preview the plan: 15 tasks in 5 milestones')
  const table = screen.getByRole('table', { name: 'The plan as the customer will see it', hidden: true })
  expect(table).toHaveTextContent('Halden Foods’ sponsor')
  expect(table).toHaveTextContent('Mara Keller')
  const live = within(table).getByRole('row', { name: /^Rollout Live/, hidden: true })
  expect(live).toHaveTextContent('30 Oct')
  await enter('Template', 'data-platform')
  await waitFor(() => expect(screen.getByText(/^Preview the plan: 20 tasks/)).toBeInTheDocument())
  await enter('Critical date', '')
  expect(screen.queryByRole('table', { hidden: true })).toBeNull()
})

test('what fits, and the day of the win, follow the account and the date that are typed', async () => {
  await open()
  await enter('Critical date', '2026-10-30')
  const fit = screen.getByRole('status')
  expect(fit).toHaveTextContent('This date fits: a plan from this template can be live by 1 September.')
  await enter('Account', 'Halden Foods')
  await waitFor(() => expect(fit).toHaveTextContent('The earliest date is 20 November.'))
  const value = () => screen.getByRole('row', { name: /^Value/, hidden: true }).textContent
  const proposed = value()
  await enter('Win by', '2027-01-29')
  await waitFor(() => expect(value()).toMatch(/29 Jan/))
  expect(proposed).not.toMatch(/29 Jan/)
})

test.each([
  'template=none&criticalDate=2026-10-30',
  'template=small-rollout&criticalDate=2026-02-30',
  'template=small-rollout&criticalDate=9999-01-01',
  '',
])('makes no plan of "%s"', (search) => {
  expect(askedPreview(new URLSearchParams(search), start)).toBeNull()
})
