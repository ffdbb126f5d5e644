import { once } from 'node:events'
import { type IncomingMessage, request } from 'node:http'
import { connect } from 'node:net'
import { Readable } from 'node:stream'
import { text } from 'node:stream/consumers'
import { pipeline } from 'node:stream/promises'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createLog } from '#app/kit/log.server.ts'
import type { ServerContext } from '#app/kit/parts.ts'
import { smallBuild } from '#tests/harness/small-build.ts'
import { createApp } from './create-app.server.ts'
import { type ListeningServer, listen } from './listen.server.ts'

let listening: ListeningServer
let lines: string[]

beforeEach(async () => {
  lines = []
  const yes = () => Promise.resolve(true)
  const app = createApp({
    environment: { appUrl: 'https://plans.example.com', trustedProxies: [], sessionDays: 30, mostRequests: 1000 },
    log: createLog({ level: 'info', destination: { write: (line: string) => void lines.push(line) } }),
    readiness: { database: yes, migrations: yes, rights: yes },
    isStopping: () => false,
    build: smallBuild({
      ordinary: { action: async ({ request }) => new Response(await request.text()) },
      streamed: {
        handle: { streamed: true },
        action: async ({ context: { body } }) => {
          let size = 0
          for await (const piece of body ?? []) size += (piece as Buffer).length
          return new Response(String(size))
        },
      },
      unread: { handle: { streamed: true }, action: () => new Response('refused', { status: 401 }) },
    }),
    assets: { folder: import.meta.dirname },
    bodyPatience: 300,
    contextOf: (identity, gone) => ({ ...identity, gone, parts: {} }) as ServerContext,
  })
  listening = await listen(app, { host: '127.0.0.1', port: 0 })
})

afterEach(() => listening.close(1_000))

const post = (path: string) => request({ host: '127.0.0.1', port: listening.port, path, method: 'POST' })

test('an ordinary body that comes too slowly is cut, and one that is taken as it arrives has longer', async () => {
  const begun = (path: string) => {
    const sent = post(path)
    sent.write('slow')
    return { sent, answered: once(sent, 'response') as Promise<[IncomingMessage]>, closed: once(sent, 'close') }
  }
  const [streamed, ordinary] = [begun('/streamed'), begun('/ordinary')]
  const [late] = await ordinary.answered
  expect([late.statusCode, await text(late)]).toEqual([408, expect.stringContaining('did not arrive in time')])
  await ordinary.closed
  streamed.sent.end('er')
  const [taken] = await streamed.answered
  expect([taken.statusCode, await text(taken)]).toEqual([200, '6'])
  expect(lines.filter((line) => line.includes('"level":"error"'))).toEqual([])
})

test.each(['/streamed', '/unread'])('a body without end to %s is cut', async (path) => {
  const endless = function* () {
    yield `POST ${path} HTTP/1.1\r\nhost: a\r\ntransfer-encoding: chunked\r\n\r\n`
    for (;;) yield `100000\r\n${'x'.repeat(0x100000)}\r\n`
  }
  const socket = connect({ host: '127.0.0.1', port: listening.port })
  socket.resume()
  await expect(pipeline(Readable.from(endless()), socket)).rejects.toThrow()
})
