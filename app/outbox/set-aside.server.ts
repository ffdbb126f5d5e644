import type { Selectable } from 'kysely'
import type { Notice } from '#db/schema.ts'
import type { WorkspaceTransaction } from '#db/workspace.ts'
import type { Parts } from '#app/kit/parts.ts'

/**
 * Sets a notice aside that this version of the program cannot read, and says so in the log. No one is written to until an operator
 * lets it try again (`npm run emails:release`).
 * @param reason names fields, not what they hold
 */
export async function setAside(
  { log }: Pick<Parts, 'log'>,
  trx: WorkspaceTransaction,
  { workspaceId, id, kind }: Pick<Selectable<Notice>, 'workspaceId' | 'id' | 'kind'>,
  reason: string,
): Promise<void> {
  await trx
    .updateTable('notice')
    .set({ state: 'set-aside', failure: reason })
    .where('workspaceId', '=', workspaceId)
    .where('id', '=', id)
    .execute()
  log.error({ workspaceId, noticeId: id, kind, reason }, 'a notice cannot be read and was set aside')
}
