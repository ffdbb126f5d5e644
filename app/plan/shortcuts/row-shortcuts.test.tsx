import { act, fireEvent, screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { planLinks } from '#app/kit/paths.ts'
import { renderPage } from '#tests/samples/render-page.tsx'
import { sampleMilestone, samplePlan, sampleTask } from '#tests/samples/plan.ts'
import { PlanTable } from '../page/plan-table.tsx'

vi.mock('../presence/tell-editing.ts', () => ({ tellEditing: () => () => undefined }))

beforeEach(() => vi.stubGlobal('innerWidth', 1440))
afterEach(() => vi.unstubAllGlobals())

const title = () => screen.getByRole('link', { name: 'Task a' })

async function open() {
  const milestone = sampleMilestone({ id: 'one', tasks: [sampleTask({ id: 'a', title: 'Task a' })] })
  const plan = samplePlan({ stages: [{ stage: 'Purchase', done: 0, total: 1, milestones: [milestone] }] })
  await renderPage(<PlanTable plan={plan} links={planLinks('plan-1')} formKey="load-1" show="everything" />)
  await act(async () => {
    fireEvent.pointerOver(title())
    await vi.dynamicImportSettled()
  })
  await act(() => vi.dynamicImportSettled())
}

const press = (at: HTMLElement, key: string, more: object = {}) =>
  act(async () => {
    fireEvent.keyDown(at, { key, ...more })
    await vi.dynamicImportSettled()
  })

test('E edits the title of the row that has the focus, Space checks its task off', async () => {
  await open()
  await press(title(), 'e')
  expect(screen.getByRole('textbox', { name: 'Title' })).toHaveValue('Task a')
  const tick = screen.getByRole('button', { name: /^Mark done/ })
  const onClick = vi.fn((event: Event) => event.stopPropagation())
  tick.addEventListener('click', onClick)
  await press(title(), ' ')
  expect(onClick).toHaveBeenCalledOnce()
})

test('? lists the keys, until the list is closed', async () => {
  await open()
  await press(title(), '?')
  expect(await screen.findByRole('dialog', { name: 'Keyboard shortcuts' })).toHaveTextContent(
    'Mark the task done, or not done',
  )
  await act(async () => fireEvent.click(screen.getByRole('button', { name: 'Close' })))
  expect(screen.queryByRole('dialog')).toBeNull()
})

test('no key does anything with Ctrl, or while something is typed', async () => {
  await open()
  await press(title(), 'e', { ctrlKey: true })
  expect(screen.queryByRole('textbox', { name: 'Title' })).toBeNull()
  await press(title(), 'e')
  await press(screen.getByRole('textbox', { name: 'Title' }), '?')
  expect(screen.queryByRole('dialog')).toBeNull()
})
