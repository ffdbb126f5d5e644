import type { Transaction } from 'kysely'
import type { Database } from './connection.ts'
import { pipelined } from './pipelined.ts'
import type { DB } from './schema.ts'

export type WorkspaceTransaction = Transaction<DB>

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** How long a statement waits for a row or table that others hold. */
const lockPatience = '3s'
/** How long a statement may take; the connection itself is given up a little later (db/connection.ts). */
const statementPatience = '10s'

/**
 * The settings at the start of a transaction, as one text: `set` takes no parameters, and all of it goes in one round trip.
 * `set local` rather than `set_config`, which a distributed PostgreSQL does not propagate, and no start-up options, which a
 * pooler refuses.
 * @throws where the workspace is not a UUID
 */
export function settingsFor(workspaceId: string): string {
  if (!uuid.test(workspaceId)) throw new Error('This is not the id of a workspace.')
  return (
    `set local app.workspace = '${workspaceId}'; set local lock_timeout = '${lockPatience}'; ` +
    `set local statement_timeout = '${statementPatience}'`
  )
}

/**
 * Runs `work` in one transaction that sees the rows of one workspace and no others: row-level security reads the
 * setting made here, which ends with the transaction, so that a pooled connection carries it no further. For changes; `reading.ts` reads.
 * @throws where the workspace is no UUID, and what `isUnavailable` knows where the database cannot do it now
 */
export function inWorkspace<Result>(
  db: Database,
  workspaceId: string,
  work: (trx: WorkspaceTransaction) => Promise<Result>,
): Promise<Result> {
  const begin = `begin; ${settingsFor(workspaceId)}`
  return db.getExecutor().provideConnection(async (connection) => {
    const { during, commit, rollBack } = pipelined(db, connection, begin)
    try {
      const result = await during(async (trx) => {
        const found = await work(trx)
        for (const last of lastWork.get(trx) ?? []) await last()
        return found
      })
      await commit()
      return result
    } catch (error) {
      await rollBack()
      throw error
    }
  })
}

const lastWork = new WeakMap<WorkspaceTransaction, (() => Promise<void>)[]>()

/**
 * Leaves work for the end of a transaction that `inWorkspace` began: for locks that everyone takes, which are held for the
 * shortest time there, and behind all others, so that no two transactions wait for each other.
 */
export function beforeCommit(trx: WorkspaceTransaction, work: () => Promise<void>): void {
  const waiting = lastWork.get(trx)
  if (waiting) waiting.push(work)
  else lastWork.set(trx, [work])
}
