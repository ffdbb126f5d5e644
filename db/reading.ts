import { sql } from 'kysely'
import pg from 'pg'
import type { Database } from './connection.ts'
import { type WorkspaceTransaction, settingsFor } from './workspace.ts'

/** A transaction as far as reading goes; one that may change things is one, too. */
export type WorkspaceReading = Pick<WorkspaceTransaction, 'selectFrom'>

export type Reading = {
  trx: WorkspaceReading
  /** Gives the connection back. Nothing is lost where that fails, so it never rejects. */
  close(): Promise<void>
}

/**
 * Starts a transaction that sees the rows of one workspace as they are at its first query, and can change none of them. Beginning
 * takes one round trip.
 * @throws where the workspace is no UUID, and what `isUnavailable` knows where the database cannot do it now
 */
export function openReading(db: Database, workspaceId: string): Promise<Reading> {
  const settings = settingsFor(workspaceId)
  const opened = Promise.withResolvers<Reading>()
  const closing = Promise.withResolvers<undefined>()
  const closed = db.connection().execute(async (connection) => {
    try {
      await sql.raw(`begin isolation level repeatable read read only; ${settings}`).execute(connection)
      const close = () => {
        closing.resolve(undefined)
        return closed.catch(() => undefined)
      }
      opened.resolve({ trx: connection, close })
      await closing.promise
    } finally {
      await sql`commit`.execute(connection)
    }
  })
  closed.catch(opened.reject)
  return opened.promise
}

/** Runs `work` on what the workspace holds at one moment. @throws as `openReading` */
export async function readWorkspace<Result>(
  db: Database,
  workspaceId: string,
  work: (trx: WorkspaceReading) => Promise<Result>,
): Promise<Result> {
  const { trx, close } = await openReading(db, workspaceId)
  try {
    return await work(trx)
  } finally {
    await close()
  }
}

/** Whether it is a statement that failed, and its transaction with it. */
export const hasFailed = (error: unknown): error is pg.DatabaseError => error instanceof pg.DatabaseError

/** Whether a statement failed for no other reason than that one before it in the same transaction did (SQLSTATE 25P02). */
export const isAfterFailure = ({ code }: pg.DatabaseError): boolean => code === '25P02'
