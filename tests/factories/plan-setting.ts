import { inWorkspace } from '#db/workspace.ts'
import { Refusal } from '#app/runner/refusal.ts'
import { type TestDatabase, testDatabase } from '#tests/harness/database.ts'
import { testNow } from './now.ts'
import { type TestParts, testParts } from './parts.ts'
import { makePlan } from './workspace.ts'

const made = new WeakMap<TestDatabase, TestParts>()
/** A plan of its own, and parts that the file's tests share, with their clock as each begins. */
export const setUp = async () => {
  const database = await testDatabase()
  const parts = made.get(database) ?? (await testParts(database.db, database.appUrl))
  made.set(database, parts)
  parts.clock.set(testNow)
  return { parts, ...(await makePlan(database.db)) }
}
export type Setting = Awaited<ReturnType<typeof setUp>>

/** The status of a refused command, or 200. */
export const statusOf = (order: Promise<unknown>): Promise<number> =>
  order.then(
    () => 200,
    (error: unknown) => {
      if (error instanceof Refusal) return error.status
      throw error
    },
  )

export const refusalOf = (order: Promise<unknown>): Promise<Refusal> =>
  order.then(
    () => Promise.reject(new Error('It was not refused')),
    (error: unknown) => (error instanceof Refusal ? error : Promise.reject(error as Error)),
  )

export const planOf = ({ parts, workspaceId }: Setting) =>
  inWorkspace(parts.db, workspaceId, (trx) => trx.selectFrom('plan').selectAll().executeTakeFirstOrThrow())
export const taskOf = ({ parts, workspaceId }: Setting, id: string | undefined) =>
  inWorkspace(parts.db, workspaceId, (trx) =>
    trx
      .selectFrom('task')
      .selectAll()
      .where('id', '=', id ?? '')
      .executeTakeFirst(),
  )
export const eventsOf = ({ parts, workspaceId }: Setting) =>
  inWorkspace(parts.db, workspaceId, (trx) => trx.selectFrom('activity').selectAll().orderBy('number').execute())
