import { CamelCasePlugin, Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import type { DB } from './schema.ts'

const oid = { bigint: 20, date: 1082 } as const

/** The types that pg would turn into something lossy stay exact: dates are text, counts are safe integers. */
const types: pg.CustomTypesConfig = {
  getTypeParser(id, format) {
    if (id === oid.date) return (text: string) => text
    if (id === oid.bigint) return toSafeInteger
    return pg.types.getTypeParser(id, format)
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
export function createDatabase(url: string, { max = 10 }: { max?: number } = {}): Database {
  return new Kysely<DB>({
    dialect: new PostgresDialect({ pool: createPool(url, { max }) }),
    plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true })],
  })
}

/** A bare pool, for libraries that bring their own SQL. */
export function createPool(url: string, { max }: { max: number }): pg.Pool {
  const pool = new pg.Pool({ connectionString: url, max, types, options: '-c TimeZone=UTC -c statement_timeout=30000' })
  pool.on('error', () => {
    // An idle connection that breaks is replaced by the pool; whoever asks next gets the error, if it lasts.
  })
  pool.on('connect', (client) => {
    // One that breaks while a transaction holds it says so apart from its query, and unheard that would end the process.
    client.on('error', () => undefined)
  })
  return pool
}
