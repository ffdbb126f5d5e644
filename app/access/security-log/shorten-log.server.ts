import { sql } from 'kysely'
import { type WorkspaceTransaction, inWorkspace } from '#db/workspace.ts'
import type { Parts } from '#app/kit/parts.ts'
import { writeSecurityEvent } from './write-security-event.server.ts'
import { type ChainPlace, chainFaultOf, startOfChain } from './security-chain.ts'
import { findAnchor, listEntriesAfter } from './sealed-entries.server.ts'

const atOnce = 5_000

/**
 * Deletes the oldest entries of a workspace's log, past its retention, and records in the log how many and up to which number
 * and hash: the chain continues from there. Entries whose hashes do not match are not deleted, so that deleting cannot hide
 * tampering. The database's clock decides, and its function refuses younger entries.
 * @returns how many entries were deleted, a few thousand at most; call again until it is 0
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
