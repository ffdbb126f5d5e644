import { connect } from 'node:net'
import type { Shot } from './shots.ts'

/** The status of the answer; `cut` if the connection was closed without one, `hung` if there was none in time. */
export type Hit = number | 'cut' | 'hung'

const patience = 20_000
/** Timeout for answers that do not end. */
const impatience = 400

/** Sends bytes and reads the whole answer, or only the head of an endless one. */
export function shoot(port: number, { bytes, unfinished }: Shot): Promise<Hit> {
  return new Promise((done) => {
    const socket = connect(port, '127.0.0.1')
    let head = ''
    const statusOf = () => Number(/^HTTP\/1\.[01] (\d{3})/.exec(head)?.[1]) || 'cut'
    let left = false
    const leave = (hit: Hit) => {
      if (left) return
      left = true
      socket.destroy()
      done(hit)
    }
    socket.setTimeout(unfinished ? impatience : patience, () => leave(head ? statusOf() : unfinished ? 'cut' : 'hung'))
    socket.on('data', (chunk: Buffer) => {
      if (head.length < 4_000) head += chunk.toString('latin1')
      if (/content-type: text\/event-stream/i.test(head)) leave(statusOf())
    })
    socket.on('error', () => leave(statusOf()))
    socket.on('close', () => leave(statusOf()))
    socket.on('connect', () => socket.write(bytes))
  })
}
