import '@testing-library/jest-dom/vitest'
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react'
import { createMemoryRouter, RouterProvider, useLoaderData, useRevalidator } from 'react-router-dom'
import { beforeEach, expect, test } from 'vitest'
import { Tick, TickForms } from './tick.tsx'

/** What the page is like when it is loaded. */
let page: { idempotencyKey: string | null }
let loads = 0

function Page() {
  const { idempotencyKey } = useLoaderData() as typeof page
  const { revalidate } = useRevalidator()
  return (
    <>
      <TickForms action="/" formKey="any" />
      <Tick taskId="t1" done={false} title="Contract" formKey={idempotencyKey} />
      <button type="button" onClick={revalidate}>
        Load again
      </button>
    </>
  )
}

const refusal = { status: 'invalid', message: 'This plan is archived.', faults: [] }

/** A page with a tick that is refused. */
async function open() {
  cleanup()
  const router = createMemoryRouter([
    {
      path: '/',
      element: <Page />,
      loader: () => ({ ...page, ...(page.idempotencyKey && { idempotencyKey: `load-${++loads}` }) }),
      async action({ request }) {
        const values = Object.fromEntries(await request.formData())
        return { ...refusal, values }
      },
      shouldRevalidate: ({ formMethod }) => formMethod === undefined,
    },
  ])
  await act(async () => void render(<RouterProvider router={router} />))
}

const press = (name: RegExp) => act(async () => void fireEvent.click(screen.getByRole('button', { name })))

beforeEach(() => {
  page = { idempotencyKey: 'any' }
})

test('a tick that was refused says why, until the page is loaded again', async () => {
  await open()
  await press(/^Mark done/)
  expect(await screen.findByRole('alert')).toHaveTextContent('This plan is archived.')
  await press(/^Load again/)
  expect(screen.queryByRole('alert')).toBeNull()
  await press(/^Mark done/)
  expect(await screen.findByRole('alert')).toHaveTextContent('This plan is archived.')
})

test('where the page loads meanwhile and nothing can be pressed, the refusal is shown all the same', async () => {
  await open()
  await press(/^Mark done/)
  page = { idempotencyKey: null }
  await press(/^Load again/)
  expect(screen.queryByRole('button', { name: /^Mark done/ })).toBeNull()
  expect(screen.getByRole('alert')).toHaveTextContent('This plan is archived.')
})
