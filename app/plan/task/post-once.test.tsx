import { createRoot } from 'react-dom/client'
import { createMemoryRouter, redirect, RouterProvider } from 'react-router-dom'
import { afterEach, expect, test, vi } from 'vitest'
import { type PlanAnswer, PostOnce } from './post-once.tsx'

afterEach(() => void vi.unstubAllGlobals())

/** Draws as a browser does, at its own pace: `act` would draw each state on its own. */
function post(action: () => Response) {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', false)
  const answers: PlanAnswer[] = []
  const posting = <PostOnce action="/plan" values={{ title: 'One' }} onAnswer={(answer) => answers.push(answer)} />
  const router = createMemoryRouter([{ path: '/plan', element: posting, loader: () => null, action }], {
    initialEntries: ['/plan'],
  })
  const root = createRoot(document.createElement('div'))
  root.render(<RouterProvider router={router} future={{ v7_startTransition: true }} />)
  return answers
}

test('a save that is done before its posting was drawn is told once', async () => {
  const answers = post(() => redirect('/plan'))
  await expect.poll(() => answers).toEqual([undefined])
})

test('a refusal that comes before its posting was drawn is told once', async () => {
  const refusal = { status: 'invalid', message: 'Too many.', faults: [], values: {} }
  const answers = post(() => Response.json(refusal, { status: 422 }))
  await expect.poll(() => answers).toEqual([refusal])
})
