import '@testing-library/jest-dom/vitest'
import { act, cleanup, createEvent, fireEvent, render, screen } from '@testing-library/react'
import { useDeferredValue, useMemo } from 'react'
import { createMemoryRouter, RouterProvider, useLoaderData, useSearchParams } from 'react-router-dom'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { z } from 'zod'
import { planLinks } from '#app/kit/paths.ts'
import { sampleMilestone, samplePlan, sampleTask } from '#tests/samples/plan.ts'
import { PlanTable } from '../page/plan-table.tsx'

type Posted = Record<string, FormDataEntryValue>

/** What was posted, in its order, and what answers it; nothing where it is saved. */
let posted: Posted[]
let answer: (values: Posted) => Promise<Response | null>
/** The tasks of the first milestone, in their order. */
let first: string[]
/** Who owns the tasks, where that is not a person. */
let owner: string | null
/** What a page of no size lacks; each is put back after its test. */
let stubs: { mockRestore(): void }[]

beforeEach(() => {
  posted = []
  answer = () => Promise.resolve(null)
  first = ['a', 'b', 'c']
  owner = null
  vi.stubGlobal('innerWidth', 1440)
  stubs = [
    vi.spyOn(document, 'elementFromPoint').mockReturnValue(null),
    vi.spyOn(Element.prototype, 'setPointerCapture').mockImplementation(() => undefined),
  ]
})
afterEach(() => {
  vi.unstubAllGlobals()
  for (const stub of stubs) stub.mockRestore()
})

const milestone = (id: string, ...tasks: string[]) =>
  sampleMilestone({ id, tasks: tasks.map((task) => sampleTask({ id: task, mine: task === 'd', ...ownerOf() })) })

const ownerOf = () => (owner === null ? {} : { owner: { kind: 'placeholder' as const, id: null, name: owner } })

const planOf = (tasks: readonly string[]) =>
  samplePlan({
    stages: [
      { stage: 'Purchase', done: 0, total: tasks.length, milestones: [milestone('one', ...tasks)] },
      { stage: 'Rollout', done: 0, total: 2, milestones: [milestone('two', 'd', 'e'), milestone('three')] },
    ],
  })

/** The table as the page draws it: when there is time. */
function Table() {
  const [search] = useSearchParams()
  const show = search.get('show') === 'mine' ? 'mine' : 'everything'
  const tasks = useLoaderData()
  const plan = useDeferredValue(useMemo(() => planOf(z.array(z.string()).parse(tasks)), [tasks]))
  return <PlanTable plan={plan} links={planLinks('plan-1')} formKey="load-1" show={show} />
}

/** The table of two stages with what arranges its rows: tasks before one milestone, d and e before the next. */
async function open() {
  cleanup()
  const router = createMemoryRouter(
    [
      {
        path: '/plans/plan-1',
        element: <Table />,
        loader: () => [...first],
        async action({ request }) {
          const values = Object.fromEntries(await request.formData())
          posted.push(values)
          return answer(values)
        },
      },
    ],
    { initialEntries: ['/plans/plan-1'] },
  )
  await act(async () => void render(<RouterProvider router={router} />))
  await act(async () => {
    fireEvent.pointerOver(title('a'))
    await Promise.all([import('./row-controls.tsx'), import('./select-and-move-rows.tsx')])
  })
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
  answer = () => new Promise(() => undefined)
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

test('what is ordered while another order is on its way waits for it, and is done from where that one left the page', async () => {
  const waiting: (() => void)[] = []
  answer = ({ taskIds, after }) =>
    new Promise((done) =>
      waiting.push(() => {
        if (after === 'b') first = ['b', 'a', 'c']
        if (after === 'c') first = ['b', 'c', 'a']
        if (taskIds === 'b' && after === undefined) first = ['c', 'a']
        done(null)
      }),
    )
  await open()
  await press(title('a'), 'ArrowDown', { altKey: true })
  await press(title('a'), 'ArrowDown', { altKey: true })
  // A key that is held down moves on as fast as moves are answered.
  await press(title('a'), 'ArrowDown', { altKey: true, repeat: true })
  await press(title('b'), 'x')
  await press(title('b'), 'Delete')
  expect(posted).toHaveLength(1)
  for (const count of [2, 3]) {
    await act(async () => waiting.shift()?.())
    await expect.poll(() => posted).toHaveLength(count)
  }
  expect(posted).toMatchObject([
    { intent: 'move-tasks', taskIds: 'a', milestoneId: 'one', after: 'b' },
    { intent: 'move-tasks', taskIds: 'a', milestoneId: 'one', after: 'c' },
    { intent: 'remove-tasks', taskIds: 'b', preview: 'yes' },
  ])
  expect(new Set(posted.map((values) => values['idempotencyKey'])).size).toBe(3)
})

test('of two owners that are given to one task at once, the second replaces the first', async () => {
  const owners = { vendor: [], customer: [], placeholders: [] }
  const choices = { owners, companies: { vendor: 'Brightline', customer: 'Halden Foods' }, values: {}, alsoOwns: [] }
  vi.stubGlobal('fetch', () => Promise.resolve(Response.json(choices)))
  const waiting: (() => void)[] = []
  answer = ({ ownerName }) =>
    new Promise((done) =>
      waiting.push(() => {
        owner = String(ownerName)
        done(null)
      }),
    )
  await open()
  await select('a')
  for (const name of ['Legal', 'IT']) {
    await press(title('a'), 'o')
    const list = screen.getByRole('combobox', { name: 'Owner' })
    await act(async () => void fireEvent.change(list, { target: { value: name } }))
    await screen.findByRole('option', { name: new RegExp(name) })
    await press(list, 'Enter')
  }
  expect(screen.getByText('Saving 2 changes…')).toHaveAttribute('role', 'status')
  await act(async () => waiting.shift()?.())
  await expect.poll(() => posted).toHaveLength(2)
  expect(posted).toMatchObject([
    { ownerName: 'Legal', taskIds: 'a', seenOwners: 'a participant:p1' },
    { ownerName: 'IT', taskIds: 'a', seenOwners: 'a placeholder:Legal' },
  ])
  await act(async () => waiting.shift()?.())
  await expect.poll(() => screen.queryByText('Saving…')).toBeNull()
})

const select = async (...tasks: string[]) => {
  for (const task of tasks) await press(title(task), 'x')
}
const bar = () => screen.queryByRole('toolbar', { name: 'Selected tasks' })

test.each([
  ['b', 'c', ['b', 'c', 'a'], () => title('a')],
  ['b', 'c', ['a', 'b', 'c'], () => point('one')],
])(
  'after %s and %s are deleted of %j, the focus is on the next that stays, or on the milestone',
  async (one, other, before, next) => {
    first = before
    answer = () => {
      first = ['a']
      return Promise.resolve(null)
    }
    await open()
    title(one).focus()
    await select(one, other)
    await press(title(one), 'Delete')
    await expect.poll(() => screen.queryByRole('link', { name: `Task ${one}` })).toBeNull()
    expect(next()).toHaveFocus()
  },
)

test('where they are kept after all, the focus is back on the first of them', async () => {
  const shown = { parts: ['1 task moved'], milestones: [], movedFor: [], changesDates: true }
  answer = () => Promise.resolve(Response.json({ status: 'previewed', shown }))
  await open()
  title('b').focus()
  await select('b')
  await press(title('b'), 'Delete')
  const cancel = await screen.findByRole('button', { name: 'Cancel' })
  await act(async () => void fireEvent.click(cancel))
  expect(title('b')).toHaveFocus()
  expect(posted).toHaveLength(1)
})

test('a task that is no longer in view is no longer selected', async () => {
  const router = await open()
  await select('a', 'd', 'e')
  expect(bar()).toHaveTextContent('3 tasks selected')
  const purchase = title('a').closest('details')
  await act(async () => {
    purchase?.removeAttribute('open')
    purchase?.dispatchEvent(new Event('toggle'))
  })
  expect(bar()).toHaveTextContent('2 tasks selected')
  await act(() => router.navigate('/plans/plan-1?show=mine'))
  expect(bar()).toHaveTextContent('1 task selected')
  await act(() => router.navigate('/plans/plan-1'))
  expect(bar()).toHaveTextContent('1 task selected')
})

test('owners that cannot be loaded are said to be so, and are asked for again when the list opens again', async () => {
  const asked = vi.fn(() => Promise.reject(new Error('no network')))
  vi.stubGlobal('fetch', asked)
  await open()
  await select('a')
  await press(title('a'), 'o')
  expect(await screen.findByRole('alert')).toHaveTextContent('This could not be loaded. Press Escape and try again.')
  const list = screen.getByRole('combobox', { name: 'Owner' })
  expect(list).not.toHaveAttribute('aria-busy')
  await press(list, 'Escape')
  await press(title('a'), 'o')
  expect(asked).toHaveBeenCalledTimes(2)
})

test('a list that was open over a selection is closed with it', async () => {
  vi.stubGlobal('fetch', () => new Promise(() => undefined))
  await open()
  await select('a')
  await press(title('a'), 'o')
  expect(screen.getByRole('combobox', { name: 'Owner' })).toBeVisible()
  await press(title('a'), 'Escape')
  await select('b')
  expect(bar()).toHaveTextContent('1 task selected')
  expect(screen.queryByRole('combobox', { name: 'Owner' })).toBeNull()
})
