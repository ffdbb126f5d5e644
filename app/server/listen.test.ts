import { connect } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { uploadPatience } from '#app/ui/keep-typed.ts'
import { type ListeningServer, clientPatience, listen } from './listen.server.ts'

let listening: ListeningServer
afterEach(() => listening.close(100))

const open = () => {
  const socket = connect({ host: '127.0.0.1', port: listening.port })
  const closed = new Promise<string>((done) => {
    let heard = ''
    socket.on('data', (part) => (heard += part.toString()))
    socket.on('error', () => undefined)
    socket.once('close', () => done(heard))
  })
  return { socket, closed }
}

test('a body that comes too slowly is cut', async () => {
  listening = await listen(
    (req, res) => void req.resume().once('end', () => res.end('done')),
    { host: '127.0.0.1', port: 0 },
    { patience: { request: 300, silence: 60_000 } },
  )
  const { socket, closed } = open()
  socket.write('POST / HTTP/1.1\r\nhost: a\r\ncontent-length: 1000\r\n\r\nslow')
  const drip = setInterval(() => socket.write('x'), 50)
  expect(await closed).toContain('408 Request Timeout')
  clearInterval(drip)
})

test('a file may arrive for as long as the browser waits', () =>
  expect(clientPatience.request).toBeGreaterThan(uploadPatience))

test('a reader that takes nothing of its answer is cut', async () => {
  const gone = Promise.withResolvers<null>()
  listening = await listen(
    (_req, res) => {
      res.once('close', () => gone.resolve(null))
      res.end(Buffer.alloc(64 * 1024 * 1024))
    },
    { host: '127.0.0.1', port: 0 },
    { patience: { request: 60_000, silence: 300 } },
  )
  const { socket } = open()
  socket.pause()
  socket.write('GET / HTTP/1.1\r\nhost: a\r\n\r\n')
  await gone.promise
  socket.destroy()
})
