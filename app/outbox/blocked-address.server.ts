import type { WorkspaceReading } from '#db/reading.ts'
import type { WorkspaceTransaction } from '#db/workspace.ts'
import type { BlockReason } from './goes-all-the-same.ts'

type Place = { workspaceId: string; address: string }
export type BlockedAddress = { reason: BlockReason; since: Date }

/** Why a workspace sends nothing more to an address; undefined where it does. */
export const findBlockedAddress = (
  trx: WorkspaceReading,
  { workspaceId, address }: Place,
): Promise<BlockedAddress | undefined> =>
  trx
    .selectFrom('blockedAddress')
    .select(['reason', 'since'])
    .where('workspaceId', '=', workspaceId)
    .where('address', '=', address)
    .$narrowType<{ reason: BlockReason }>()
    .executeTakeFirst()

/** Nothing more is sent to an address. One that bounces after its owner complained stays known for the complaint. */
export async function blockAddress(
  trx: WorkspaceTransaction,
  { workspaceId, address, ...why }: Place & BlockedAddress,
): Promise<void> {
  await trx
    .insertInto('blockedAddress')
    .values({ workspaceId, address, ...why })
    .onConflict((conflict) =>
      conflict.columns(['workspaceId', 'address']).doUpdateSet(why).where('blockedAddress.reason', '=', 'bounced'),
    )
    .execute()
}

/** Someone says that an address is right from which emails came back: it is tried again. A complaint stays: its owner alone ends it. */
export async function retryBounced(trx: WorkspaceTransaction, { workspaceId, address }: Place): Promise<void> {
  await trx
    .deleteFrom('blockedAddress')
    .where('workspaceId', '=', workspaceId)
    .where('address', '=', address)
    .where('reason', '=', 'bounced')
    .execute()
}

/** An email arrived that was written after others had come back: the address works again. */
export async function endBounceBefore(
  trx: WorkspaceTransaction,
  { workspaceId, address, arrived }: Place & { arrived: Date },
): Promise<void> {
  await trx
    .deleteFrom('blockedAddress')
    .where('workspaceId', '=', workspaceId)
    .where('address', '=', address)
    .where('reason', '=', 'bounced')
    .where('since', '<', arrived)
    .execute()
}

/** A person wants emails after all. */
export async function endComplaint(
  trx: WorkspaceTransaction,
  { workspaceId, readerId }: { workspaceId: string; readerId: string },
): Promise<void> {
  await trx
    .deleteFrom('blockedAddress')
    .where('workspaceId', '=', workspaceId)
    .where('reason', '=', 'complained')
    .where(({ or, eb, selectFrom }) =>
      or(
        (['member', 'participant'] as const).map((table) =>
          eb(
            'address',
            'in',
            selectFrom(table).select('email').where('workspaceId', '=', workspaceId).where('id', '=', readerId),
          ),
        ),
      ),
    )
    .execute()
}
