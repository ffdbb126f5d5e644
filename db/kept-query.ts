import type { WorkspaceReading } from './reading.ts'
import { type BuildQuery, type QueryValues, type WrittenQuery, writeQuery } from './written-query.ts'

/**
 * A query that pages ask often. Its SQL is written at the first time and kept: for Kysely, writing a large one takes longer than sending it and
 * reading its rows. It runs in the caller's transaction, as any other.
 * @param build uses each value as it is: what is computed of one is a value of its own
 * @param examples no two of them alike: they say which parameter is which value
 * @returns finds the rows for other values
 */
export function keptQuery<Asked extends QueryValues, Row>(build: BuildQuery<Asked, Row>, examples: Asked) {
  let written: WrittenQuery<Asked, Row> | undefined
  return async (trx: WorkspaceReading, values: Asked): Promise<Row[]> => {
    const { query, parametersFor } = (written ??= writeQuery(build, examples))
    const { rows } = await trx.executeQuery<Row>({ ...query, parameters: parametersFor(values) })
    return rows
  }
}
