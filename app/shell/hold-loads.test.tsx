import '@testing-library/jest-dom/vitest'
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react'
import { createMemoryRouter, RouterProvider, useLoaderData, useRevalidator } from 'react-router-dom'
import { afterEach, expect, test, vi } from 'vitest'
import { dataVersion, dataVersionHeader } from '#app/kit/data-version.ts'
import { holdLoads, useShownPage } from './hold-loads.ts'
import { WaitingBanner } from './waiting-banner.tsx'

/** What a stream sent for the refresh that comes next. */
let sent: { path: string; page: ArrayBuffer } | null = null
vi.mock(import('#app/ui/use-refresh.ts'), async (original) => ({ ...(await original()), takeRefresh: () => sent }))

afterEach(() => {
  sent = null
  cleanup()
  vi.unstubAllGlobals()
})

function Page() {
  useShownPage()
  const { revalidate } = useRevalidator()
  return (
    <>
      <p>{String(useLoaderData())}</p>
      <button onClick={revalidate}>Load again</button>
      <WaitingBanner />
    </>
  )
}

/** A page that is open, whose server answers with these versions of data, one after the other; null as one that says none. */
const openPage = (...versions: (string | null)[]) => openPageAt('?show=mine', ...versions)

async function openPageAt(search: string, ...versions: (string | null)[]) {
  const answers = versions.map((version, at) => {
    const headers = { 'Content-Type': 'text/x-script', ...(version !== null && { [dataVersionHeader]: version }) }
    return new Response(`Answer ${at}`, { headers })
  })
  vi.stubGlobal('fetch', () => Promise.resolve(answers.shift() ?? Response.error()))
  holdLoads()
  const loader = async () => (await fetch(new URL(`http://firstwin/plans/1.data${search}`))).text()
  const router = createMemoryRouter([{ path: '/plans/:id', element: <Page />, loader }], {
    initialEntries: [`/plans/1${search}#task-1`],
  })
  await act(async () => void render(<RouterProvider router={router} />))
  await screen.findByText('Answer 0')
  await act(async () => void fireEvent.click(screen.getByRole('button', { name: 'Load again' })))
}

test('a page that cannot read the data of a new version stays as it is and offers that version', async () => {
  await openPage(dataVersion, 'another')
  // Without the place on the page, with which nothing would load.
  expect(await screen.findByRole('link', { name: 'Open the new version' })).toHaveAttribute(
    'href',
    '/plans/1?show=mine',
  )
  expect(screen.getByText('Answer 0')).toBeVisible()
  expect(screen.getByRole('status')).toHaveTextContent('A new version of Firstwin is available')
})

test.each([dataVersion, null])('a page takes the data of a server that says %s', async (version) => {
  await openPage(dataVersion, version)
  expect(await screen.findByText('Answer 1')).toBeVisible()
})

test.each([
  ['is taken by the plan', '/plans/1', '', 'Sent with the change'],
  ['is not taken by a page that shows something else of it', '/plans/1', '?show=mine', 'Answer 1'],
  ['is not taken by another plan', '/plans/2', '', 'Answer 1'],
])('a page that came with a change %s', async (_case, path, search, shown) => {
  const page = new TextEncoder().encode('Sent with the change').buffer
  sent = { path, page }
  await openPageAt(search, dataVersion, dataVersion)
  expect(await screen.findByText(shown)).toBeVisible()
})
