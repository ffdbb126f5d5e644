import {
  AbortedTransactionError,
  CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  DummyDriver,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  Transaction,
} from 'kysely'
import type { Database } from './connection.ts'
import type { DB } from './schema.ts'

export type PipelinedReads = {
  /**
   * Runs what the transaction is for; may be called more than once, also side by side.
   * @throws why the transaction could not begin, else what `work` throws
   */
  during<Result>(work: (trx: Transaction<DB>) => Promise<Result>): Promise<Result>
  /** Later queries are refused: by then the connection may serve others. @throws where nothing was committed */
  commit(): Promise<void>
  /** Never rejects: a connection that cannot roll back is broken, and the pool drops it. */
  rollBack(): Promise<void>
}

/**
 * A transaction whose queries are sent when they are asked, those that begin it together with the first of them. Kysely's own
 * transactions wait for each answer before they send the next query. PostgreSQL runs them in the order in which they were asked.
 * @param begin what begins it, without parameters
 */
export function openPipelinedReads(db: Database, connection: DatabaseConnection, begin: string): PipelinedReads {
  let isOpen = true
  const begun = connection.executeQuery(CompiledQuery.raw(begin))
  // Told by `during`. Nothing may be sent after that, since it would run outside the transaction.
  begun.catch(() => (isOpen = false))
  const executor = db.getExecutor().withConnectionProvider({
    provideConnection: (use) => (isOpen ? use(connection) : Promise.reject(new TransactionEnded())),
  })
  const trx = new Transaction<DB>({ config: { dialect }, dialect, driver: dialect.createDriver(), executor })
  const end = (how: 'commit' | 'rollback') => {
    isOpen = false
    return connection.executeQuery<{ command: string }>(CompiledQuery.raw(how))
  }
  return {
    async during(work) {
      try {
        return await work(trx)
      } finally {
        // Its failure is the cause of all others.
        await begun
      }
    },
    async commit() {
      const { rows } = await end('commit')
      if (rows[0]?.command === 'ROLLBACK') throw new AbortedTransactionError()
    },
    async rollBack() {
      await end('rollback').catch(() => undefined)
    },
  }
}

/** PostgreSQL without a way to connect: the connection is there. */
const dialect: Dialect = {
  createAdapter: () => new PostgresAdapter(),
  createDriver: () => new DummyDriver(),
  createIntrospector: (db) => new PostgresIntrospector(db),
  createQueryCompiler: () => new PostgresQueryCompiler(),
}

class TransactionEnded extends Error {
  override name = 'TransactionEnded'
  constructor() {
    super('A query came after the end of its transaction.')
  }
}
