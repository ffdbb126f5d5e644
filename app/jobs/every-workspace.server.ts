import type { QueueName } from '#db/queues.ts'
import type { Database } from '#db/connection.ts'
import type { Parts } from '#app/kit/parts.ts'

const atOnce = 500

/** Workspaces in the order of their ids, some at a time. Outside the tenants. */
async function* unsafeListWorkspaces(db: Database): AsyncGenerator<string[]> {
  for (let last: string | undefined; ;) {
    let query = db.selectFrom('directory.workspace').select('id').orderBy('id').limit(atOnce)
    if (last !== undefined) query = query.where('id', '>', last)
    const ids = (await query.execute()).map(({ id }) => id)
    if (ids.length > 0) yield ids
    last = ids.at(-1)
    if (ids.length < atOnce) return
  }
}

/**
 * Queues a job for each workspace, so that one that fails or takes long does not delay the others. A workspace whose job of
 * this kind is waiting or running gets no second one.
 */
export async function sendToEveryWorkspace({ db, boss }: Pick<Parts, 'db' | 'boss'>, queue: QueueName): Promise<void> {
  for await (const ids of unsafeListWorkspaces(db))
    await boss.insert(
      queue,
      ids.map((workspaceId) => ({ data: { workspaceId }, singletonKey: workspaceId })),
    )
}

/**
 * A failing workspace does not stop the others.
 * @throws AggregateError at the end, so that the job is tried again
 */
export async function inEveryWorkspace(
  parts: Parts,
  work: (parts: Parts, workspaceId: string) => Promise<void>,
): Promise<void> {
  const failures: unknown[] = []
  for await (const ids of unsafeListWorkspaces(parts.db))
    for (const workspaceId of ids) {
      try {
        await work(parts, workspaceId)
      } catch (error) {
        failures.push(error)
        parts.log.error({ err: error, workspaceId }, 'work in every workspace failed')
      }
    }
  if (failures.length > 0) throw new AggregateError(failures, 'Work by the clock failed in some workspaces.')
}
