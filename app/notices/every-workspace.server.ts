import type { Database } from '#db/connection.ts'
import type { Parts } from '#app/kit/parts.ts'

/** All workspaces, for work that comes round by the clock. Outside the tenants. */
async function unsafeListWorkspaces(db: Database): Promise<string[]> {
  const rows = await db.selectFrom('directory.workspace').select('id').orderBy('id').execute()
  return rows.map((row) => row.id)
}

/** One workspace that fails does not keep the others waiting. @throws AggregateError at the end, so that the job is tried again */
export async function inEveryWorkspace(
  parts: Parts,
  work: (parts: Parts, workspaceId: string) => Promise<void>,
): Promise<void> {
  const failures: unknown[] = []
  for (const workspaceId of await unsafeListWorkspaces(parts.db)) {
    try {
      await work(parts, workspaceId)
    } catch (error) {
      failures.push(error)
      parts.log.error({ err: error, workspaceId }, 'work by the clock failed')
    }
  }
  if (failures.length > 0) throw new AggregateError(failures, 'Work by the clock failed in some workspaces.')
}
