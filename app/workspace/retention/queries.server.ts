import { inWorkspace } from '#db/workspace.ts'
import type { Parts } from '#app/kit/parts.ts'
import { type Retention, retentionFields } from './model.ts'

/** How long the workspace keeps its records. */
export const getRetention = (parts: Pick<Parts, 'db'>, workspaceId: string): Promise<Retention> =>
  inWorkspace(parts.db, workspaceId, (trx) =>
    trx
      .selectFrom('workspace')
      .select(retentionFields)
      .where('workspaceId', '=', workspaceId)
      .executeTakeFirstOrThrow(),
  )
