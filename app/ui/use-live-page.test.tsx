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

/** @returns the addresses of the streams that are opened */
function stubStream() {
  const opened: string[] = []
  class Stream {
    onmessage = undefined
    constructor(url: string) {
      opened.push(url)
      // eslint-disable-next-line @typescript-eslint/no-this-alias -- the test speaks for the server
      stream = this
    }
    addEventListener() {}
    close() {}
  }
  vi.stubGlobal('EventSource', Stream)
  return opened
}

afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

test('a change that is told while a form is sent is loaded with its answer, so that the page stays where it is', async () => {
  vi.useFakeTimers()
  stubStream()
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

test('the changes of a plan that is opened after another are heard, though its numbers are lower', async () => {
  vi.useFakeTimers()
  const heardOn = stubStream()
  const numbers: Record<string, number> = { a: 480, b: 22 }
  function PlanOf() {
    const { id, number } = useLoaderData() as { id: string; number: number }
    useLivePage(`/plans/${id}/events`, number)
    return <p>{number}</p>
  }
  const loader = ({ params: { id = '' } }: { params: { id?: string } }) => ({ id, number: numbers[id] ?? 0 })
  const router = createMemoryRouter([{ path: '/plans/:id', element: <PlanOf />, loader }], {
    initialEntries: ['/plans/a'],
  })
  await act(async () => void render(<RouterProvider router={router} />))
  await act(async () => void router.navigate('/plans/b'))
  expect(heardOn).toEqual(['/plans/a/events', '/plans/b/events'])
  numbers['b'] = 23
  await hear(23)
  expect(screen.getByText('23')).toBeInTheDocument()
})

test('a change that is told when a form has just been sent waits, though React has not drawn that yet', async () => {
  vi.useFakeTimers()
  stubStream()
  let loads = 0
  const router = createMemoryRouter([{ path: '/', element: <Page />, loader: () => ++loads }])
  await act(async () => void render(<RouterProvider router={router} />))
  vi.stubGlobal('__remixRouter', { state: { navigation: { state: 'submitting' }, fetchers: new Map() } })
  await hear(2)
  expect(loads).toBe(1)
  vi.stubGlobal('__remixRouter', { state: { navigation: { state: 'idle' }, fetchers: new Map() } })
  await hear(3)
  expect(loads).toBe(2)
})
