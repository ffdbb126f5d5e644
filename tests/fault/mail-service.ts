import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

type Email = { to: string | string[]; text: string }

export type MailService = {
  baseUrl: string
  /** How many different emails an address got. */
  countTo(address: string): number
  /** What they say. */
  textsTo(address: string): string[]
  /** Idempotency keys that were used for two different emails. */
  faults: string[]
  close(): Promise<void>
}

/** One attempt in this many is accepted, but its answer is lost. */
const lostAnswers = 5

/**
 * A mail service on the loopback that keeps idempotency keys as Resend does: the same key is one email, and another body with it is
 * refused. Some answers are lost, so that the app cannot know whether the email was accepted.
 */
export async function startMailService(): Promise<MailService> {
  const bodies = new Map<string, string>()
  const faults: string[] = []
  let attempts = 0
  const server = createServer((req, res) => {
    const chunks: Buffer[] = []
    req.on('data', (chunk: Buffer) => chunks.push(chunk))
    req.on('end', () => {
      const key = String(req.headers['idempotency-key'] ?? '')
      const body = Buffer.concat(chunks).toString()
      const known = bodies.get(key)
      if (key === '') faults.push('an email without an idempotency key')
      if (known !== undefined && known !== body) faults.push(`two emails under the key ${key}`)
      bodies.set(key, known ?? body)
      if (++attempts % lostAnswers === 0) req.socket.destroy()
      else res.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ id: key }))
    })
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const emailsTo = (address: string) =>
    [...bodies.values()].map((body) => JSON.parse(body) as Email).filter(({ to }) => [to].flat().includes(address))
  return {
    baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    countTo: (address) => emailsTo(address).length,
    textsTo: (address) => emailsTo(address).map(({ text }) => text),
    faults,
    close() {
      server.closeAllConnections()
      return new Promise((done) => server.close(() => done()))
    },
  }
}
