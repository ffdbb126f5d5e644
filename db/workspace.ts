import { type Transaction, sql } from 'kysely'
import type { Database } from './connection.ts'
import type { DB } from './schema.ts'

export type WorkspaceTransaction = Transaction<DB>

/**
 * Runs `work` in one transaction that sees the rows of one workspace and no others: row-level security reads the
 * setting made here, which ends with the transaction, so that a pooled connection carries it no further.
 */
export function inWorkspace<Result>(
  db: Database,
  workspaceId: string,
  work: (trx: WorkspaceTransaction) => Promise<Result>,
): Promise<Result> {
  return db.transaction().execute(async (trx) => {
    await sql`select set_config('app.workspace', ${workspaceId}, true)`.execute(trx)
    return work(trx)
  })
}
