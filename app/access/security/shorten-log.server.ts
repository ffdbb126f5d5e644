import { sql } from 'kysely'
import { type WorkspaceTransaction, inWorkspace } from '#db/workspace.ts'
import type { Parts } from '#app/kit/parts.ts'
import { writeSecurityEvent } from './security-log.server.ts'
import { type ChainPlace, chainFaultOf, startOfChain } from './chain.ts'
import { findAnchor, listEntriesAfter } from './sealed-entries.server.ts'

const atOnce = 5_000

/**
 * Deletes the entries at the beginning of a workspace's log that are older than it keeps them, and notes in the log itself how many
 * and up to which number and hash: there the rest of the chain starts. What does not hold is not deleted, so that tampering
 * cannot be swept away with it. The database's own clock decides, and its function refuses whatever is younger.
 * @returns how many entries were deleted, some thousands at most; ask again until there is none
 */
export const shortenLog = (parts: Pick<Parts, 'db' | 'log' | 'clock'>, workspaceId: string): Promise<number> =>
  inWorkspace(parts.db, workspaceId, async (trx) => {
    const anchor = (await findAnchor(trx, workspaceId)) ?? startOfChain
    const keptFrom = await findKeptFrom(trx, workspaceId)
    let last: ChainPlace = anchor
    for (const { seal, event } of await listEntriesAfter(trx, workspaceId, anchor.number, atOnce)) {
      if (event && event.at >= keptFrom) break
      const why = chainFaultOf(workspaceId, event, seal, last)
      if (why) {
        parts.log.error(
          { workspaceId, number: seal.number, why },
          'the security log is not shortened: its chain breaks',
        )
        break
      }
      last = seal
    }
    const through = last.number > anchor.number ? last.number : null
    const { rows } = await sql<{ deleted: number }>`
      select operations.shorten_security_log(${through}::bigint) as deleted`.execute(trx)
    const deleted = rows[0]?.deleted ?? 0
    if (deleted > 0)
      await writeSecurityEvent(
        trx,
        workspaceId,
        {
          kind: 'log shortened',
          person: null,
          detail: { entries: String(deleted), through: String(last.number), hash: last.hash },
        },
        parts.clock.now(),
      )
    return deleted
  })

/** The moment before which entries are too old, as the function in the database counts it. */
async function findKeptFrom(trx: WorkspaceTransaction, workspaceId: string): Promise<Date> {
  const { keptFrom } = await trx
    .selectFrom('workspace')
    .select(sql<Date>`now() - make_interval(months => keep_security_log_months)`.as('keptFrom'))
    .where('workspaceId', '=', workspaceId)
    .executeTakeFirstOrThrow()
  return keptFrom
}
