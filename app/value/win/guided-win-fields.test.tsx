import { fireEvent, screen, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { Form } from '#app/ui/form.tsx'
import { renderPage, textOf } from '#tests/samples/render-page.tsx'
import { GuidedWinFields, type GuidedWinValues } from './guided-win-fields.tsx'

const values: GuidedWinValues = {
  statement: 'We closed the books in one day.',
  measure: 'Time to close a month',
  unit: 'days',
  baseline: 30,
  target: 1,
  winBy: '2026-10-30',
  announcedTo: 'the board',
  baselineHow: '',
  measuredBy: '',
  measureOn: '',
}

const render = (more: Partial<GuidedWinValues> = {}, taskDays: readonly number[] = [10, 2]) =>
  renderPage(
    <Form idempotencyKey="key" intent="edit-terms">
      <GuidedWinFields values={{ ...values, ...more }} criticalDate="2026-09-15" taskDays={taskDays} />
    </Form>,
  )

const field = (name: string) => screen.getByLabelText(name)

test('asks in the buyer’s words, in numbered groups; each field keeps its own name', async () => {
  await render()
  expect(field('First win')).toHaveAccessibleDescription(/^What will you announce once it works\?/)
  expect(field('How the baseline was measured')).toHaveAccessibleDescription(/^How was today’s value measured\?/)
  expect(field('Who measures it')).toHaveAccessibleDescription(/^Who will measure it\?/)
  expect(screen.getAllByRole('group').map((group) => group.querySelector('legend')?.textContent)).toHaveLength(4)
})

test('says which way is better, and says it again while the figures are typed', async () => {
  await render()
  expect(screen.getByText('From 30 days down to 1 day.')).toBeVisible()
  fireEvent.input(field('Target'), { target: { value: '45' } })
  expect(screen.getByText('From 30 days up to 45 days.')).toBeVisible()
  fireEvent.input(field('Target'), { target: { value: 'many' } })
  expect(screen.queryByText(/^From 30/)).toBeNull()
})

test('each doubt stands beside its field, also of what was stored', async () => {
  await render({ unit: 'better', winBy: '2027-06-30' }, [20, 20])
  expect(field('Unit')).toHaveAccessibleDescription(/does not say what is counted/)
  expect(field('Win by')).toHaveAccessibleDescription(/more than 90 days after go-live/)
  expect(field('First win')).toHaveAccessibleDescription(/more than 30 working days/)
  expect(textOf(screen.getByRole('group', { name: 'What you will announce' }))).not.toContain('No task leads to it')
})

test('a doubt comes and goes while the field is typed, and is read out', async () => {
  await render()
  const unit = field('Unit')
  expect(unit).not.toHaveAccessibleDescription(/does not say/)
  fireEvent.input(unit, { target: { value: 'better' } })
  expect(unit).toHaveAccessibleDescription(/does not say what is counted/)
  const said = within(screen.getByRole('group', { name: 'How you will know' })).getByRole('status')
  expect(said).toHaveTextContent(/does not say what is counted/)
  fireEvent.input(unit, { target: { value: 'days' } })
  expect(unit).not.toHaveAccessibleDescription(/does not say/)
})

test('a win that no task leads to is doubted once there is one', async () => {
  await render({}, [])
  expect(field('First win')).toHaveAccessibleDescription(/No task leads to it/)
  fireEvent.input(field('First win'), { target: { value: '' } })
  expect(field('First win')).not.toHaveAccessibleDescription(/No task leads to it/)
})
