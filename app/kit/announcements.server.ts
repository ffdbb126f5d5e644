import { setTimeout as pause } from 'node:timers/promises'
import { sql } from 'kysely'
import pg from 'pg'
import { z } from 'zod'
import { type Database, connectPatience, endConnectionNow } from '#db/connection.ts'
import type { WorkspaceTransaction } from '#db/workspace.ts'
import { newId } from './ids.ts'
import type { Log } from './log.server.ts'

/** One channel for all: a channel's name is limited to 63 bytes, a payload to 8,000. */
export const announcementChannel = 'firstwin'

const announcement = z.object({ workspaceId: z.string(), scopeId: z.string(), number: z.number() })
/** "Something changed here, up to this number of the activity": no content; receivers load what they may see. */
export type Announcement = z.infer<typeof announcement>

/** What a process sends to itself to check that it receives announcements. */
const probe = z.object({ probe: z.string() })
/** What processes tell each other besides changes: who hears it knows its form. */
const aside = z.object({ aside: z.record(z.string(), z.unknown()) })
type Aside = Record<string, unknown>
const payloads = z.union([announcement, probe, aside])

/** Who hears an announcement in this process: subscribers, and the people that they belong to. */
export type Audience = { pages: number; people: number }

type Hear = (it: Announcement, audience: Audience) => void

export type Announcements = {
  /**
   * @param hear called with the announcement and who hears it
   * @param personId whose subscription it is
   * @returns ends the subscription
   */
  subscribe(workspaceId: string, scopeId: string, hear: Hear, personId?: string): () => void
  /**
   * Calls `check` whenever announcements may have been missed.
   * @returns ends it
   */
  onMissed(check: () => void): () => void
  /** Tells every process something at once, this one too: at most 7,800 bytes as JSON. It can be lost. */
  tellOthers(it: Aside): Promise<void>
  /** @returns ends it */
  hearOthers(hear: (it: Aside) => void): () => void
  close(): Promise<void>
}

/** Tells every process at commit, and never after a rollback. */
export async function announceChange(trx: WorkspaceTransaction, announcement: Announcement): Promise<void> {
  await sql`select pg_notify(${announcementChannel}, ${JSON.stringify(announcement)})`.execute(trx)
}

/**
 * Tells every process that a person may see less than before, by the person's id or the session's: streams to
 * them continue only after their session is checked again.
 */
export const announceLeave = (trx: WorkspaceTransaction, workspaceId: string, personOrSessionId: string) =>
  announceChange(trx, { workspaceId, scopeId: personOrSessionId, number: 0 })

export type ListenOptions = {
  /** A direct connection to the server: through a pooler in transaction mode LISTEN is lost without an error. */
  url: string
  /** Where this process announces, for its announcements to itself. */
  db: Database
  log: Log
  /** How often the process announces to itself, and how long that may take until the connection counts as broken, in milliseconds. */
  probing?: { every: number; patience: number }
}

/** The first and the longest wait before reconnecting, in milliseconds. */
const firstWait = 250
const longestWait = 5_000

/**
 * Listens on one connection of its own (LISTEN needs one) and passes announcements to subscribers of this process. One loop
 * restores a broken or silent connection, with growing delays; afterwards subscribers are told to check for what they missed.
 * @throws Error when the first connection cannot be made
 */
export async function listenForAnnouncements({
  url,
  db,
  log,
  probing = { every: 30_000, patience: 5_000 },
}: ListenOptions): Promise<Announcements> {
  /** Each with the person that it belongs to. */
  const subscribers = new Map<string, Map<Hear, string>>()
  const checks = new Set<() => void>()
  const asides = new Set<(it: Aside) => void>()
  const stop = new AbortController()
  let client: pg.Client | undefined
  let heardProbe: ((probe: string) => void) | undefined

  const hear = (payload: string | undefined) => {
    const heard = payloads.safeParse(parseJson(payload))
    if (!heard.success) return
    if ('probe' in heard.data) heardProbe?.(heard.data.probe)
    else if ('aside' in heard.data) for (const hearAside of [...asides]) hearAside(heard.data.aside)
    else {
      const those = new Map(subscribers.get(key(heard.data)))
      const audience = { pages: those.size, people: new Set(those.values()).size }
      for (const tell of those.keys()) tell(heard.data, audience)
    }
  }

  /** One connection that listens; `ended` resolves however it ends. */
  const connect = async () => {
    const next = new pg.Client({
      connectionString: url,
      application_name: 'firstwin-listener',
      keepAlive: true,
      connectionTimeoutMillis: connectPatience,
      query_timeout: connectPatience,
    })
    const ended = new Promise<void>((done) => next.once('end', done))
    next.on('notification', ({ payload }) => hear(payload))
    // Each also ends the connection, which is where the loop below continues.
    next.on('error', (error) => log.warn({ error: error.message }, 'lost the connection that listens for changes'))
    try {
      await next.connect()
      await next.query(`listen ${announcementChannel}`)
    } catch (error) {
      endConnectionNow(next)
      throw error
    }
    client = next
    return { client: next, ended }
  }

  const notify = async (payload: object) => {
    await sql`select pg_notify(${announcementChannel}, ${JSON.stringify(payload)})`.execute(db)
  }

  /** Announces to itself now and then; a connection that does not receive it is replaced. */
  const probeWhile = async (live: { client: pg.Client; ended: Promise<void> }) => {
    const over = new AbortController()
    void live.ended.then(() => over.abort())
    const signal = AbortSignal.any([over.signal, stop.signal])
    while (!signal.aborted) {
      const text = newId()
      const heard = new Promise<boolean>((done) => (heardProbe = (it) => it === text && done(true)))
      const said = await notify({ probe: text }).then(
        () => true,
        () => false,
      )
      if (said && !(await Promise.race([heard, late(probing.patience, signal)])) && !signal.aborted) {
        log.error(
          'This process does not hear what it announces, so open pages are not told about changes. LISTEN_DATABASE_URL must reach the database of DATABASE_URL directly, not through a pooler.',
        )
        // Treated as a broken connection.
        endConnectionNow(live.client)
        return
      }
      await pause(probing.every, undefined, { signal, ref: false }).catch(() => undefined)
    }
  }

  const keepListening = async (first: Awaited<ReturnType<typeof connect>>) => {
    for (let live = first; ;) {
      void probeWhile(live)
      await live.ended
      const next = await connectAgain()
      if (!next) return
      live = next
      for (const check of [...checks]) check()
    }
  }
  const connectAgain = async () => {
    for (let wait = firstWait; !stop.signal.aborted; wait = Math.min(wait * 2, longestWait)) {
      // Random, so that not all processes reconnect at once.
      const jittered = wait * (0.5 + Math.random() / 2)
      await pause(jittered, undefined, { signal: stop.signal, ref: false }).catch(() => undefined)
      if (stop.signal.aborted) break
      try {
        const next = await connect()
        if (!stop.signal.aborted) return next
        // Closed meanwhile: no one else would end this connection.
        endConnectionNow(next.client)
      } catch (error) {
        log.warn({ error: describe(error) }, 'cannot listen for changes yet')
      }
    }
    return undefined
  }

  const listening = keepListening(await connect())
  return {
    subscribe(workspaceId, scopeId, hear, personId = '') {
      const at = key({ workspaceId, scopeId })
      const those = subscribers.get(at) ?? new Map<Hear, string>()
      subscribers.set(at, those.set(hear, personId))
      return () => {
        those.delete(hear)
        if (those.size === 0) subscribers.delete(at)
      }
    },
    onMissed(check) {
      checks.add(check)
      return () => void checks.delete(check)
    },
    tellOthers: (it) => notify({ aside: it }),
    hearOthers(hear) {
      asides.add(hear)
      return () => void asides.delete(hear)
    },
    async close() {
      stop.abort()
      if (client) endConnectionNow(client)
      await listening
    },
  }
}

const late = (patience: number, signal: AbortSignal) =>
  pause(patience, false, { signal, ref: false }).catch(() => false)

const describe = (error: unknown) => (error instanceof Error ? error.message || error.name : String(error))

function parseJson(text: string | undefined): unknown {
  try {
    return JSON.parse(text ?? '')
  } catch {
    return undefined
  }
}

const key = ({ workspaceId, scopeId }: { workspaceId: string; scopeId: string }) => `${workspaceId} ${scopeId}`
