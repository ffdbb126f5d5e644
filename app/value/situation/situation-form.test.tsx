import { fireEvent, screen, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { postedBy, renderPage } from '#tests/samples/render-page.tsx'
import type { SituationValues } from './heard-sentences.ts'
import { SituationForm, type SituationFormProps } from './situation-form.tsx'

const values: SituationValues = {
  jobTitle: 'Head of accounting',
  issue: 'The books close a month late',
  reasons: '',
  capabilities: '',
  difference: '29 days a month',
  figures: [{ amount: 320, unit: 'hours', source: 'time sheets' }],
  criticalDate: '2026-09-15',
}

const render = (more: Partial<SituationFormProps> = {}) =>
  renderPage(<SituationForm idempotencyKey="key" by="customer" values={values} cancelTo="/" {...more} />)

test('asks in plain questions, a few in each numbered group, with an example under each', async () => {
  await render()
  const groups = screen.getAllByRole('group').filter((group) => group.classList.contains('guided-group'))
  expect(groups.map((group) => within(group).getAllByRole('textbox').length >= 1)).toEqual([true, true, true, true])
  expect(screen.getByRole('textbox', { name: 'Critical business issue' })).toHaveAccessibleDescription(
    /^What is the most important problem in your job as Head of accounting\? For example/,
  )
  expect(screen.getByRole('textbox', { name: 'Reasons' })).toHaveAccessibleDescription(/^Why does it happen\?/)
})

test('asks the vendor about the person by name', async () => {
  await render({ by: 'vendor', person: 'Jonas Lind' })
  expect(screen.getByRole('textbox', { name: 'Critical business issue' })).toHaveAccessibleDescription(
    /^What is the most important problem in Jonas Lind’s job\?/,
  )
  expect(screen.queryByText(/your job/)).toBeNull()
})

test('shows a row for each figure, the others behind a summary; what was seen goes with the form', async () => {
  await render()
  const first = screen.getByRole('group', { name: 'Figure 1' })
  expect(within(first).getByRole('textbox', { name: 'Amount' })).toHaveValue('320')
  expect(within(first).getByRole('combobox', { name: 'Of what' })).toHaveValue('hours')
  expect(first.closest('details')).toBeNull()
  expect(screen.getByRole('group', { name: 'Figure 2', hidden: true }).closest('details')).not.toHaveAttribute('open')
  expect(postedBy(screen.getByRole('button', { name: 'Save and confirm' }))).toMatchObject({
    'figures.0.source': 'time sheets',
    'seen.figures': JSON.stringify(values.figures),
  })
})

test('rows behind the summary show themselves once something stands in them', async () => {
  await render()
  const second = screen.getByRole('group', { name: 'Figure 2', hidden: true })
  fireEvent.input(within(second).getByLabelText('Amount'), { target: { value: '2' } })
  expect(second.closest('details')).toHaveAttribute('open')
})

test('a figure without a source is told beside that source, and what was typed stays', async () => {
  const typed = { 'figures.1.amount': '2', 'figures.1.unit': 'people', 'figures.1.source': '' }
  const message = 'Please say where this figure comes from.'
  await render({
    reply: { status: 'invalid', message: '', faults: [{ field: 'figures.1.source', message }], values: typed },
  })
  const row = screen.getByRole('group', { name: 'Figure 2' })
  expect(row.closest('details')).toBeNull()
  expect(within(row).getByRole('textbox', { name: 'Source' })).toHaveAccessibleDescription(message)
  expect(within(row).getByRole('textbox', { name: 'Amount' })).toHaveValue('2')
})

test('two versions of the figures are shown in words, and the one that was chosen stands in the rows', async () => {
  const yours = JSON.stringify([{ amount: 400, unit: 'hours', source: 'Dana' }])
  const theirs = JSON.stringify([{ amount: 30_000, unit: 'EUR', source: 'Finance report Q2' }])
  const conflict = { field: 'figures', label: 'In figures', yours, theirs, by: 'Mara Keller', at: '' }
  await render({
    reply: { status: 'conflict', conflicts: [conflict], values: { figures: yours, 'figures.0.amount': '320' } },
  })
  const alert = await screen.findByRole('alert')
  expect(within(alert).getByRole('button', { name: /400 hours a month \(Dana\)/ })).toBeEnabled()
  expect(within(alert).getByRole('button', { name: /EUR 30,000 a year \(Finance report Q2\)/ })).toBeEnabled()
  expect(within(screen.getByRole('group', { name: 'Figure 1' })).getByRole('textbox', { name: 'Amount' })).toHaveValue(
    '400',
  )
})
