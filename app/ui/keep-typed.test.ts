import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { UnsentReply } from './form-reply.ts'
import { keepTyped, answerPatience } from './keep-typed.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const body = new URLSearchParams([
  ['idempotencyKey', 'key-of-the-form'],
  ['intent', 'edit-task'],
  ['title', 'Contract at Legal'],
  ['kinds', 'logo'],
  ['kinds', 'call'],
])

function send(answer: () => Promise<unknown>, signal?: AbortSignal) {
  const request = new Request('http://localhost/plans/1', { method: 'POST', body, ...(signal && { signal }) })
  return keepTyped({ request, params: {}, serverAction: answer as never })
}

async function unsent(answer: () => Promise<unknown>): Promise<[number, UnsentReply]> {
  const response = await send(answer)
  if (!(response instanceof Response)) throw new Error('This was taken')
  return [response.status, (await response.json()) as UnsentReply]
}

/** What Remix throws for an answer that a guard threw. */
const refusal = (status: number, data: object) => ({ status, statusText: '', internal: false, data })

const failsWith = (error: unknown) => () => Promise.reject(error)

test('an answer of the server’s passes as it is', async () => {
  const reply = { status: 'invalid', faults: [], values: {} }
  expect(await send(() => Promise.resolve(reply))).toBe(reply)
  const redirect = new Response(null, { status: 303 })
  await expect(send(failsWith(redirect))).rejects.toBe(redirect)
})

test('what failed on the way is a reply with everything that was posted, and can be tried again', async () => {
  for (const error of [
    new TypeError('Failed to fetch'),
    new Error('Unable to decode turbo-stream response from URL: /plans/1.data'),
    new Error('Unexpected Server Error'),
    refusal(503, { message: 'Firstwin is busy.' }),
  ]) {
    const [status, reply] = await unsent(failsWith(error))
    expect([status, reply.unsent]).toEqual([503, 'failed'])
    expect(reply.values).toEqual({
      idempotencyKey: 'key-of-the-form',
      intent: 'edit-task',
      title: 'Contract at Legal',
      kinds: ['logo', 'call'],
    })
    expect(reply.message).toMatch(/won’t be saved twice/)
  }
})

test('an ended session asks to sign in, and what is gone is not tried again', async () => {
  const [, ended] = await unsent(failsWith(refusal(401, { message: 'Please sign in first.' })))
  expect([ended.unsent, ended.message]).toEqual(['signed out', expect.stringContaining('another tab')])
  const [, gone] = await unsent(failsWith(refusal(404, {})))
  expect([gone.unsent, gone.message]).toEqual(['refused', expect.stringContaining('removed')])
  const [, tooLong] = await unsent(failsWith(refusal(413, { message: 'This form has too many fields.' })))
  expect([tooLong.unsent, tooLong.message]).toEqual(['refused', 'This form has too many fields.'])
})

test('an answer that does not come is waited for only so long', async () => {
  const waiting = unsent(() => new Promise(() => {}))
  await vi.advanceTimersByTimeAsync(answerPatience)
  expect((await waiting)[1].unsent).toBe('failed')
})

test('who went elsewhere meanwhile is told nothing', async () => {
  const gone = new AbortController()
  gone.abort()
  const error = new DOMException('left', 'AbortError')
  await expect(send(failsWith(error), gone.signal)).rejects.toBe(error)
})

test('a file that is too large is refused beside its field, and not sent', async () => {
  const form = new FormData()
  form.set('intent', 'set-logo')
  form.set('logo', new File([new Uint8Array(200 * 1024 + 1)], 'logo.png', { type: 'image/png' }))
  const serverAction = vi.fn()
  const request = new Request('http://localhost/workspace/settings', { method: 'POST', body: form })
  const response = await keepTyped({ request, params: {}, serverAction: serverAction as never })
  if (!(response instanceof Response)) throw new Error('This was taken')
  expect([response.status, await response.json()]).toEqual([
    422,
    {
      status: 'invalid',
      faults: [{ field: 'logo', message: 'This file is too large. The maximum is 200 kB.' }],
      values: { intent: 'set-logo', logo: [] },
    },
  ])
  expect(serverAction).not.toHaveBeenCalled()
})
