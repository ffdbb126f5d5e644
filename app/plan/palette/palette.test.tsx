import { act, fireEvent, screen, within } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { planLinks } from '#app/kit/paths.ts'
import { sampleMilestone, samplePlan, sampleTask } from '#tests/samples/plan.ts'
import { renderPage } from '#tests/samples/render-page.tsx'
import { PlanTable } from '../page/plan-table.tsx'
import { PaletteButton } from './palette-button.tsx'

let scrolled: { mockRestore(): void }

beforeEach(() => {
  scrolled = vi.spyOn(Element.prototype, 'scrollIntoView').mockImplementation(() => undefined)
})
afterEach(() => scrolled.mockRestore())

const tasks = [
  sampleTask({ id: 'a', title: 'Kick-off' }),
  sampleTask({ id: 'b', title: 'Überweisung prüfen' }),
  sampleTask({ id: 'c', title: 'A step of Halden’s own', hidden: true }),
]
const milestone = sampleMilestone({ id: 'one', title: 'Signed', tasks })
const plan = samplePlan({ stages: [{ stage: 'Purchase', done: 0, total: 3, milestones: [milestone] }] })
const onPrint = vi.fn()

async function open(shown = plan) {
  onPrint.mockReset()
  await renderPage(
    <>
      <PlanTable plan={shown} links={planLinks('plan-1')} formKey="load-1" show="everything" />
      <footer className="plan-foot">
        <a href="/activity">Activity</a>
        <PaletteButton plan={shown} />
        <button type="button" onClick={onPrint}>
          Print
        </button>
      </footer>
    </>,
  )
  const before = screen.getByRole('link', { name: 'Activity' })
  before.focus()
  await press(before, 'k', { ctrlKey: true })
  return { before, field: await screen.findByRole('combobox', { name: 'Search tasks and commands' }) }
}

const press = (at: Element, key: string, more: object = {}) =>
  act(async () => {
    fireEvent.keyDown(at, { key, ...more })
    await vi.dynamicImportSettled()
  })
const type = (field: Element, value: string) => act(async () => void fireEvent.change(field, { target: { value } }))
const options = () => screen.queryAllByRole('option').map((it) => it.textContent)

test('Ctrl+K lists the commands of the page, its milestones and tasks, without the other side’s private ones', async () => {
  await open()
  expect(options()).toEqual([
    expect.stringMatching(/^New task for Signed/),
    'Activity Command',
    'Print Command',
    'Signed Milestone',
    'Kick-off Task',
    'Überweisung prüfen Task',
  ])
})

test('Enter takes the best match: a task gets the focus in its row, a command is pressed where it stands', async () => {
  const { field } = await open()
  await type(field, 'uberw')
  expect(options()).toEqual(['Überweisung prüfen Task'])
  expect(field).toHaveAttribute('aria-activedescendant', screen.getByRole('option').id)
  await press(field, 'Enter')
  expect(screen.getByRole('link', { name: 'Überweisung prüfen' })).toHaveFocus()
  expect(screen.queryByRole('dialog')).toBeNull()

  const again = await open()
  await type(again.field, 'pri')
  await press(again.field, 'Enter')
  expect(onPrint).toHaveBeenCalledOnce()
})

test('arrows lead through the list, a press takes, and what matches nothing says so', async () => {
  const { field } = await open()
  const selected = () => screen.getByRole('option', { selected: true }).textContent
  await press(field, 'ArrowDown')
  expect(selected()).toBe('Activity Command')
  await press(field, 'ArrowUp')
  await press(field, 'ArrowUp')
  expect(selected()).toBe('Überweisung prüfen Task')
  await type(field, 'zebra')
  expect(options()).toEqual([])
  expect(within(screen.getByRole('dialog')).getByRole('status')).toHaveTextContent('No task or command matches.')
  await type(field, 'signed')
  await act(async () => fireEvent.click(screen.getByRole('option', { name: 'Signed Milestone' })))
  expect(document.activeElement?.closest('#point-one')).not.toBeNull()
})

test('a member is offered to look for it in all plans, a customer is not', async () => {
  const { viewer } = plan
  const asMember = samplePlan({ ...plan, viewer: { ...viewer, side: 'vendor', sight: 'vendor' } })
  const { field } = await open(asMember)
  expect(options().at(-1)).toBe('Überweisung prüfen Task')
  await type(field, ' zebra ')
  expect(options()).toEqual([expect.stringMatching(/^Find “.?zebra.?” in all plans Search$/)])
})

test('it is not opened over another dialog, nor by other keys', async () => {
  await renderPage(
    <>
      <PaletteButton plan={plan} />
      <dialog open>Move?</dialog>
    </>,
  )
  await press(document.body, 'k', { ctrlKey: true })
  expect(screen.queryByRole('combobox')).toBeNull()
  document.querySelector('dialog')?.remove()
  await press(document.body, 'k')
  await press(document.body, 'k', { ctrlKey: true, shiftKey: true })
  expect(screen.queryByRole('combobox')).toBeNull()
  await press(document.body, 'k', { metaKey: true })
  expect(await screen.findByRole('combobox')).toBeInTheDocument()
})
