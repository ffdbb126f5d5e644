import { createServer } from 'node:http'
import { afterAll } from 'vitest'

export type Posted = {
  idempotencyKey: string | undefined
  from: string
  to: string
  subject: string
  reply_to?: string | string[]
  html: string
  text: string
  headers?: Record<string, string>
  tags?: { name: string; value: string }[]
  attachments?: { filename: string; content: string; content_type: string }[]
}

export type LocalResend = {
  baseUrl: string
  /** Every attempt, refused ones too, oldest first. */
  attempts: Posted[]
  /** What it received for us, by id: null for what it does not give. */
  received: Map<string, { text: string | null; html?: string; headers?: Record<string, unknown> } | null>
  /** Refuses this many of the next requests. */
  refuse(times: number, as?: { statusCode: number; name: string }): void
}

const closers: (() => void)[] = []
afterAll(() => {
  for (const close of closers.splice(0)) close()
})

/** A mail service on the loopback with the one endpoint that the app uses. */
export async function startLocalResend(): Promise<LocalResend> {
  const attempts: Posted[] = []
  const received: LocalResend['received'] = new Map()
  let refusals = 0
  let refusal = { statusCode: 500, name: 'internal_server_error' }
  const server = createServer((req, res) => {
    const chunks: Buffer[] = []
    req.on('data', (chunk: Buffer) => chunks.push(chunk))
    req.on('end', () => {
      if (req.method === 'GET') {
        const email = received.get(req.url?.split('?')[0]?.split('/').at(-1) ?? '')
        res.writeHead(email ? 200 : 500, { 'content-type': 'application/json' })
        res.end(JSON.stringify(email ?? { statusCode: 500, name: 'internal_server_error', message: 'Not now' }))
        return
      }
      const body = JSON.parse(Buffer.concat(chunks).toString()) as Omit<Posted, 'idempotencyKey'>
      attempts.push({ ...body, idempotencyKey: req.headers['idempotency-key']?.toString() })
      const isRefused = refusals > 0
      if (isRefused) refusals--
      res.writeHead(isRefused ? refusal.statusCode : 200, { 'content-type': 'application/json' })
      res.end(JSON.stringify(isRefused ? { ...refusal, message: 'Not now' } : { id: `email-${attempts.length}` }))
    })
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  closers.push(() => server.close())
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The system gave no port.')
  return {
    baseUrl: `http://127.0.0.1:${address.port}`,
    attempts,
    received,
    refuse: (times, as = { statusCode: 500, name: 'internal_server_error' }) => {
      refusals = times
      refusal = as
    },
  }
}
