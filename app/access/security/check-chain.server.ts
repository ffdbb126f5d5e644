import { inWorkspace } from '#db/workspace.ts'
import type { WorkspaceTransaction } from '#db/workspace.ts'
import type { Parts } from '#app/kit/parts.ts'
import { type Seal, faultOf } from './chain.ts'
import { detailOf } from './queries.server.ts'

export type Checked = {
  /** How many entries hold, from the first on. */
  entries: number
  /** The first that does not. */
  broken?: { number: number; why: string }
}

const pageSize = 1_000

/** Reads a workspace's log from its first sealed entry on, and says where the chain breaks, if it does. */
export const checkChain = (parts: Pick<Parts, 'db'>, workspaceId: string): Promise<Checked> =>
  inWorkspace(parts.db, workspaceId, async (trx): Promise<Checked> => {
    const head = await trx
      .selectFrom('securityChain')
      .select(['number', 'hash'])
      .where('workspaceId', '=', workspaceId)
      .executeTakeFirst()
    let before = { number: 0, hash: '' }
    let firstAt: Date | undefined
    for (;;) {
      const page = await sealsAfter(trx, workspaceId, before.number)
      for (const { seal, event } of page) {
        const why = faultOf(workspaceId, event, seal, before)
        if (why) return { entries: before.number, broken: { number: before.number + 1, why } }
        before = seal
        firstAt ??= event?.at
      }
      if (page.length < pageSize) break
    }
    const end = { number: before.number + 1 }
    if ((head?.number ?? 0) !== before.number || (head?.hash ?? '') !== before.hash)
      return { entries: before.number, broken: { ...end, why: 'Entries at the end are missing.' } }
    if (firstAt && (await hasUnsealed(trx, workspaceId, firstAt)))
      return { entries: before.number, broken: { ...end, why: 'There are entries that were added past the chain.' } }
    return { entries: before.number }
  })

async function sealsAfter(trx: WorkspaceTransaction, workspaceId: string, number: number) {
  const rows = await trx
    .selectFrom('securitySeal')
    .leftJoin('securityEvent', (join) =>
      join
        .onRef('securityEvent.workspaceId', '=', 'securitySeal.workspaceId')
        .onRef('securityEvent.id', '=', 'securitySeal.eventId'),
    )
    .select(['number', 'salt', 'digest', 'previous', 'hash', 'securityEvent.id', 'at', 'kind'])
    .select(['personId', 'personName', 'network', 'detail'])
    .where('securitySeal.workspaceId', '=', workspaceId)
    .where('number', '>', number)
    .orderBy('number')
    .limit(pageSize)
    .execute()
  return rows.map(({ id, at, kind, personId, personName, network, detail, ...seal }) => ({
    seal: seal satisfies Seal,
    event: id && at && kind ? { id, at, kind, personId, personName, network, detail: detailOf(detail) } : undefined,
  }))
}

/** Entries since the chain began that have no place in it. */
async function hasUnsealed(trx: WorkspaceTransaction, workspaceId: string, since: Date): Promise<boolean> {
  const found = await trx
    .selectFrom('securityEvent')
    .select('id')
    .where('workspaceId', '=', workspaceId)
    .where('at', '>', since)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('securitySeal')
            .select('securitySeal.number')
            .where('securitySeal.workspaceId', '=', workspaceId)
            .whereRef('securitySeal.eventId', '=', 'securityEvent.id'),
        ),
      ),
    )
    .limit(1)
    .executeTakeFirst()
  return found !== undefined
}
