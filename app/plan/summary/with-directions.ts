import { type RawBuilder, sql } from 'kysely'

/** A sentence of ours as it was stored: the connection takes the marks that keep names apart out of texts, and not out of JSON. */
export const withDirections = (column: RawBuilder<unknown>) => sql<string>`to_json(${column})`
