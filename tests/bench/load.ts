import { readFileSync } from 'node:fs'
import { Agent, get } from 'node:http'

type Asked = {
  url: string
  cookie: string
  /** What it accepts, as `Accept-Encoding` says it. */
  codings: string
  /** Done before each request, outside the time that is measured for the server alone. */
  before?: () => Promise<unknown>
}

/** Requests a page over several connections for this many seconds. @throws where an answer is not 200 */
export async function load({ url, cookie, codings, before }: Asked, connections: number, seconds: number) {
  const agent = new Agent({ keepAlive: true, maxSockets: connections })
  const began = performance.now()
  let answered = 0
  let bytes = 0
  const ask = () =>
    new Promise<void>((done, fail) => {
      get(url, { agent, headers: { cookie, 'accept-encoding': codings } }, (response) => {
        if (response.statusCode !== 200) fail(new Error(`${url} answers ${response.statusCode ?? 'nothing'}`))
        let size = 0
        response.on('data', (chunk: Buffer) => (size += chunk.length))
        response.on('end', () => {
          bytes = size
          answered++
          done()
        })
      }).on('error', fail)
    })
  const line = async () => {
    while (performance.now() - began < seconds * 1000) {
      await before?.()
      await ask()
    }
  }
  await Promise.all(Array.from({ length: connections }, line))
  agent.destroy()
  return { answered, bytes, seconds: (performance.now() - began) / 1000 }
}

/** Linux counts processor time in hundredths of a second. */
const ticks = 100

/** Seconds of processor that a process has taken so far, by Linux's /proc. */
export function cpuSeconds(pid: number): number {
  const [, fields = ''] = readFileSync(`/proc/${pid}/stat`, 'utf8').split(/\) (?=[A-Z] )/)
  const [user, system] = fields.split(' ').slice(11, 13)
  return (Number(user) + Number(system)) / ticks
}
