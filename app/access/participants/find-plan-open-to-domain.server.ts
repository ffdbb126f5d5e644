import type { WorkspaceReading } from '#db/reading.ts'
import { canonicalAddress } from '../core/canonical-address.ts'
import { domainOf } from '../mail-domains.ts'
import { findVendorsAmong } from './find-participant.server.ts'

export type PlanOpenToDomain = { planId: string; accountId: string; workspace: string }

/**
 * A plan that an address may join by its domain: the plan is open and names that domain (not its subdomains), and the address
 * is not the vendor's, not on the plan and was not removed from it, in any spelling.
 */
export async function findPlanOpenToDomain(
  trx: WorkspaceReading,
  workspaceId: string,
  planId: string,
  email: string,
): Promise<PlanOpenToDomain | undefined> {
  const plan = await trx
    .selectFrom('plan')
    .select(['id', 'accountId', 'entryDomains'])
    .where('workspaceId', '=', workspaceId)
    .where('id', '=', planId)
    .where('archivedAt', 'is', null)
    .where('state', '<>', 'lost')
    .executeTakeFirst()
  if (!plan?.entryDomains.includes(domainOf(email))) return undefined
  const { workspace, vendors } = await findVendorsAmong(trx, workspaceId, [email])
  if (vendors.length > 0) return undefined
  const seats = await trx
    .selectFrom('planParticipant')
    .innerJoin('participant', (join) =>
      join
        .onRef('participant.workspaceId', '=', 'planParticipant.workspaceId')
        .onRef('participant.id', '=', 'planParticipant.participantId'),
    )
    .select('participant.email')
    .where('planParticipant.workspaceId', '=', workspaceId)
    .where('planParticipant.planId', '=', planId)
    .execute()
  const isKnown = seats.some((seat) => canonicalAddress(seat.email) === canonicalAddress(email))
  return isKnown ? undefined : { planId, accountId: plan.accountId, workspace }
}
