import { createHash } from 'node:crypto'
import {
  type CompiledQuery,
  DummyDriver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
} from 'kysely'
import pg from 'pg'
import { camelCase } from './connection.ts'
import type { WorkspaceReading } from './reading.ts'
import type { DB } from './schema.ts'
import { settingsFor } from './workspace.ts'

type Values = Readonly<Record<string, string | Date>>

/** A query that is built once and asked often, each time with other values. */
export type PreparedQuery<Asked extends Values, Row> = {
  /** The same for the same text, in every process and build. */
  name: string
  query: CompiledQuery<Row>
  /** The parameters of the query as SQL. */
  literals(values: Asked): string
}

/** @throws what `isUnavailable` knows where the database cannot answer now */
export type RunPreparedQuery = <Asked extends Values, Row extends pg.QueryResultRow>(
  workspaceId: string,
  prepared: PreparedQuery<Asked, Row>,
  values: Asked,
) => Promise<Row | undefined>

const literalOf = (value: unknown): string => {
  if (value instanceof Date) return pg.escapeLiteral(value.toISOString())
  if (typeof value === 'string') return pg.escapeLiteral(value)
  throw new TypeError('A prepared query takes texts and moments only.')
}

/** Writes queries, and runs none. */
const writing = new Kysely<DB>({
  dialect: {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (db) => new PostgresIntrospector(db),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  },
  plugins: [camelCase],
})

/**
 * @param build a query whose columns have names of one word, since they are returned as PostgreSQL calls them
 * @param examples no two of them alike: they say which parameter is which value
 */
export function preparedQuery<Asked extends Values, Row>(
  build: (db: WorkspaceReading, values: Asked) => { compile(): CompiledQuery<Row> },
  examples: Asked,
): PreparedQuery<Asked, Row> {
  const query = build(writing, examples).compile()
  const names = new Map<unknown, string>(Object.entries(examples).map(([name, example]) => [example, name]))
  const parameters = query.parameters.map((value) => ({ value, name: names.get(value) }))
  return {
    name: `firstwin_${createHash('sha256').update(query.sql).digest('hex').slice(0, 16)}`,
    query,
    literals: (given) =>
      parameters.map(({ value, name }) => literalOf(name === undefined ? value : given[name])).join(', '),
  }
}

/** SQLSTATE of a name that no prepared statement of the connection has. */
const unknownStatement = '26000'

/**
 * Asks for one row in one round trip: settings and query are one text, which PostgreSQL runs as one transaction. The query is planned once
 * for each connection, by PREPARE: planning a large one takes several times as long as running it. A pooler that changes connections
 * between transactions may pass it on, as it may any text; where a connection does not know the query, it learns it.
 */
export const runPreparedQueriesOn =
  (pool: pg.Pool): RunPreparedQuery =>
  async (workspaceId, { name, query, literals }, values) => {
    const settings = `${settingsFor(workspaceId)}; set local plan_cache_mode = force_generic_plan`
    const execute = `${settings}; execute ${name}(${literals(values)})`
    const client = await pool.connect()
    try {
      return await client.query(execute).then(lastRow, (error: unknown) => {
        if (!(error instanceof pg.DatabaseError) || error.code !== unknownStatement) throw error
        return client.query(`prepare ${name} as ${query.sql}; ${execute}`).then(lastRow)
      })
    } finally {
      client.release()
    }
  }

/** Several statements have a result each, which the types of pg do not say. */
function lastRow<Row extends pg.QueryResultRow>(results: pg.QueryResult<Row> | pg.QueryResult<Row>[]): Row | undefined {
  const result = Array.isArray(results) ? results.at(-1) : results
  return result?.rows[0]
}
