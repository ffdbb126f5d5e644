import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { z } from 'zod'

const email = z.object({ to: z.union([z.string(), z.array(z.string())]) })

type Options = {
  random: () => number
  /** How many requests the account may make within any second; more are answered 429. */
  perSecond: number
  /** What becomes of an answer that is lost: the connection hangs until the app gives up, or breaks. */
  lost: 'hangs' | 'breaks'
}

/** The share of requests that each fault answers. */
const faultShare = 0.05

/**
 * Resend's API on the loopback, as it is on a bad day: 5 % of the requests are answered 500, 5 % 429, and 5 % are accepted but never answered. It
 * keeps idempotency keys as Resend does: the same key is one email, and another body with it is refused.
 */
export async function startFaultyResend({ random, perSecond, lost }: Options) {
  const accepted = new Map<string, { body: string; to: string[] }>()
  const faults: string[] = []
  const arrivals: number[] = []
  const counts = { requests: 0, failed: 0, limited: 0, lost: 0, repeated: 0, mostInOneSecond: 0 }
  const answer = (response: ServerResponse, status: number, body: object) =>
    void response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
  const refuse = (response: ServerResponse, statusCode: number, name: string) =>
    answer(response, statusCode, { statusCode, name, message: 'Not now' })
  const arrivesInTime = () => {
    const now = performance.now()
    while (now - (arrivals[0] ?? now) >= 1000) arrivals.shift()
    arrivals.push(now)
    counts.mostInOneSecond = Math.max(counts.mostInOneSecond, arrivals.length)
    return arrivals.length <= perSecond
  }

  const take = (key: string, body: string, response: ServerResponse) => {
    counts.requests++
    if (key === '') faults.push('an email without an idempotency key')
    if (!arrivesInTime()) {
      refuse(response, 429, 'rate_limit_exceeded')
      return
    }
    const drawn = random()
    if (drawn < faultShare) {
      counts.failed++
      refuse(response, 500, 'internal_server_error')
      return
    }
    if (drawn < 2 * faultShare) {
      counts.limited++
      refuse(response, 429, 'rate_limit_exceeded')
      return
    }
    const known = accepted.get(key)
    if (known) counts.repeated++
    if (known && known.body !== body) {
      faults.push(`two emails under the key ${key}`)
      refuse(response, 409, 'invalid_idempotent_request')
      return
    }
    if (!known) accepted.set(key, { body, to: [email.parse(JSON.parse(body)).to].flat() })
    if (drawn >= 3 * faultShare) {
      answer(response, 200, { id: key })
      return
    }
    counts.lost++
    if (lost === 'breaks') response.destroy()
  }

  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () =>
      take(String(request.headers['idempotency-key'] ?? ''), Buffer.concat(chunks).toString(), response),
    )
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  return {
    baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    /** The keys that were accepted, each with the addresses of its email. */
    accepted: (): ReadonlyMap<string, { to: string[] }> => accepted,
    faults,
    counts,
    close() {
      server.closeAllConnections()
      return new Promise<void>((done) => server.close(() => done()))
    },
  }
}
