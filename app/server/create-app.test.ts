import { request } from 'node:http'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createEventStreams } from '#app/kit/event-streams.ts'
import { createLog } from '#app/kit/log.server.ts'
import type { ServerContext } from '#app/kit/parts.ts'
import { smallBuild } from '#tests/harness/small-build.ts'
import { createApp } from './create-app.server.ts'
import { type ListeningServer, listen } from './listen.server.ts'

const own = 'https://plans.example.com'
const eventStreams = createEventStreams({ perSession: 2, perProcess: 3 })
let listening: ListeningServer
let base: string
let lines: string[]
let [stopping, migrated, granted, reachable] = [false, true, true, true]
let trustedProxies: string[]
let release: () => void
let slowBegan: Promise<void>

async function begin() {
  ;[lines, stopping, migrated, granted, reachable] = [[], false, true, true, true]
  let began: () => void
  slowBegan = new Promise((done) => (began = done))
  const released = new Promise<void>((done) => (release = done))
  const build = smallBuild({
    address: { loader: ({ request: { url } }) => new Response(url) },
    context: { loader: ({ context }) => Response.json(context) },
    echo: { action: async ({ request }) => new Response(await request.text()) },
    slow: {
      loader: async () => {
        began()
        await released
        return new Response('finished')
      },
    },
    events: {
      handle: { endless: true },
      loader: ({ context: { gone } }) => {
        let end = () => {}
        const release = eventStreams.open('session', () => end())
        const body = new ReadableStream({
          start(controller) {
            controller.enqueue(new TextEncoder().encode('data: 1\n\n'))
            end = () => {
              release?.()
              if (!gone?.aborted) controller.close()
            }
            gone?.addEventListener('abort', () => end())
          },
        })
        return new Response(body, { headers: { 'Content-Type': 'text/event-stream' } })
      },
    },
    'plans/import': { action: () => new Response('read') },
    'api/echo': { action: async ({ request }) => new Response(await request.text()) },
  })
  const app = createApp({
    environment: { appUrl: own, trustedProxies, sessionDays: 30, mostRequests: 1000 },
    log: createLog({ level: 'info', destination: { write: (line: string) => void lines.push(line) } }),
    readiness: {
      database: () => (reachable ? Promise.resolve(true) : Promise.reject(new Error('connection refused'))),
      migrations: () => Promise.resolve(migrated),
      rights: () => Promise.resolve(granted),
    },
    isStopping: () => stopping,
    build,
    assets: { folder: import.meta.dirname },
    // The answers under test read no parts.
    contextOf: (identity, gone) => ({ ...identity, gone, parts: {} }) as ServerContext,
  })
  listening = await listen(app, { host: '127.0.0.1', port: 0 })
  base = `http://127.0.0.1:${listening.port}`
}

beforeEach(() => {
  trustedProxies = []
  return begin()
})

afterEach(async () => {
  release()
  eventStreams.endAll()
  await listening.close(1_000)
})

/** What fetch does not let a test send: other methods, other hosts, bodies of unknown length. */
function raw(method: string, path: string, headers: Record<string, string> = {}, chunks: string[] = []) {
  return new Promise<{ status: number; text: string; headers: Record<string, unknown> }>((done, fail) => {
    const sent = request({ host: '127.0.0.1', port: listening.port, path, method, headers }, (answer) => {
      let text = ''
      answer.setEncoding('utf8').on('data', (chunk: string) => (text += chunk))
      answer.on('end', () => done({ status: answer.statusCode ?? 0, text, headers: answer.headers }))
    })
    sent.on('error', fail)
    for (const chunk of chunks) sent.write(chunk)
    sent.end()
  })
}

const post = (headers: Record<string, string>) => fetch(`${base}/echo`, { method: 'POST', body: 'a=1', headers })

test('healthz answers whatever the database does; readyz follows database, migrations, rights and a stop', async () => {
  const ready = async () => (await fetch(`${base}/readyz`)).status
  expect(await ready()).toBe(200)
  migrated = false
  expect(await ready()).toBe(503)
  ;[migrated, granted] = [true, false]
  expect(await ready()).toBe(503)
  ;[granted, reachable] = [true, false]
  expect(await ready()).toBe(503)
  expect((await fetch(`${base}/healthz`)).status).toBe(200)
  ;[reachable, stopping] = [true, true]
  expect(await ready()).toBe(503)
})

test('a form from another site, or from nowhere that can be named, is refused before Remix', async () => {
  expect((await post({ origin: 'https://evil.example' })).status).toBe(403)
  expect((await post({ origin: 'null' })).status).toBe(403)
  expect((await post({ origin: `${own}.evil.example` })).status).toBe(403)
  expect((await raw('POST', '/echo', { 'sec-fetch-site': 'cross-site' }, ['a=1'])).status).toBe(403)
})

test('own forms and programs without an origin are let through', async () => {
  const answer = await post({ origin: own })
  expect([answer.status, await answer.text()]).toEqual([200, 'a=1'])
  expect((await raw('POST', '/echo', {}, ['a=1'])).text).toBe('a=1')
})

test('the address is what the app is configured to be, not what a request claims', async () => {
  const { text } = await raw('GET', '/address?x=1', { host: 'evil.example', 'x-forwarded-host': 'evil.example:99' })
  expect(text).toBe(`${own}/address?x=1`)
})

test('methods that nothing answers are 405 with those that are', async () => {
  for (const method of ['TRACE', 'PROPFIND', 'DELETE']) {
    const { status, headers } = await raw(method, '/address')
    expect([method, status, headers.allow]).toEqual([method, 405, 'GET, HEAD, POST'])
  }
})

test('addresses that cannot be read, or hold a NUL character, are 400', async () => {
  for (const path of ['/%E0%A4%A', '/address?x=%00', '/a%00b'])
    expect([path, (await raw('GET', path)).status]).toEqual([path, 400])
})

test('a way out of the files’ folder is 404, whatever it is written like', async () => {
  for (const path of ['/assets/../../package.json', '/%2e%2e/%2e%2e/package.json'])
    expect(await raw('GET', path), path).toMatchObject({ status: 404 })
})

test('no one fills the log with errors by asking as older builds did', async () => {
  expect(await raw('GET', '/address?_data=root')).toMatchObject({ status: 400 })
  expect(lines.filter((line) => line.includes('"level":"error"'))).toEqual([])
})

test('a stream of events is not to be had as data, however its address is written', async () => {
  for (const path of [
    '/events.data?_routes=root',
    '/Events.data',
    '/EVENTS/.data',
    '/%65vents.data',
    '/events//.data',
    '/events.data?_routes=events',
    '/x/../events.data',
    '/events.%64ata',
    '/events%2edata',
  ])
    expect([path, (await raw('GET', path)).status]).toEqual([path, 404])
  expect(eventStreams.count()).toBe(0)
})

test('an address that only after some reading leads to a page leads nowhere', async () => {
  for (const path of [
    '/api/../echo',
    '/api/%2e%2e/echo',
    '/api/.%2E/echo',
    '/./echo',
    '/api/..%2fecho',
    '/api/%252e%252e/echo',
    '/api/...data',
    '/api/..\\echo',
  ]) {
    expect([path, (await raw('POST', path, { origin: 'https://evil.example' }, ['a=1'])).status]).toEqual([path, 404])
    expect([path, (await raw('GET', path)).status]).toEqual([path, 404])
  }
  expect((await raw('GET', 'http://evil.example/echo')).status).toBe(400)
  expect(lines.filter((line) => line.includes('"level":"error"'))).toEqual([])
})

test('what programs ask is known by its route: other sites may post there and nowhere else', async () => {
  const foreign = (path: string) => raw('POST', path, { origin: 'https://evil.example' }, ['a=1'])
  expect(await foreign('/api/echo')).toMatchObject({ status: 200, text: 'a=1' })
  for (const path of ['/echo', '/api', '/api/nothing', '/api/', '/apis/echo', '/ECHO', '/echo/', '/echo.data'])
    expect([path, (await foreign(path)).status]).toEqual([path, 403])
})

test('a question about routes that would take long is 400', async () => {
  const ask = async (path: string) => (await fetch(`${base}/__manifest?version=&p=${path}`)).status
  expect([await ask('/plans/new'), await ask('/a'.repeat(600))]).toEqual([200, 400])
})

test('a body beyond 2 MB is 413, announced or not, and names the maximum of its page', async () => {
  const pieces = Array<string>(3).fill('x'.repeat(1024 * 1024))
  const post = (path: string, headers: Record<string, string>) => raw('POST', path, { origin: own, ...headers }, pieces)
  const announced = { 'content-length': String(3 * 1024 * 1024) }
  expect((await post('/echo', announced)).status).toBe(413)
  expect((await post('/echo', { 'transfer-encoding': 'chunked' })).status).toBe(413)
  const form = { 'content-type': 'multipart/form-data; boundary=x', ...announced }
  expect((await post('/plans/import', form)).text).toContain('up to 1.5 MB')
  expect((await post('/echo', form)).text).toContain('200 kB')
})

test('each answer has a nonce and a reference of its own, no framing, and is not kept', async () => {
  const [one, two] = [await fetch(`${base}/context`), await fetch(`${base}/context`)]
  const context = (await one.json()) as { cspNonce: string; requestId: string }
  const policy = one.headers.get('content-security-policy') ?? ''
  expect(policy).toContain(`script-src 'self' 'nonce-${context.cspNonce}'`)
  expect(policy).toContain("frame-ancestors 'none'")
  expect(policy).not.toContain('unsafe')
  expect(one.headers.get('x-request-id')).toBe(context.requestId)
  expect(two.headers.get('content-security-policy')).not.toBe(policy)
  expect(Object.fromEntries(one.headers)).toMatchObject({ 'cache-control': 'no-store', 'x-data-version': '1' })
  expect(one.headers.get('referrer-policy')).toBe('same-origin')
  expect(one.headers.get('strict-transport-security')).toContain('max-age')
})

test('the log names path, status and reference, and neither query nor the secret of a link nor cookies', async () => {
  const answer = await fetch(`${base}/context/Zm9vYmFyYmF6cXV4Zm9vYmFyYmF6?token=hunter2`, {
    headers: { cookie: 'session=hunter2' },
  })
  await answer.text()
  await expect.poll(() => lines.length).toBe(1)
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({
    path: '/context/…',
    status: 404,
    requestId: answer.headers.get('x-request-id'),
  })
  expect(lines[0]).not.toContain('hunter2')
})

test('a stop lets the request under way finish, and takes no new one', async () => {
  const slow = fetch(`${base}/slow`)
  await slowBegan
  stopping = true
  const closed = listening.close(10_000)
  await expect(fetch(`${base}/healthz`)).rejects.toThrow()
  release()
  const answer = await slow
  expect([answer.status, await answer.text()]).toEqual([200, 'finished'])
  await closed
})

test('an event stream arrives unbuffered, is counted, and ends at a stop', async () => {
  const answer = await fetch(`${base}/events`, { headers: { 'accept-encoding': 'gzip' } })
  const reader = answer.body?.getReader()
  expect(new TextDecoder().decode((await reader?.read())?.value)).toBe('data: 1\n\n')
  expect(answer.headers.get('content-encoding')).toBeNull()
  expect(eventStreams.count()).toBe(1)
  eventStreams.endAll()
  expect((await reader?.read())?.done).toBe(true)
  await expect.poll(() => eventStreams.count()).toBe(0)
})

test('an event stream whose reader leaves, or that is asked for its head, is forgotten', async () => {
  expect((await raw('HEAD', '/events')).status).toBe(200)
  await expect.poll(() => eventStreams.count()).toBe(0)
  const leave = new AbortController()
  const answer = await fetch(`${base}/events`, { signal: leave.signal })
  await answer.body?.getReader().read()
  expect(eventStreams.count()).toBe(1)
  leave.abort()
  await expect.poll(() => eventStreams.count()).toBe(0)
})

test('the client’s address is taken from proxies that the settings name, and from no other', async () => {
  const headers = { 'X-Forwarded-For': '198.51.100.20, 203.0.113.9', 'X-Request-Id': 'given-by-a-proxy' }
  const seen = async () => {
    const { text } = await raw('GET', '/context', headers)
    return JSON.parse(text) as { network: string; requestId: string }
  }
  expect(await seen()).toMatchObject({ network: '127.0.0.1' })
  expect((await seen()).requestId).not.toBe('given-by-a-proxy')

  await listening.close(1_000)
  trustedProxies = ['127.0.0.0/8']
  await begin()
  // What the client itself wrote stands before what the proxy added, and is not believed.
  expect(await seen()).toEqual(expect.objectContaining({ network: '203.0.113.9', requestId: 'given-by-a-proxy' }))

  await listening.close(1_000)
  trustedProxies = ['10.0.0.0/8']
  await begin()
  expect(await seen()).toMatchObject({ network: '127.0.0.1' })
})

test('a link copied with the punctuation behind it leads to what was meant', async () => {
  const answer = await fetch(`${base}/address%3E).`, { redirect: 'manual' })
  expect([answer.status, answer.headers.get('location')]).toEqual([302, '/address'])
})
