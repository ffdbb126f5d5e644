import type { Readable } from 'node:stream'
import type { PgBoss } from 'pg-boss'
import type { Database } from '#db/connection.ts'
import type { RunPreparedQuery } from '#db/prepared-query.ts'
import type { Announcements } from './announcements.server.ts'
import type { Clock } from './clock.ts'
import type { Computations } from './computations.ts'
import type { Environment } from './environment.server.ts'
import type { EventStreams } from './event-streams.ts'
import type { FileBucket } from './file-bucket.ts'
import type { ChangeSlots } from './slots.ts'
import type { RateLimits } from './rate-limits.ts'
import type { Log } from './log.server.ts'
import type { Meters } from './meters.ts'
import type { FillPage, OpenPages } from './open-pages.ts'
import type { Presence } from './presence.server.ts'
import type { Reads } from './reads.server.ts'

/** What a process creates once and passes down; modules hold no such state. */
export type Parts = {
  /** For changes. */
  db: Database
  /** For reads; loaders get those of their request. */
  reads: Reads
  /** For the one query that every request of a cached page runs. */
  runPrepared: RunPreparedQuery
  /** Sends jobs; started without the rights to change its own tables. */
  boss: PgBoss
  announcements: Announcements
  eventStreams: EventStreams
  openPages: OpenPages
  /** Who has which plan open. */
  presence: Presence
  /** Limits concurrent changes, by what they change. */
  slots: ChangeSlots
  clock: Clock
  log: Log
  meters: Meters
  environment: Environment
  /** Computations that would block the event loop. */
  computations: Computations
  /** Where new files are stored; null for the database. */
  bucket: FileBucket | null
  /** Rate limits. */
  limits: RateLimits
  /** Whether the demo’s links open, which can be used again and again; never in production. */
  opensDemoLinks: boolean
}

/** Lets the current page be cached. */
export type PageCaching = {
  /** The prefix of the form keys in a kept page: each reader gets keys of their own instead. */
  formKey: string
  /** Marks the page as complete and unchanged until something that it depends on changes. */
  keep(): void
}

/** What the server gives to a request's loaders and actions; their commands come from their build (`entry.server.tsx`). */
export type ServerContext = {
  parts: Parts
  requestId: string
  cspNonce: string
  /** The client as rate limits count it; unknown where a socket has no address. */
  network?: string | undefined
  /** Fires when the client has left; `request.signal` does not once Remix has copied the request. Absent where nothing is connected. */
  gone?: AbortSignal | undefined
  keeping?: PageCaching | undefined
  /** Another page of who asks, by its path, as it is now; undefined where it cannot be kept. Absent where no pages are kept. */
  findPage?: ((path: string) => Promise<FillPage | undefined>) | undefined
  /** What is posted, as it arrives: on pages that say `handle.streamed`. Elsewhere it has been read before. */
  body?: Readable | undefined
}

declare module '@remix-run/node' {
  /** Types loaders' data as remix.config.js has them sent. */
  interface Future {
    v3_singleFetch: true
  }
}
