import { inWorkspace } from '#db/workspace.ts'
import type { Parts } from '#app/kit/parts.ts'

export type MemberRow = { id: string; name: string; email: string; roles: string[] }
export type WorkspacePage = { name: string; members: MemberRow[] }

/** The workspace and who belongs to it, by name. */
export function getWorkspacePage(parts: Parts, workspaceId: string): Promise<WorkspacePage> {
  return inWorkspace(parts.db, workspaceId, async (trx) => {
    const { name } = await trx
      .selectFrom('workspace')
      .select('name')
      .where('workspaceId', '=', workspaceId)
      .executeTakeFirstOrThrow()
    const members = await trx
      .selectFrom('member')
      .select(['id', 'name', 'email', 'roles'])
      .where('workspaceId', '=', workspaceId)
      .where('removedAt', 'is', null)
      .orderBy('name')
      .execute()
    return { name, members }
  })
}
