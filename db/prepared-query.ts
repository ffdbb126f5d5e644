import { createHash } from 'node:crypto'
import type { CompiledQuery } from 'kysely'
import pg from 'pg'
import { type BuildQuery, writeQuery } from './written-query.ts'
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

/**
 * @param build a query whose columns have names of one word, since they are returned as PostgreSQL calls them
 * @param examples no two of them alike: they say which parameter is which value
 */
export function preparedQuery<Asked extends Values, Row>(
  build: BuildQuery<Asked, Row>,
  examples: Asked,
): PreparedQuery<Asked, Row> {
  const { query, parametersFor } = writeQuery(build, examples)
  return {
    name: `firstwin_${createHash('sha256').update(query.sql).digest('hex').slice(0, 16)}`,
    query,
    literals: (values) => parametersFor(values).map(literalOf).join(', '),
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
