import { type Server, type Socket, connect, createServer } from 'node:net'

export type DatabaseProxy = {
  /** The address of the database behind the proxy. */
  url: string
  /** How many connections were requested so far, accepted or not. */
  attempts(): number
  /** Cuts every connection and refuses new ones, like a server that is down. */
  goAway(): void
  /** Stops forwarding and keeps new connections waiting, like a server that hangs. */
  freeze(): void
  /** Lets connections through again, to another address if one is given. */
  comeBack(url?: string): void
  close(): Promise<void>
}

/**
 * Stands between the app and PostgreSQL on the loopback, so that a test can cut off one part of the app from the server.
 * @param freezesAfter how many packets of the server it passes on until it freezes by itself
 */
export async function startDatabaseProxy(
  url: string,
  { freezesAfter = Infinity }: { freezesAfter?: number } = {},
): Promise<DatabaseProxy> {
  let target = new URL(url)
  let isAway = false
  let isFrozen = freezesAfter === 0
  let attempts = 0
  let packets = 0
  const sockets = new Set<Socket>()
  const server: Server = createServer((inner) => {
    attempts++
    if (isAway) {
      inner.destroy()
      return
    }
    const outer = connect(Number(target.port), target.hostname)
    for (const [socket, other] of [
      [inner, outer],
      [outer, inner],
    ] as const) {
      sockets.add(socket)
      socket.on('error', () => undefined)
      socket.on('close', () => {
        sockets.delete(socket)
        other.destroy()
      })
      socket.pipe(other)
      if (isFrozen) socket.pause()
    }
    outer.on('data', () => {
      if (++packets === freezesAfter) freeze()
    })
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The proxy has no port.')
  const own = new URL(url)
  own.host = `127.0.0.1:${address.port}`
  const freeze = () => {
    isFrozen = true
    for (const socket of sockets) socket.pause()
  }
  const cut = () => {
    for (const socket of sockets) socket.destroy()
  }
  return {
    url: own.href,
    attempts: () => attempts,
    goAway() {
      isAway = true
      cut()
    },
    freeze,
    comeBack(url) {
      if (url) target = new URL(url)
      isAway = false
      isFrozen = false
      for (const socket of sockets) socket.resume()
    },
    close() {
      cut()
      return new Promise((done) => server.close(() => done()))
    },
  }
}
