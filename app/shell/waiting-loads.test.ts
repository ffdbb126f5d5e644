import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { untilLoaded } from './waiting-loads.ts'

beforeEach(() => {
  vi.useFakeTimers()
  vi.stubGlobal('window', new EventTarget())
  vi.stubGlobal('document', Object.assign(new EventTarget(), { hidden: false }))
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

const isPlain = ({ status }: Response) => (status === 200 ? null : status === 404 ? 'gone' : 'no answer')

/** An answer that is cut off after its first part. */
const brokenOff = () =>
  new Response(
    new ReadableStream({
      start(controller) {
        controller.enqueue(new TextEncoder().encode('{"half'))
        controller.error(new TypeError('network error'))
      },
    }),
  )

test('an answer that breaks off on its way is asked for again', async () => {
  const answers = [brokenOff(), new Response('busy', { status: 502 }), new Response('whole')]
  const asked = vi.fn(() => Promise.resolve(answers.shift() ?? Response.error()))
  const loading = untilLoaded({ what: 'refresh', ask: asked, whyNot: isPlain })
  await vi.runAllTimersAsync()
  expect(await (await loading).text()).toBe('whole')
  expect(asked).toHaveBeenCalledTimes(3)
})

test('what was refused waits for its reader to come back to the page', async () => {
  const answers = [new Response('', { status: 404 }), new Response('back')]
  const asked = vi.fn(() => Promise.resolve(answers.shift() ?? Response.error()))
  const loading = untilLoaded({ what: 'refresh', ask: asked, whyNot: isPlain })
  await vi.advanceTimersByTimeAsync(3_600_000)
  expect(asked).toHaveBeenCalledTimes(1)
  document.dispatchEvent(new Event('visibilitychange'))
  expect(await (await loading).text()).toBe('back')
})

test('a load that is no longer wanted ends', async () => {
  const gone = new AbortController()
  const ask = () => Promise.reject(new TypeError('Failed to fetch'))
  const loading = untilLoaded({ what: 'next page', ask, whyNot: isPlain, signal: gone.signal })
  const ended = expect(loading).rejects.toThrow()
  await vi.advanceTimersByTimeAsync(10_000)
  gone.abort()
  await ended
})
