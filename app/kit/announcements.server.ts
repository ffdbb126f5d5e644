import { sql } from 'kysely'
import pg from 'pg'
import { z } from 'zod'
import type { WorkspaceTransaction } from '#db/workspace.ts'
import type { Log } from './log.server.ts'

/** One channel for all: a channel's name is limited to 63 bytes, a payload to 8,000. */
export const announcementChannel = 'firstwin'

const announcement = z.object({ workspaceId: z.string(), scopeId: z.string(), number: z.number() })
/** "Something changed here, up to this number of the activity": no content, whoever hears it asks for what they may see. */
export type Announcement = z.infer<typeof announcement>

export type Announcements = {
  /** @returns ends the subscription */
  subscribe(workspaceId: string, scopeId: string, hear: (it: Announcement) => void): () => void
  close(): Promise<void>
}

/** Tells every process at commit, and never after a rollback. */
export async function announce(trx: WorkspaceTransaction, announcement: Announcement): Promise<void> {
  await sql`select pg_notify(${announcementChannel}, ${JSON.stringify(announcement)})`.execute(trx)
}

/**
 * Tells every process that a person may see less than before, by the person's id or the session's: whatever is sent to them goes
 * on only after they were asked again who they are.
 */
export const announceLeave = (trx: WorkspaceTransaction, workspaceId: string, personOrSessionId: string) =>
  announce(trx, { workspaceId, scopeId: personOrSessionId, number: 0 })

const retryAfterMs = 1_000

/**
 * Listens on one connection of its own (LISTEN needs one) and hands what it hears to subscribers of this process.
 * When the connection breaks it is made again; what was missed meanwhile, subscribers catch up on by number.
 */
export async function listenForAnnouncements(databaseUrl: string, log: Log): Promise<Announcements> {
  const subscribers = new Map<string, Set<(it: Announcement) => void>>()
  let client: pg.Client | undefined
  let closed = false

  const connect = async () => {
    const next = new pg.Client({ connectionString: databaseUrl, keepAlive: true })
    next.on('notification', ({ payload }) => {
      const heard = announcement.safeParse(JSON.parse(payload ?? 'null'))
      if (!heard.success) return
      for (const hear of subscribers.get(key(heard.data)) ?? []) hear(heard.data)
    })
    next.on('error', (error) => log.warn({ error: error.message }, 'lost the connection that hears of changes'))
    next.on('end', () => {
      if (!closed) setTimeout(reconnect, retryAfterMs).unref()
    })
    await next.connect()
    await next.query(`listen ${announcementChannel}`)
    client = next
  }
  const reconnect = () => {
    if (closed) return
    connect().catch(() => setTimeout(reconnect, retryAfterMs).unref())
  }

  await connect()
  return {
    subscribe(workspaceId, scopeId, hear) {
      const at = key({ workspaceId, scopeId })
      const those = subscribers.get(at) ?? new Set()
      subscribers.set(at, those.add(hear))
      return () => {
        those.delete(hear)
        if (those.size === 0) subscribers.delete(at)
      }
    },
    async close() {
      closed = true
      await client?.end()
    },
  }
}

const key = ({ workspaceId, scopeId }: { workspaceId: string; scopeId: string }) => `${workspaceId} ${scopeId}`
