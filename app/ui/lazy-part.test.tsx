import { act, cleanup, render, screen } from '@testing-library/react'
import { useLayoutEffect, useState } from 'react'
import { hydrateRoot } from 'react-dom/client'
import { renderToString } from 'react-dom/server'
import { afterEach, expect, it, vi } from 'vitest'
import { lazyPart, loadDrawnParts, loadParts } from './lazy-part.tsx'

const Greeting = ({ name }: { name: string }) => <p>Hello {name}</p>

/** A page that changes as soon as React has taken it over. */
function Page({ part: Part }: { part: typeof Greeting }) {
  const [name, setName] = useState('Ada')
  // eslint-disable-next-line react-hooks/set-state-in-effect -- what is tested
  useLayoutEffect(() => setName('Grace'), [])
  return <Part name={name} />
}

afterEach(() => {
  vi.useRealTimers()
  cleanup()
})

it('is drawn by the server with the page, and kept whatever changes around it while React takes over', async () => {
  const onServer = lazyPart('greeting', async () => Greeting)
  await loadParts()
  document.body.innerHTML = `<div>${renderToString(<Page part={onServer} />)}</div>`
  const paragraph = screen.getByText('Hello Ada')

  const inBrowser = lazyPart('greeting', async () => Greeting)
  await loadDrawnParts()
  const drawnAgain: unknown[] = []
  await act(
    async () =>
      void hydrateRoot(document.body.firstElementChild ?? document.body, <Page part={inBrowser} />, {
        onRecoverableError: (error) => drawnAgain.push(error),
      }),
  )
  expect(drawnAgain).toEqual([])
  expect(screen.getByText('Hello Grace')).toBe(paragraph)
})

it('asks again for a script that did not come', async () => {
  vi.useFakeTimers({ shouldAdvanceTime: true, advanceTimeDelta: 1_000 })
  let asked = 0
  const Part = lazyPart('greeting', async () => {
    asked += 1
    if (asked < 3) throw new TypeError('Failed to fetch dynamically imported module')
    return Greeting
  })
  render(<Part name="Ada" />)
  expect(await screen.findByText('Hello Ada', undefined, { timeout: 20_000 })).toBeInstanceOf(HTMLElement)
  expect(asked).toBe(3)
})

it('holds up nothing else while its script does not come, and is drawn once it does', async () => {
  vi.useFakeTimers({ shouldAdvanceTime: true, advanceTimeDelta: 1_000 })
  let isConnected = false
  const Part = lazyPart('greeting', async () => {
    if (!isConnected) throw new TypeError('Failed to fetch dynamically imported module')
    return Greeting
  })
  document.body.innerHTML = '<template data-part="greeting"></template>'
  await loadDrawnParts()
  render(
    <>
      <p>The rest</p>
      <Part name="Ada" />
    </>,
  )
  expect(screen.getByText('The rest')).toBeInstanceOf(HTMLElement)
  isConnected = true
  expect(await screen.findByText('Hello Ada', undefined, { timeout: 20_000 })).toBeInstanceOf(HTMLElement)
})
