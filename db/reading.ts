import pg from 'pg'
import type { Database } from './connection.ts'
import { type PipelinedReads, openPipelinedReads } from './open-pipelined-reads.ts'
import { type WorkspaceTransaction, settingsFor } from './workspace.ts'

/** A transaction that can only read; one that can write is accepted as well. */
export type WorkspaceReading = Pick<WorkspaceTransaction, 'selectFrom' | 'executeQuery'>

export type OpenReading = {
  /** @throws why the transaction could not start, else what `work` throws */
  during<Result>(work: (trx: WorkspaceReading) => Promise<Result>): Promise<Result>
  /** Returns the connection. Nothing is lost if that fails, so it never rejects. */
  close(): Promise<void>
}

/**
 * Starts a read-only transaction that sees the rows of one workspace as they are at its first query. What starts it is sent together
 * with that query, so an error of the database comes from `during`.
 * @throws if the workspace is not a UUID, and errors that `isUnavailable` recognises if there is no connection
 */
export async function openReading(db: Database, workspaceId: string): Promise<OpenReading> {
  const begin = `begin isolation level repeatable read read only; ${settingsFor(workspaceId)}`
  const opened = Promise.withResolvers<PipelinedReads>()
  const closing = Promise.withResolvers<undefined>()
  const closed = db.getExecutor().provideConnection(async (connection) => {
    const transaction = openPipelinedReads(db, connection, begin)
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

/** Runs `work` on one consistent snapshot of the workspace. @throws as `openReading`, and errors that `isUnavailable` recognises */
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

/** Whether a failed statement aborted its transaction. */
export const hasFailed = (error: unknown): error is pg.DatabaseError => error instanceof pg.DatabaseError

/** Whether a statement failed only because an earlier one in the same transaction failed (SQLSTATE 25P02). */
export const isAfterFailure = ({ code }: pg.DatabaseError): boolean => code === '25P02'
