import '@testing-library/jest-dom/vitest'
import { act, cleanup, createEvent, fireEvent, render, screen } from '@testing-library/react'
import { createMemoryRouter, RouterProvider } from 'react-router-dom'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { planLinks } from '#app/kit/paths.ts'
import { sampleMilestone, samplePlan, sampleTask } from '#tests/samples/plan.ts'
import { PlanTable } from '../page/plan-table.tsx'

type Posted = Record<string, FormDataEntryValue>

/** What was posted, in its order, and when it is answered. */
let posted: Posted[]
let answered: () => Promise<void>

beforeEach(() => {
  posted = []
  answered = () => Promise.resolve()
  vi.stubGlobal('innerWidth', 1440)
  document.elementFromPoint = () => null
  Element.prototype.setPointerCapture = () => undefined
})
afterEach(() => vi.unstubAllGlobals())

const milestone = (id: string, ...tasks: string[]) =>
  sampleMilestone({ id, tasks: tasks.map((task) => sampleTask({ id: task, mine: task === 'd' })) })

/** The table of two stages with what arranges its rows: tasks a, b and c before one milestone, d and e before the next. */
async function open() {
  cleanup()
  const plan = samplePlan({
    stages: [
      { stage: 'Purchase', done: 0, total: 3, milestones: [milestone('one', 'a', 'b', 'c')] },
      { stage: 'Rollout', done: 0, total: 2, milestones: [milestone('two', 'd', 'e'), milestone('three')] },
    ],
  })
  const links = planLinks('plan-1')
  const table = (show: 'everything' | 'mine') => <PlanTable {...{ plan, links, show }} formKey="load-1" />
  const router = createMemoryRouter(
    [
      {
        path: '/plans/plan-1',
        element: table('everything'),
        loader: () => null,
        async action({ request }) {
          posted.push(Object.fromEntries(await request.formData()))
          await answered()
          return null
        },
      },
      { path: '/plans/plan-1/mine', element: table('mine') },
    ],
    { initialEntries: ['/plans/plan-1'] },
  )
  await act(async () => void render(<RouterProvider router={router} />))
  await act(async () => void fireEvent.pointerOver(title('a')))
  await screen.findByRole('checkbox', { name: 'Select Task a', hidden: true })
  return router
}

const title = (task: string) => screen.getByRole('link', { name: `Task ${task}` })
const point = (milestone: string) => screen.getByRole('link', { name: `Point ${milestone}` })

/** Presses a key. @returns whether the browser does nothing of its own */
async function press(at: Element, key: string, more: KeyboardEventInit = {}): Promise<boolean> {
  const event = createEvent.keyDown(at, { key, ...more })
  await act(async () => void fireEvent(at, event))
  return event.defaultPrevented
}

test('Alt with an arrow never leads the browser back, whether the row can move there or not', async () => {
  await open()
  const alt = { altKey: true }
  expect(await press(title('a'), 'ArrowLeft', alt)).toBe(true)
  expect(await press(title('a'), 'ArrowUp', alt)).toBe(true)
  expect(await press(point('one'), 'ArrowUp', alt)).toBe(true)
  expect(posted).toEqual([])
  // Another one is on its way.
  answered = () => new Promise(() => undefined)
  expect(await press(title('a'), 'ArrowDown', alt)).toBe(true)
  expect(await press(title('b'), 'ArrowLeft', alt)).toBe(true)
  expect(await press(title('b'), 'ArrowDown', alt)).toBe(true)
  expect(await press(title('b'), 'e', alt)).toBe(false)
})

test('a mouse takes a row along only while its button is held', async () => {
  await open()
  const row = title('a')
  const at = (x: number, buttons: number) => ({
    clientX: x,
    clientY: 9,
    buttons,
    button: 0,
    isPrimary: true,
    pointerId: 1,
  })
  const move = (x: number, buttons: number) => act(async () => void fireEvent.pointerMove(row, at(x, buttons)))
  const table = row.closest('.table')
  await act(async () => void fireEvent.pointerDown(row, at(9, 1)))
  // The button was let go of outside the window.
  await move(40, 0)
  expect(table).not.toHaveClass('is-dragging')
  await move(60, 1)
  expect(table).not.toHaveClass('is-dragging')

  // Beside the table, and another one was pressed there.
  await act(async () => void fireEvent.pointerDown(row, at(9, 1)))
  await act(async () => void fireEvent.pointerUp(document.body, at(9, 0)))
  await move(40, 1)
  expect(table).not.toHaveClass('is-dragging')

  await act(async () => void fireEvent.pointerDown(row, at(9, 1)))
  await move(40, 1)
  expect(table).toHaveClass('is-dragging')
})
