import { sql } from 'kysely'
import type { WorkspaceReading } from '#db/reading.ts'

/** The account that a name of any case stands for. */
export const findAccountByName = (trx: WorkspaceReading, workspaceId: string, name: string) =>
  trx
    .selectFrom('account')
    .select(['id', 'name'])
    .where('workspaceId', '=', workspaceId)
    .where(sql<boolean>`lower(name) = lower(${name})`)
    .executeTakeFirst()
