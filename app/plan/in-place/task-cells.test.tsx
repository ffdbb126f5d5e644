import '@testing-library/jest-dom/vitest'
import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/react'
import { createMemoryRouter, RouterProvider } from 'react-router-dom'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { planLinks } from '#app/kit/paths.ts'
import type { TaskView } from '../view/plan-view.ts'
import { samplePlan, sampleTask } from '#tests/samples/plan.ts'
import { TaskCells } from './task-cells.tsx'

const told = vi.hoisted(() => ({ start: vi.fn(), end: vi.fn() }))
vi.mock('../presence/tell-editing.ts', () => ({
  tellEditing: (editing: object) => {
    told.start(editing)
    return told.end
  },
}))

type Posted = Record<string, FormDataEntryValue>

/** What was posted, in its order, and what answers it; nothing where it is saved. */
let posted: Posted[]
let answer: (values: Posted) => { status: number; body: object } | null

const choices = {
  values: { title: 'Kick-off', side: 'vendor', durationDays: '5', notBefore: '', notAfter: '', owner: '' },
  owners: {
    vendor: [{ value: 'member:m1', text: 'Mara Keller' }],
    customer: [{ value: 'participant:p1', text: 'Priya Raman' }],
    placeholders: [{ value: 'placeholder:Legal', text: 'Legal' }],
  },
  companies: { vendor: 'Brightline', customer: 'Halden Foods' },
  alsoOwns: [] as string[],
}

/** What a page of no size lacks; each is put back after its test. */
let stubs: { mockRestore(): void }[]

beforeEach(() => {
  posted = []
  answer = () => null
  vi.stubGlobal(
    'ResizeObserver',
    class {
      observe() {}
      disconnect() {}
    },
  )
  vi.stubGlobal('fetch', () => Promise.resolve(Response.json(choices)))
  stubs = [
    vi.spyOn(Element.prototype, 'scrollIntoView').mockImplementation(() => undefined),
    vi.spyOn(document, 'hasFocus').mockReturnValue(true),
  ]
})
afterEach(() => {
  vi.unstubAllGlobals()
  for (const stub of stubs) stub.mockRestore()
})

async function open(owner: TaskView['owner'] = null) {
  cleanup()
  const task = sampleTask({ id: 't', title: 'Kick-off', side: 'vendor', owner })
  const row = (
    <div className="table">
      <div className="row">
        <a href="/plans/plan-1/tasks/t/view" data-cell="open">
          Kick-off
        </a>
        <TaskCells plan={samplePlan()} task={task} links={planLinks('plan-1')} formKey="load-1" />
      </div>
    </div>
  )
  const router = createMemoryRouter(
    [
      {
        path: '/plans/plan-1',
        element: row,
        loader: () => null,
        async action({ request }) {
          const values = Object.fromEntries(await request.formData())
          posted.push(values)
          const refused = answer(values)
          return refused ? Response.json({ ...refused.body, values }, { status: refused.status }) : null
        },
      },
    ],
    { initialEntries: ['/plans/plan-1'] },
  )
  await act(async () => void render(<RouterProvider router={router} />))
  return router
}

const cell = (name: RegExp) => screen.getByRole('button', { name })
const press = (element: Element, key: string) => act(async () => void fireEvent.keyDown(element, { key }))
const click = (element: Element) => act(async () => void fireEvent.click(element))
const type = (element: Element, value: string) =>
  act(async () => {
    fireEvent.input(element, { target: { value } })
    fireEvent.change(element, { target: { value } })
  })
const submit = (element: HTMLInputElement) => act(async () => element.form?.requestSubmit())
const titleField = () => screen.getByRole<HTMLInputElement>('textbox', { name: 'Title' })

test('a row is one stop for Tab; arrows lead along it, and each button says what stands there', async () => {
  await open()
  const link = screen.getByRole('link', { name: 'Kick-off' })
  const stops = () => [...document.querySelectorAll<HTMLElement>('[data-cell]')].filter((it) => it.tabIndex === 0)
  expect(stops()).toEqual([link])
  link.focus()
  await press(link, 'ArrowRight')
  expect(document.activeElement).toHaveAccessibleName('Rename Kick-off')
  await press(document.activeElement ?? link, 'ArrowRight')
  expect(document.activeElement).toHaveAccessibleName('Change side of Kick-off: Brightline')
  await press(document.activeElement ?? link, 'ArrowRight')
  expect(document.activeElement).toHaveAccessibleName('Change owner of Kick-off: No owner yet')
  expect(stops()).toEqual([link, document.activeElement])
})

test('F2 renames: Enter posts the title with what was seen, its value stands while it is sent, and F2 then opens it again', async () => {
  await open()
  let isSaved: () => void = () => undefined
  await press(screen.getByRole('link', { name: 'Kick-off' }), 'F2')
  expect(titleField()).toHaveFocus()
  expect(titleField()).toHaveValue('Kick-off')
  await type(titleField(), 'Kick-off on site')
  answer = () => {
    isSaved()
    return null
  }
  const shown = new Promise<void>((resolve) => (isSaved = resolve))
  act(() => titleField().form?.requestSubmit())
  expect(screen.getByRole('status')).toHaveTextContent('Kick-off on site Saving…')
  expect(screen.getByRole('link', { name: 'Kick-off' })).toHaveFocus()
  await press(screen.getByRole('link', { name: 'Kick-off' }), 'F2')
  await act(() => shown)
  expect(posted).toMatchObject([
    { intent: 'edit-task', taskId: 't', title: 'Kick-off on site', 'seen.title': 'Kick-off' },
  ])
  await vi.waitFor(() => expect(titleField()).toHaveFocus())
})

test('Escape and a value that did not change post nothing', async () => {
  await open()
  await click(cell(/^Rename/))
  await type(titleField(), 'Something else')
  await press(titleField(), 'Escape')
  expect(screen.queryByRole('textbox')).toBeNull()
  await click(cell(/^Rename/))
  await submit(titleField())
  expect(screen.queryByRole('textbox')).toBeNull()
  expect(posted).toEqual([])
})

test('Tab saves and leads to the next cell', async () => {
  await open()
  await click(cell(/^Rename/))
  await type(titleField(), 'Kick-off on site')
  await press(titleField(), 'Tab')
  expect(document.activeElement).toHaveAccessibleName(/^Change side/)
  await vi.waitFor(() => expect(posted).toHaveLength(1))
})

test('an owner is found by the first letters, or named without being on the plan', async () => {
  await open()
  await click(cell(/^Change owner/))
  const field = () => screen.getByRole('combobox', { name: 'Owner' })
  expect(await screen.findAllByRole('option')).toHaveLength(4)
  await type(field(), 'pri')
  const options = within(screen.getByRole('listbox', { name: 'Owner' })).getAllByRole('option')
  expect(options.map(({ textContent }) => textContent)).toEqual([
    'Priya Raman',
    expect.stringContaining('Someone else'),
  ])
  expect(field()).toHaveAttribute('aria-activedescendant', options[0]?.id)
  await press(field(), 'Enter')
  await vi.waitFor(() => expect(posted).toMatchObject([{ owner: 'participant:p1', 'seen.owner': '' }]))

  await click(cell(/^Change owner/))
  await type(field(), 'Their auditor')
  await press(field(), 'Enter')
  await vi.waitFor(() => expect(posted[1]).toMatchObject({ owner: 'else', ownerName: 'Their auditor' }))
})

test('someone can be invited by email where one stands, and is the owner at once', async () => {
  await open()
  await click(cell(/^Change owner/))
  await screen.findAllByRole('option')
  const field = screen.getByRole('combobox', { name: 'Owner' })
  await type(field, 'ida.berg@halden.example')
  expect(screen.getByRole('option')).toHaveTextContent('Invite ida.berg@halden.example')
  await press(field, 'Enter')
  await vi.waitFor(() =>
    expect(posted).toMatchObject([
      { intent: 'invite-owner', owner: 'invited', email: 'ida.berg@halden.example', taskId: 't', 'seen.owner': '' },
    ]),
  )
})

test.each([
  ['takes its other tasks along', [], JSON.stringify(['o1', 'o2'])],
  ['or this task alone', ['ArrowDown'], undefined],
])('a placeholder that gets a person asks about its other tasks: %s', async (_, keys, alsoFor) => {
  const answered = { ...choices, values: { ...choices.values, owner: 'placeholder:Legal' }, alsoOwns: ['o1', 'o2'] }
  vi.stubGlobal('fetch', () => Promise.resolve(Response.json(answered)))
  await open({ kind: 'placeholder', id: null, name: 'Legal' })
  await click(cell(/^Change owner/))
  await screen.findAllByRole('option')
  await type(screen.getByRole('combobox', { name: 'Owner' }), 'pri')
  await press(screen.getByRole('combobox', { name: 'Owner' }), 'Enter')
  expect(posted).toHaveLength(0)
  const question = screen.getByRole('listbox', { name: 'Legal also owns 2 other tasks. Assign them too?' })
  expect(question).toHaveFocus()
  for (const key of keys) await press(question, key)
  await press(question, 'Enter')
  await vi.waitFor(() => expect(posted).toHaveLength(1))
  expect(posted[0]).toMatchObject({ intent: 'edit-task', owner: 'participant:p1' })
  expect(posted[0]?.['alsoFor']).toBe(alsoFor)
})

test('where the owners could not be loaded the field says so, and nothing of loading', async () => {
  vi.stubGlobal('fetch', () => Promise.resolve(new Response(null, { status: 503 })))
  await open()
  await click(cell(/^Change owner/))
  expect(await screen.findByRole('alert')).toBeVisible()
  const owner = screen.getByRole('combobox', { name: 'Owner' })
  expect(owner).toHaveAttribute('placeholder', 'Type a name')
  expect(owner).not.toHaveAttribute('aria-busy')
})

test('a refused value comes back with the message and what was typed', async () => {
  await open()
  answer = () => ({
    status: 422,
    body: { status: 'invalid', faults: [{ field: 'title', message: 'Please enter a title.' }] },
  })
  await click(cell(/^Rename/))
  await type(titleField(), '  ')
  await submit(titleField())
  expect(await screen.findByRole('alert')).toHaveTextContent('Please enter a title.')
  expect(titleField()).toHaveValue('  ')
  expect(titleField()).toHaveFocus()
})

test('what may have arrived is sent again under the same key, another value under a new one', async () => {
  await open()
  answer = () => ({
    status: 503,
    body: { status: 'invalid', unsent: 'failed', message: 'There was no response.', faults: [] },
  })
  await click(cell(/^Rename/))
  await type(titleField(), 'Kick-off on site')
  await submit(titleField())
  expect(await screen.findByRole('alert')).toHaveTextContent('This may not have been saved. There was no response.')
  await submit(titleField())
  await vi.waitFor(() => expect(posted).toHaveLength(2))
  await screen.findByRole('alert')
  await type(titleField(), 'Kick-off at Halden')
  await submit(titleField())
  await vi.waitFor(() => expect(posted).toHaveLength(3))
  const [first, again, other] = posted.map((values) => values['idempotencyKey'])
  expect(again).toBe(first)
  expect(other).not.toBe(first)
})

test('where someone else was faster both versions are offered, one press each', async () => {
  await open()
  answer = ({ 'seen.title': seen }) =>
    seen === 'Kick-off'
      ? {
          status: 409,
          body: {
            status: 'conflict',
            conflicts: [
              { field: 'title', label: 'Title', yours: 'Mine', theirs: 'Theirs', by: 'Jonas Lind', at: '2026-06-17' },
            ],
          },
        }
      : null
  await click(cell(/^Rename/))
  await type(titleField(), 'Mine')
  await submit(titleField())
  const asked = await screen.findByRole('alert')
  expect(asked).toHaveTextContent('Jonas Lind changed this while you were typing')
  expect(within(asked).getByRole('button', { name: 'Use Jonas Lind’s version: Theirs' })).toBeVisible()
  await click(within(asked).getByRole('button', { name: 'Keep yours: Mine' }))
  await vi.waitFor(() => expect(posted[1]).toMatchObject({ title: 'Mine', 'seen.title': 'Theirs' }))
  await vi.waitFor(() => expect(screen.queryByRole('alert')).toBeNull())
})

test('the others are told which cell is edited, until it is left or saved', async () => {
  told.start.mockReset()
  told.end.mockReset()
  await open()
  await click(cell(/^Rename/))
  expect(told.start).toHaveBeenLastCalledWith({ url: '/plans/plan-1/editing', taskId: 't', field: 'title' })
  expect(told.end).not.toHaveBeenCalled()
  await press(titleField(), 'Escape')
  expect(told.end).toHaveBeenCalledOnce()
  await click(cell(/^Change owner/))
  expect(told.start).toHaveBeenLastCalledWith(expect.objectContaining({ field: 'owner' }))
})
