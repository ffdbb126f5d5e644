import {
  type CompiledQuery,
  DummyDriver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
} from 'kysely'
import { camelCase } from './connection.ts'
import type { WorkspaceReading } from './reading.ts'
import type { DB } from './schema.ts'

/** What a written query is asked with. */
export type QueryValues = Readonly<Record<string, string | Date | null | readonly string[]>>

export type BuildQuery<Asked extends QueryValues, Row> = (
  db: WorkspaceReading,
  values: Asked,
) => { compile(): CompiledQuery<Row> }

export type WrittenQuery<Asked extends QueryValues, Row> = {
  query: CompiledQuery<Row>
  /** The parameters of the query, in its order, for these values. */
  parametersFor(values: Asked): readonly unknown[]
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
 * The SQL of a query whose values are given later.
 * @param build uses each value as it is: what is computed of one is a value of its own
 * @param examples no two of them alike: they say which parameter is which value
 * @throws where an example is no parameter, or two are alike
 */
export function writeQuery<Asked extends QueryValues, Row>(
  build: BuildQuery<Asked, Row>,
  examples: Asked,
): WrittenQuery<Asked, Row> {
  const query = build(writing, examples).compile()
  const names = new Map<unknown, string>(Object.entries(examples).map(([name, example]) => [example, name]))
  const unused = Object.keys(examples).find(
    (name) => !query.parameters.includes(examples[name]) || names.get(examples[name]) !== name,
  )
  if (unused !== undefined) throw new TypeError(`The query does not take ${unused} as it is: ${query.sql}`)
  const parameters = query.parameters.map((value) => ({ value, name: names.get(value) }))
  return {
    query,
    parametersFor: (given) => parameters.map(({ value, name }) => (name === undefined ? value : given[name])),
  }
}
