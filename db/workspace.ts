import { randomInt } from 'node:crypto'
import { type Transaction, sql } from 'kysely'
import type { Database } from './connection.ts'
import { openPipelinedReads } from './open-pipelined-reads.ts'
import type { DB } from './schema.ts'

export type WorkspaceTransaction = Transaction<DB>

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** How long a statement waits for a locked row or table. */
const lockPatience = '3s'
/** How long a statement may take; the connection itself is closed a little later (db/connection.ts). */
const statementPatience = '10s'

/**
 * The settings at the start of a transaction, as one text: `set` takes no parameters, and one text needs one round trip. `set
 * local` rather than `set_config`, which a distributed PostgreSQL does not propagate, and no start-up options, which a pooler
 * refuses.
 * @throws if the workspace is not a UUID
 */
export function settingsFor(workspaceId: string): string {
  if (!uuid.test(workspaceId)) throw new Error('This is not the id of a workspace.')
  return (
    `set local app.workspace = '${workspaceId}'; set local lock_timeout = '${lockPatience}'; ` +
    `set local statement_timeout = '${statementPatience}'`
  )
}

/**
 * Runs `work` in one transaction that sees the rows of one workspace and no others: row-level security reads the setting made here,
 * which ends with the transaction, so that it does not stay on a pooled connection. For changes; `reading.ts` is for reading.
 * @throws if the workspace is not a UUID, and errors that `isUnavailable` recognises while the database is not available
 */
export const inWorkspace = <Result>(
  db: Database,
  workspaceId: string,
  work: (trx: WorkspaceTransaction) => Promise<Result>,
): Promise<Result> =>
  transact(db, workspaceId, async (trx) => {
    const result = await work(trx)
    for (const last of lastWork.get(trx) ?? []) await last()
    await countChange(trx, workspaceId)
    return result
  })

/**
 * As `inWorkspace`, for what is computed from other rows and stored to be read faster: it is no change of the workspace, so what was made of
 * those rows stays valid.
 */
export const storeComputed = <Result>(
  db: Database,
  workspaceId: string,
  work: (trx: WorkspaceTransaction) => Promise<Result>,
): Promise<Result> => transact(db, workspaceId, work)

function transact<Result>(
  db: Database,
  workspaceId: string,
  work: (trx: WorkspaceTransaction) => Promise<Result>,
): Promise<Result> {
  const begin = `begin; ${settingsFor(workspaceId)}`
  return db.getExecutor().provideConnection(async (connection) => {
    const { during, commit, rollBack } = openPipelinedReads(db, connection, begin)
    try {
      const result = await during(work)
      await commit()
      return result
    } catch (error) {
      await rollBack()
      throw error
    }
  })
}

/** Changes of one workspace that may be committed at a time; a page over all plans reads as many rows. */
const lanes = 8

/**
 * Raises the number of a workspace's changes, unless the transaction only read. Caches of what is made of all its rows ask for it.
 * The last of all locks, for the reasons of `beforeCommit`.
 */
const countChange = (trx: WorkspaceTransaction, workspaceId: string) =>
  sql`
    insert into workspace_change (workspace_id, lane, number)
    select ${workspaceId}::uuid, ${randomInt(lanes)}::smallint, 1 where pg_current_xact_id_if_assigned() is not null
    on conflict (workspace_id, lane) do update set number = workspace_change.number + 1
  `.execute(trx)

const lastWork = new WeakMap<WorkspaceTransaction, (() => Promise<void>)[]>()

/**
 * Runs work at the end of a transaction that `inWorkspace` started: for locks that every transaction takes. They are held for the
 * shortest time there, and taken after all others, so that no two transactions wait for each other.
 */
export function beforeCommit(trx: WorkspaceTransaction, work: () => Promise<void>): void {
  const waiting = lastWork.get(trx)
  if (waiting) waiting.push(work)
  else lastWork.set(trx, [work])
}
