import '@testing-library/jest-dom/vitest'
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react'
import { createMemoryRouter, redirect, RouterProvider } from 'react-router-dom'
import { beforeEach, expect, test, vi } from 'vitest'
import { planLinks } from '#app/kit/paths.ts'
import { sampleMilestone, samplePlan, sampleTask } from '#tests/samples/plan.ts'
import type { FormReply } from '#app/ui/form-reply.ts'
import { AddRow } from './add-row.tsx'

type Answer = { status: number; body: unknown }

/** What was posted, in its order, and what answers it. */
let posted: Record<string, FormDataEntryValue>[]
let answer: (values: Record<string, FormDataEntryValue>) => Promise<Answer | null>

const form = {
  owners: {
    vendor: [{ value: 'member:m1', text: 'Mara Keller' }],
    customer: [{ value: 'participant:p1', text: 'Priya Raman' }],
    placeholders: [],
  },
  companies: { vendor: 'Brightline', customer: 'Halden Foods' },
  choices: [{ id: 't1', title: 'Kick-off', milestone: 'Ready', isPrivate: false }],
  mayBePrivateTo: null,
}

async function stand(reply?: FormReply, Row = AddRow) {
  cleanup()
  const links = planLinks('plan-1')
  const milestone = sampleMilestone({
    id: 'm',
    title: 'Ready to test',
    tasks: [sampleTask({ id: 't2', title: 'Import' })],
  })
  const row = <Row plan={samplePlan()} milestone={milestone} links={links} formKey="load-1" reply={reply} />
  const router = createMemoryRouter(
    [
      {
        path: '/plans/plan-1',
        element: row,
        loader: () => null,
        async action({ request }) {
          const values = Object.fromEntries(await request.formData())
          posted.push(values)
          const refused = await answer(values)
          return refused ? Response.json(refused.body, { status: refused.status }) : redirect('/plans/plan-1')
        },
      },
      { path: '/plans/plan-1/tasks/new', loader: () => ({ form }) },
    ],
    { initialEntries: ['/plans/plan-1'] },
  )
  await act(async () => void render(<RouterProvider router={router} />))
}

/** The row as it is once someone has come to it. */
async function open() {
  await stand()
  await act(async () => field().focus())
}

const field = () => screen.getByRole('textbox', { name: 'New task for Ready to test' })
const terms = () => screen.queryByRole('group', { name: 'New task for Ready to test' })
const type = (value: string) => act(async () => void fireEvent.change(field(), { target: { value } }))
const enter = () => act(async () => void fireEvent.keyDown(field(), { key: 'Enter' }))
const titles = () => posted.map((values) => values['titles'])

beforeEach(() => {
  posted = []
  answer = () => Promise.resolve(null)
})

test('Enter adds what was typed and leaves the field empty, with the focus, for the next', async () => {
  await open()
  expect(field()).toHaveFocus()
  await type('Call IT')
  await enter()
  expect(field()).toHaveValue('')
  expect(field()).toHaveFocus()
  await expect
    .poll(() => posted)
    .toEqual([
      {
        intent: 'add-tasks',
        idempotencyKey: 'load-1:add-tasks:m:0',
        milestoneId: 'm',
        titles: 'Call IT',
        durationDays: '1',
        side: 'customer',
        owner: '',
      },
    ])
})

test('it stands as a plain form, and says on its own what was refused without script', async () => {
  await stand()
  expect(field()).toHaveAttribute('name', 'titles.m')
  expect(field()).toHaveValue('')
  const button = screen.getByRole('button', { name: 'Add a task to Ready to test', hidden: true })
  expect(button).toHaveAttribute('value', 'm')
  expect(terms()).toBeNull()
  const values = { intent: 'add-tasks', milestoneId: 'm', 'titles.m': 'Call IT' }
  await stand({ status: 'invalid', faults: [{ field: 'titles', message: 'Too many.' }], values })
  expect(field()).toHaveValue('Call IT')
  expect(field()).toHaveAccessibleDescription('Too many.')
  await stand({ status: 'invalid', faults: [], values: { ...values, milestoneId: 'other' } })
  expect(field()).toHaveValue('Call IT')
  expect(field()).not.toHaveAccessibleDescription()
})

test('nothing typed adds nothing; what a task gets besides is offered once something is typed, until Escape', async () => {
  await open()
  expect(terms()).toBeNull()
  await type('  \n')
  expect(terms()).toBeVisible()
  await enter()
  expect(posted).toEqual([])
  await type('')
  await act(async () => void fireEvent.keyDown(field(), { key: 'Escape' }))
  expect(terms()).toBeNull()
})

test('titles typed faster than they are answered arrive one after the other, in their order', async () => {
  const waiting: (() => void)[] = []
  answer = () => new Promise((done) => waiting.push(() => done(null)))
  await open()
  for (const title of ['One', 'Two', 'Three']) {
    await type(title)
    await enter()
  }
  expect(titles()).toEqual(['One'])
  expect(screen.getByRole('status')).toHaveTextContent('Adding 3 tasks…')
  for (const count of [2, 3]) {
    await act(async () => waiting.shift()?.())
    await expect.poll(titles).toHaveLength(count)
  }
  await act(async () => waiting.shift()?.())
  expect(titles()).toEqual(['One', 'Two', 'Three'])
  expect(new Set(posted.map((values) => values['idempotencyKey'])).size).toBe(3)
})

test('Escape stops nothing that is on its way', async () => {
  const waiting: (() => void)[] = []
  answer = () => new Promise((done) => waiting.push(() => done(null)))
  await open()
  for (const title of ['One', 'Two']) {
    await type(title)
    await enter()
  }
  await act(async () => void fireEvent.keyDown(field(), { key: 'Escape' }))
  expect(screen.getByRole('status')).toHaveTextContent('Adding 2 tasks…')
  await act(async () => waiting.shift()?.())
  await expect.poll(titles).toEqual(['One', 'Two'])
  await act(async () => waiting.shift()?.())
  await expect.poll(terms).toBeNull()
})

test('what stands in the field without having been typed there, as after a refusal, is added by the button', async () => {
  const values = { intent: 'add-tasks', milestoneId: 'm', 'titles.m': 'Call IT' }
  await stand({ status: 'invalid', faults: [{ field: 'titles', message: 'Too many.' }], values })
  await act(async () => void fireEvent.click(screen.getByRole('button', { name: 'Add a task to Ready to test' })))
  await expect.poll(titles).toEqual(['Call IT'])
})

test('what was typed in a field whose focus is older than the script is added', async () => {
  await stand()
  await type('Call IT')
  await enter()
  await expect.poll(titles).toEqual(['Call IT'])
})

test('several lines say how many tasks they are, and are posted at once', async () => {
  await open()
  await type('- One\n- Two\n')
  expect(screen.getByRole('status')).toHaveTextContent('Enter adds 2 tasks')
  await enter()
  expect(titles()).toEqual(['- One\n- Two\n'])
})

test('what did not arrive is sent again under its key, and what waits behind it after that', async () => {
  const waiting: ((refused: Answer | null) => void)[] = []
  answer = () => new Promise((done) => waiting.push(done))
  await open()
  await type('One')
  await enter()
  await type('Two')
  await enter()
  const refusal = { status: 'invalid', unsent: 'failed', message: 'There was no response.', faults: [], values: {} }
  await act(async () => waiting.shift()?.({ status: 503, body: refusal }))
  expect(await screen.findByRole('alert')).toHaveTextContent('This may not have been saved. There was no response.')
  await act(async () => void fireEvent.click(screen.getByRole('button', { name: 'Try again' })))
  await act(async () => waiting.shift()?.(null))
  await expect.poll(titles).toEqual(['One', 'One', 'Two'])
  expect(posted.map((values) => values['idempotencyKey'])).toEqual([0, 0, 1].map((n) => `load-1:add-tasks:m:${n}`))
})

test('what was refused stands in the field again, with what waited behind it', async () => {
  const waiting: ((refused: Answer | null) => void)[] = []
  answer = () => new Promise((done) => waiting.push(done))
  await open()
  for (const title of ['One', 'Two']) {
    await type(title)
    await enter()
  }
  const faults = [{ field: 'titles', message: 'A plan can have at most 300 tasks.' }]
  await act(async () => waiting.shift()?.({ status: 422, body: { status: 'invalid', faults, values: {} } }))
  expect(await screen.findByRole('alert')).toHaveTextContent('A plan can have at most 300 tasks.')
  expect(field()).toHaveValue('One\nTwo')
  expect(titles()).toEqual(['One'])
})

test('an owner brings the side along, and what the task follows can be chosen', async () => {
  await open()
  await act(async () => void fireEvent.pointerDown(field()))
  await screen.findByRole('option', { name: 'Mara Keller' })
  const choose = (name: string, value: string) =>
    act(async () => void fireEvent.change(screen.getByRole('combobox', { name }), { target: { value } }))
  await choose('Owner', 'member:m1')
  await choose('Starts', 't1')
  expect(screen.getByRole('combobox', { name: 'Side' })).toHaveValue('vendor')
  await type('Call IT')
  await enter()
  expect(posted[0]).toMatchObject({ owner: 'member:m1', side: 'vendor', after: 't1' })
})

test('where the rest cannot be loaded, all that was typed goes with the plain form', async () => {
  vi.resetModules()
  let fail = () => {}
  vi.doMock('./typed-tasks.tsx', () => new Promise((_, reject) => (fail = () => reject(new Error('offline')))))
  const form = document.createElement('form')
  form.id = 'add-tasks'
  document.body.append(form)
  const sent: (FormDataEntryValue | null)[] = []
  form.requestSubmit = () => void sent.push(new FormData(form).get('titles.m'))
  try {
    await stand(undefined, (await import('./add-row.tsx')).AddRow)
    await act(async () => field().focus())
    await type('One')
    await enter()
    await type('Two')
    await act(async () => fail())
    await expect.poll(() => sent).toEqual(['One\nTwo'])
  } finally {
    vi.doUnmock('./typed-tasks.tsx')
    form.remove()
  }
})
