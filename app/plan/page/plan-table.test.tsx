import '@testing-library/jest-dom/vitest'
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react'
import { createMemoryRouter, RouterProvider } from 'react-router-dom'
import { afterEach, expect, test, vi } from 'vitest'
import { planLinks } from '#app/kit/paths.ts'
import { sampleMilestone, samplePlan, sampleTask } from '#tests/samples/plan.ts'
import { day } from '#tests/samples/plan-rows.ts'
import { renderPage } from '#tests/samples/render-page.tsx'
import type { MilestoneView, TaskView } from '../view/plan-view.ts'
import type { FreshRows } from '../visit/use-fresh-rows.ts'
import { PlanTable } from './plan-table.tsx'

afterEach(() => vi.unstubAllGlobals())

async function open({ edit, width }: { edit: boolean; width: number }) {
  cleanup()
  vi.stubGlobal('innerWidth', width)
  const tasks = [sampleTask({ id: 't', title: 'Kick-off' })]
  const plan = samplePlan({
    stages: [{ stage: 'Purchase', done: 0, total: 1, milestones: [sampleMilestone({ id: 'm', tasks })] }],
  })
  const viewer = { ...plan.viewer, may: { ...plan.viewer.may, edit } }
  const table = <PlanTable plan={{ ...plan, viewer }} links={planLinks('plan-1')} formKey="key" show="everything" />
  const router = createMemoryRouter(
    [
      { path: '/plans/plan-1', element: table },
      { path: '/plans/plan-1/tasks/t/view', element: <h1>The page of the task</h1> },
    ],
    { initialEntries: ['/plans/plan-1'] },
  )
  await act(async () => void render(<RouterProvider router={router} />))
  const press = (modifiers = {}) =>
    act(async () => void fireEvent.click(screen.getByRole('link', { name: 'Kick-off' }), modifiers))
  return { router, press }
}

test('the only milestone of a stage stands on its line; one with evidence to show, and several, stand below their tasks', async () => {
  const stage = (milestones: MilestoneView[]) => ({ stage: 'Purchase', done: 0, total: 1, milestones }) as const
  const tasks = [sampleTask({ id: 't', title: 'Kick-off' })]
  const one = sampleMilestone({ id: 'm', tasks })
  const orderIn = async (milestones: MilestoneView[]) => {
    cleanup()
    const plan = samplePlan({ stages: [stage(milestones)] })
    await renderPage(<PlanTable plan={plan} links={planLinks('plan-1')} formKey="key" show="everything" />)
    const point = screen.getByRole('link', { name: one.title })
    const comesFirst = point.compareDocumentPosition(screen.getByRole('link', { name: 'Kick-off' }))
    return comesFirst & Node.DOCUMENT_POSITION_FOLLOWING ? 'above its tasks' : 'below its tasks'
  }
  expect(await orderIn([one])).toBe('above its tasks')
  expect(await orderIn([{ ...one, exit: { asks: 'The signed paper', proof: null } }])).toBe('below its tasks')
  expect(await orderIn([one, sampleMilestone({ id: 'n', title: 'Paid' })])).toBe('below its tasks')
})

test.each([true, false])(
  'new tasks can be typed below those of a milestone, by those who may (may edit: %s)',
  async (edit) => {
    await open({ edit, width: 1440 })
    expect(screen.queryAllByRole('textbox', { name: /^New task for/ })).toHaveLength(edit ? 1 : 0)
  },
)

test.each([true, false])('a title opens its task beside the plan, for readers too (may edit: %s)', async (edit) => {
  const { router, press } = await open({ edit, width: 1440 })
  await press()
  expect(router.state.location).toMatchObject({ pathname: '/plans/plan-1', search: '?task=t' })
})

test('on a phone a title leads to the page of its task', async () => {
  const { press } = await open({ edit: true, width: 390 })
  await press()
  expect(await screen.findByRole('heading', { name: 'The page of the task' })).toBeVisible()
})

test.each([
  [1440, 1],
  [390, 0],
])('at %i px a pointer that comes near finds %i box to select the row', async (width, boxes) => {
  await open({ edit: true, width })
  const selectBoxes = () => screen.queryAllByRole('checkbox', { name: 'Select Kick-off', hidden: true })
  await act(async () => {
    fireEvent.pointerOver(screen.getByRole('link', { name: 'Kick-off' }))
    await Promise.all([import('../arrange/row-controls.tsx'), import('../arrange/select-and-move-rows.tsx')])
  })
  expect(selectBoxes()).toHaveLength(boxes)
})

test('a press that asks for a new tab or window is left to the browser', async () => {
  const { router, press } = await open({ edit: true, width: 1440 })
  // The test's browser cannot go anywhere: this stands in for its new tab, and says whether it was asked for one.
  const isLeft = vi.fn((event: Event) => {
    const left = !event.defaultPrevented
    event.preventDefault()
    return left
  })
  window.addEventListener('click', isLeft)
  for (const key of ['metaKey', 'ctrlKey', 'shiftKey']) {
    await press({ [key]: true })
    expect(isLeft).toHaveLastReturnedWith(true)
  }
  window.removeEventListener('click', isLeft)
  expect(router.state.location.search).toBe('')
})

async function drawn(tasks: TaskView[], fresh: FreshRows = new Map()) {
  cleanup()
  const milestones = [sampleMilestone({ id: 'm', title: 'Signed', tasks })]
  const plan = samplePlan({ stages: [{ stage: 'Purchase', done: 0, total: tasks.length, milestones }] })
  const table = <PlanTable plan={plan} links={planLinks('plan-1')} formKey="key" show="everything" fresh={fresh} />
  const router = createMemoryRouter([{ path: '/', element: table }])
  await act(async () => void render(<RouterProvider router={router} />))
  return (title: string) => screen.getByRole('group', { name: title })
}

test('rows that others have changed are tinted and say so aloud, those that change meanwhile for a moment more', async () => {
  const tasks = ['a', 'b', 'c'].map((id) => sampleTask({ id, title: `Task ${id}` }))
  const row = await drawn(tasks, new Map([['a', 'earlier'] as const, ['b', 'live'] as const]))
  expect(row('Task a')).toHaveTextContent('changed since your last visit')
  expect(row('Task a')).not.toHaveClass('live')
  expect(row('Task b')).toHaveClass('fresh', 'live')
  expect(row('Task c')).not.toHaveTextContent('changed since')
})

test('a row tells the date that was promised, kindly also when that has passed', async () => {
  const promised = (id: string, on: string) => sampleTask({ id, title: `Task ${id}`, promisedOn: day(on) })
  const row = await drawn([promised('a', '2026-06-19'), promised('b', '2026-06-15')])
  expect(row('Task a')).toHaveTextContent('promised 19 Jun')
  expect(row('Task b')).toHaveTextContent('promised 15 Jun, still open')
})
