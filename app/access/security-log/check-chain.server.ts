import type { WorkspaceReading } from '#db/reading.ts'
import type { Parts } from '#app/kit/parts.ts'
import { type ChainPlace, type SealedEvent, erasuresIn, chainFaultOf, startOfChain } from './security-chain.ts'
import { findAnchor, listEntriesAfter } from './sealed-entries.server.ts'
import { chainFaults } from './chain-words.ts'

export type CheckedChain = {
  /** How many entries hold, from the first that is kept on. */
  entries: number
  /** The first entry that is kept, where older ones were deleted for their age. */
  keptSince?: { number: number; at: Date }
  /** The first that does not hold. */
  broken?: { number: number; why: string }
}

const pageSize = 1_000

/** Reads a workspace's log from its first sealed entry on, and says where the chain breaks, if it does. */
export const checkChain = (parts: Pick<Parts, 'reads'>, workspaceId: string): Promise<CheckedChain> =>
  parts.reads.in(workspaceId, async (trx): Promise<CheckedChain> => {
    const head = await trx
      .selectFrom('securityChain')
      .select(['number', 'hash'])
      .where('workspaceId', '=', workspaceId)
      .executeTakeFirst()
    const anchor = await findAnchor(trx, workspaceId)
    const start: ChainPlace = anchor ?? startOfChain
    let before = start
    let firstAt: Date | undefined
    let saysSo = anchor === undefined
    const [erased, vouched] = [new Map<number, string>(), new Map<number, string>()]
    const found = (): CheckedChain => ({
      entries: before.number - start.number,
      ...(anchor && firstAt ? { keptSince: { number: start.number + 1, at: firstAt } } : {}),
    })
    const broken = (number: number, why: string): CheckedChain => ({ ...found(), broken: { number, why } })
    for (;;) {
      const page = await listEntriesAfter(trx, workspaceId, before.number, pageSize)
      for (const { seal, event } of page) {
        const why = chainFaultOf(workspaceId, event, seal, before)
        if (why) return broken(before.number + 1, why)
        before = seal
        firstAt ??= event?.at
        if (seal.erasedDigest) erased.set(seal.number, seal.erasedDigest)
        if (!event) continue
        if (anchor) saysSo ||= tellsOf(event, anchor)
        for (const [number, digest] of erasuresIn(event)) vouched.set(number, digest)
      }
      if (page.length < pageSize) break
    }
    const end = before.number + 1
    if ((head?.number ?? 0) !== before.number || (head?.hash ?? '') !== before.hash)
      return broken(end, chainFaults.missingAtEnd)
    if (!saysSo) return broken(start.number + 1, chainFaults.deletedUnrecorded)
    const [unsaid] = [...erased].find(([number, digest]) => vouched.get(number) !== digest) ?? []
    if (unsaid !== undefined) return broken(unsaid, chainFaults.erasedUnrecorded)
    if (firstAt && (await hasUnsealed(trx, workspaceId, firstAt))) return broken(end, chainFaults.addedOutside)
    return found()
  })

/** Whether an entry says that the log was shortened up to this place. */
const tellsOf = ({ kind, detail }: SealedEvent, { number, hash }: ChainPlace): boolean =>
  kind === 'log shortened' && detail['through'] === String(number) && detail['hash'] === hash

/** Entries since the chain began that have no place in it. */
async function hasUnsealed(trx: WorkspaceReading, workspaceId: string, since: Date): Promise<boolean> {
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
