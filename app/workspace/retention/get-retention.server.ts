import type { Parts } from '#app/kit/parts.ts'
import { type Retention, retentionFields } from './model.ts'

/** How long the workspace keeps its records. */
export const getRetention = (parts: Pick<Parts, 'reads'>, workspaceId: string): Promise<Retention> =>
  parts.reads.in(workspaceId, (trx) =>
    trx
      .selectFrom('workspace')
      .select(retentionFields)
      .where('workspaceId', '=', workspaceId)
      .executeTakeFirstOrThrow(),
  )
