import '@testing-library/jest-dom/vitest'
import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/react'
import { createMemoryRouter, RouterProvider } from 'react-router-dom'
import { beforeEach, expect, test } from 'vitest'
import { planLinks } from '#app/kit/paths.ts'
import { sampleMilestone, samplePlan, sampleTask } from '#tests/samples/plan.ts'
import { AddRow } from './add-row.tsx'

type Answer = { status: number; body: unknown }

/** What was posted, in its order, and what answers it. */
let posted: Record<string, FormDataEntryValue>[]
let answer: (values: Record<string, FormDataEntryValue>) => Promise<Answer | null>
let closed = 0

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

async function open() {
  cleanup()
  const links = planLinks('plan-1')
  const milestone = sampleMilestone({
    id: 'm',
    title: 'Ready to test',
    tasks: [sampleTask({ id: 't2', title: 'Import' })],
  })
  const row = (
    <AddRow plan={samplePlan()} milestone={milestone} links={links} formKey="load-1" onClose={() => (closed += 1)} />
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
          const refused = await answer(values)
          return refused ? Response.json(refused.body, { status: refused.status }) : null
        },
      },
      { path: '/plans/plan-1/tasks/new', loader: () => ({ form }) },
    ],
    { initialEntries: ['/plans/plan-1'] },
  )
  await act(async () => void render(<RouterProvider router={router} />))
}

const row = () => within(screen.getByRole('form', { name: 'New task for Ready to test' }))
const field = () => row().getByRole('textbox', { name: 'Title' })
const type = (value: string) => act(async () => void fireEvent.change(field(), { target: { value } }))
const enter = () => act(async () => void fireEvent.keyDown(field(), { key: 'Enter' }))
const titles = () => posted.map((values) => values['titles'])

beforeEach(() => {
  posted = []
  closed = 0
  answer = () => Promise.resolve(null)
})

test('Enter adds what was typed and leaves the field empty, with the focus, for the next', async () => {
  await open()
  expect(field()).toHaveFocus()
  await type('Call IT')
  await enter()
  expect(field()).toHaveValue('')
  expect(field()).toHaveFocus()
  expect(posted).toEqual([
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

test('nothing typed adds nothing, and Escape closes the row', async () => {
  await open()
  await type('  \n')
  await enter()
  expect(posted).toEqual([])
  await type('')
  await act(async () => void fireEvent.keyDown(field(), { key: 'Escape' }))
  expect(closed).toBe(1)
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
