import '@testing-library/jest-dom/vitest'
import { act, render, screen } from '@testing-library/react'
import { createMemoryRouter, redirect, RouterProvider, useFetcher, useLoaderData } from 'react-router-dom'
import { afterEach, expect, test, vi } from 'vitest'
import { useLivePage } from './use-live-page.ts'

/** The stream of the page under test. */
let stream: { onmessage?: (event: { data: string }) => void } = {}
const hear = async (number: number) => {
  await act(async () => stream.onmessage?.({ data: `${number}` }))
  // The stream spreads loads over a while, at least over one turn of the clock.
  await act(async () => void (await vi.advanceTimersByTimeAsync(1)))
}

function Page() {
  const number = useLoaderData() as number
  const { submit } = useFetcher()
  useLivePage('/events', number)
  return (
    <button type="button" onClick={() => submit({}, { method: 'post', preventScrollReset: true })}>
      {number}
    </button>
  )
}

afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

test('a change that is told while a form is sent is loaded with its answer, so that the page stays where it is', async () => {
  vi.useFakeTimers()
  vi.stubGlobal(
    'EventSource',
    class {
      onmessage = undefined
      constructor() {
        // eslint-disable-next-line @typescript-eslint/no-this-alias -- the test speaks for the server
        stream = this
      }
      addEventListener() {}
      close() {}
    },
  )
  let number = 1
  let loads = 0
  const { promise: saved, resolve: save } = Promise.withResolvers<undefined>()
  const router = createMemoryRouter([
    {
      path: '/',
      element: <Page />,
      loader: () => {
        loads += 1
        return number
      },
      async action() {
        await saved
        return redirect('/')
      },
    },
  ])
  await act(async () => void render(<RouterProvider router={router} />))
  expect(loads).toBe(1)
  await act(async () => screen.getByRole('button').click())
  number = 2
  await hear(2)
  expect(loads).toBe(1)
  await act(async () => save(undefined))
  expect(screen.getByRole('button')).toHaveTextContent('2')
  expect(loads).toBe(2)
  expect(router.state.preventScrollReset).toBe(true)
  number = 3
  await hear(3)
  expect(screen.getByRole('button')).toHaveTextContent('3')
})
