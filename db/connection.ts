import { Socket } from 'node:net'
import { CamelCasePlugin, Kysely, type Logger, PostgresDialect } from 'kysely'
import pg from 'pg'
import type { DB } from './schema.ts'
import { withoutDirectionMarks } from './without-direction-marks.ts'

const oid = { bigint: 20, text: 25, json: 114, varchar: 1043, date: 1082, textArray: 1009, jsonb: 3802 } as const
const texts: readonly number[] = [oid.text, oid.varchar, oid.textArray, oid.json, oid.jsonb]

/**
 * Types that pg would convert with a loss stay exact: dates are text, counts are safe integers. Characters that change the
 * direction of text are removed from every text that is read, since it goes into sentences, labels and subjects.
 */
const types: pg.CustomTypesConfig = {
  getTypeParser(id, format) {
    if (id === oid.date) return (text: string) => text
    if (id === oid.bigint) return toSafeInteger
    const parse = pg.types.getTypeParser(id, format)
    return texts.includes(id) ? (text: string) => parse(withoutDirectionMarks(text)) : parse
  },
}

function toSafeInteger(text: string): number {
  const value = Number(text)
  if (!Number.isSafeInteger(value)) throw new RangeError(`The count ${text} does not fit a number`)
  return value
}

export type Database = Kysely<DB>

/**
 * A pool of connections to `url`, typed by the migrated schema. Columns are snake_case there and camelCase here.
 * @param max how many connections the pool may hold
 */
export const createDatabase = (url: string, { max = 10 }: { max?: number } = {}): Database =>
  databaseOn(createPool(url, { max }))

/**
 * The same on a pool that the caller keeps; it ends with the database.
 * @param log called after each statement
 */
export const databaseOn = (pool: pg.Pool, log?: Logger): Database =>
  new Kysely<DB>({
    ...(log && { log }),
    dialect: new PostgresDialect({ pool }),
    plugins: [camelCase],
  })

/** Columns as our code names them. */
export const camelCase = new CamelCasePlugin({ maintainNestedObjectKeys: true })

/** How long a caller may wait for a new or free connection, in milliseconds. */
export const connectPatience = 5_000
/** How long a connection in use may be silent before it is closed, in milliseconds; longer than a statement may take. */
const silencePatience = 12_000

/**
 * A plain pool, for libraries that bring their own SQL. Every wait is limited: for a connection, and for a server that is frozen or
 * unreachable. No start-up options, which a pooler would refuse.
 */
export function createPool(url: string, { max }: { max: number }): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max,
    types,
    keepAlive: true,
    // A query is sent when it is asked, not when the one before it is answered (open-pipelined-reads.ts).
    pipeline: true,
    connectionTimeoutMillis: connectPatience,
  })
  pool.on('error', () => {
    // An idle connection that breaks is replaced by the pool; the next caller gets the error, if it lasts.
  })
  pool.on('connect', (client) => {
    // One that breaks during a transaction emits an error of its own besides its query's; without a listener that ends the process.
    client.on('error', () => undefined)
    const socket = socketOf(client)
    socket?.on('timeout', () => socket.destroy(new DatabaseSilent()))
  })
  pool.on('acquire', (client) => void socketOf(client)?.setTimeout(silencePatience))
  pool.on('release', (_error, client) => void socketOf(client)?.setTimeout(0))
  return pool
}

const socketOf = ({ connection: { stream } }: pg.PoolClient) => (stream instanceof Socket ? stream : undefined)

/**
 * One connection apart from every pool, on which every wait is limited. The caller ends it with `endConnectionNow`.
 * @throws Error when it cannot be made
 */
export async function openConnection(url: string): Promise<pg.Client> {
  const client = new pg.Client({
    connectionString: url,
    keepAlive: true,
    connectionTimeoutMillis: connectPatience,
    query_timeout: silencePatience,
  })
  client.on('error', () => {
    // The query that waits, or the next one, rejects with the same.
  })
  try {
    await client.connect()
  } catch (error) {
    endConnectionNow(client)
    throw error
  }
  return client
}

/** Ends a connection without waiting for the server, which may no longer answer. */
export function endConnectionNow(client: pg.Client): void {
  void client.end().catch(() => undefined)
  client.connection.stream.destroy()
}

/** The server sent nothing for too long, or a transaction was left open. */
class DatabaseSilent extends Error {
  override name = 'DatabaseSilent'
  readonly code = 'ETIMEDOUT'
  constructor() {
    super(`The database was silent for ${silencePatience / 1000} seconds.`)
  }
}
