import { type Expression, type RawBuilder, sql } from 'kysely'

/** Rows that come in one column of the row that they belong to, as JSON; null where there are none. Their order is not kept. */
export const rowsAsJson = <Row>(row: Expression<Row>): RawBuilder<Row[] | null> => sql<Row[] | null>`json_agg(${row})`
