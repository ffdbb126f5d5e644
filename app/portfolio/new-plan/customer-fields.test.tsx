import '@testing-library/jest-dom/vitest'
import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { createMemoryRouter, RouterProvider } from 'react-router-dom'
import { afterEach, expect, test, vi } from 'vitest'
import { CustomerFields } from './customer-fields.tsx'
import type { AccountChoices } from './new-plan-choices.ts'

afterEach(() => {
  vi.useRealTimers()
  cleanup()
})

const workspace = { name: 'Brightline', timeZone: 'Europe/Berlin' }
const accountsOf = (...names: string[]) => names.map((name) => ({ name, zone: 'Asia/Tokyo' }))

let asked: (string | null)[]

async function open(hasMore: boolean) {
  asked = []
  const choices: AccountChoices = { accounts: accountsOf('Newest'), hasMore, workspace }
  const router = createMemoryRouter(
    [
      {
        path: '/plans/new',
        element: <CustomerFields {...choices} templates={[]} />,
        loader({ request }) {
          const typed = new URL(request.url).searchParams.get('account')
          if (typed !== null) asked.push(typed)
          return { ...choices, accounts: accountsOf(`${typed} Foods`, `${typed} Group`) }
        },
      },
    ],
    { initialEntries: ['/plans/new'] },
  )
  await act(async () => void render(<RouterProvider router={router} />))
}

const type = (value: string) =>
  act(async () => void fireEvent.input(screen.getByRole('combobox', { name: 'Account' }), { target: { value } }))

const offered = () => [...document.querySelectorAll('datalist option')].map((it) => it.getAttribute('value'))

test('offers the accounts that fit what is typed, and asks once for a word', async () => {
  await open(true)
  expect(offered()).toEqual(['Newest'])
  for (const typed of ['H', 'Ha', 'Hal']) await type(typed)
  await waitFor(() => expect(offered()).toEqual(['Hal Foods', 'Hal Group']))
  expect(asked).toEqual(['Hal'])
  await type('')
  expect(offered()).toEqual(['Newest'])
})

test('asks for nothing where all accounts are offered', async () => {
  await open(false)
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  await type('Hal')
  await act(() => vi.advanceTimersByTimeAsync(1_000))
  expect([offered(), asked]).toEqual([['Newest'], []])
})
