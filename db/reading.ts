import pg from 'pg'
import type { Database } from './connection.ts'
import { type Pipelined, pipelined } from './pipelined.ts'
import { type WorkspaceTransaction, settingsFor } from './workspace.ts'

/** A transaction as far as reading goes; one that may change things is one, too. */
export type WorkspaceReading = Pick<WorkspaceTransaction, 'selectFrom'>

export type Reading = {
  /** @throws why the transaction could not begin, else what `work` throws */
  during<Result>(work: (trx: WorkspaceReading) => Promise<Result>): Promise<Result>
  /** Gives the connection back. Nothing is lost where that fails, so it never rejects. */
  close(): Promise<void>
}

/**
 * Starts a transaction that sees the rows of one workspace as they are at its first query, and can change none of them. What starts it
 * is sent together with that query, so `during` says where the database cannot do it.
 * @throws where the workspace is no UUID, and what `isUnavailable` knows where there is no connection
 */
export async function openReading(db: Database, workspaceId: string): Promise<Reading> {
  const begin = `begin isolation level repeatable read read only; ${settingsFor(workspaceId)}`
  const opened = Promise.withResolvers<Pipelined>()
  const closing = Promise.withResolvers<undefined>()
  const closed = db.getExecutor().provideConnection(async (connection) => {
    const transaction = pipelined(db, connection, begin)
    opened.resolve(transaction)
    await closing.promise
    await transaction.commit().catch(() => undefined)
  })
  closed.catch(opened.reject)
  const { during } = await opened.promise
  const close = () => {
    closing.resolve(undefined)
    return closed
  }
  return { during, close }
}

/** Runs `work` on what the workspace holds at one moment. @throws as `openReading`, and what `isUnavailable` knows */
export async function readWorkspace<Result>(
  db: Database,
  workspaceId: string,
  work: (trx: WorkspaceReading) => Promise<Result>,
): Promise<Result> {
  const { during, close } = await openReading(db, workspaceId)
  try {
    return await during(work)
  } finally {
    await close()
  }
}

/** Whether it is a statement that failed, and its transaction with it. */
export const hasFailed = (error: unknown): error is pg.DatabaseError => error instanceof pg.DatabaseError

/** Whether a statement failed for no other reason than that one before it in the same transaction did (SQLSTATE 25P02). */
export const isAfterFailure = ({ code }: pg.DatabaseError): boolean => code === '25P02'
