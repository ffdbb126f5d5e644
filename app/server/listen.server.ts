import { createServer } from 'node:http'
import type { RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { minute } from '#app/kit/durations.ts'

export type ListeningServer = {
  port: number
  /** Takes no new connections, lets what is under way finish within `patience` milliseconds, then cuts the rest. */
  close(patience: number): Promise<void>
}

/**
 * How long a client may take, in milliseconds: to send a whole request, such as 10 MB at 250 kbit/s, and while nothing moves. Bodies that are not
 * taken as they arrive have less (`read-body.server.ts`).
 */
export const clientPatience = { request: 6 * minute, silence: minute }

/**
 * Disconnects clients that send or read too slowly: an incomplete request gets 408, and a connection without traffic is closed
 * (an event stream sends a beat every 25 seconds).
 * @param variable the environment variable of the port, for the message
 * @throws Error in plain words when the port is taken
 */
export async function listen(
  handler: RequestListener,
  { host, port }: { host: string; port: number },
  { patience = clientPatience, variable = 'PORT' }: { patience?: typeof clientPatience; variable?: string } = {},
): Promise<ListeningServer> {
  const server = createServer(
    {
      keepAliveTimeout: 65_000,
      headersTimeout: Math.min(20_000, patience.request),
      requestTimeout: patience.request,
      connectionsCheckingInterval: Math.min(5_000, patience.request),
    },
    handler,
  )
  server.setTimeout(patience.silence)
  await new Promise<void>((done, fail) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const taken = `Port ${port} is used by another program. Stop that one, or set ${variable} to another one.`
      fail(error.code === 'EADDRINUSE' ? new Error(taken) : error)
    })
    server.listen(port, host, done)
  })
  return {
    port: (server.address() as AddressInfo).port,
    async close(patience) {
      const closed = new Promise<void>((done) => server.close(() => done()))
      const idle = setInterval(() => server.closeIdleConnections(), 50)
      const cut = setTimeout(() => server.closeAllConnections(), patience)
      server.closeIdleConnections()
      await closed
      clearInterval(idle)
      clearTimeout(cut)
    },
  }
}
