import type { WorkspaceReading } from '#db/reading.ts'
import { fieldRefusal } from '#app/runner/refusal.ts'
import { capabilityRefusals } from './capability-words.ts'

export type CapabilityAsker = { askerId: string | null; askedBy: string | null }

/**
 * Who asked for a capability: a participant of this plan, someone by name, or no one who is known.
 * @throws Refusal 422 for a participant who is not on this plan, and for someone else without a name
 */
export async function capabilityAsker(
  { trx, workspaceId, row }: { trx: WorkspaceReading; workspaceId: string; row: { id: string } },
  { askerId, askerName }: { askerId: string; askerName: string | null },
): Promise<CapabilityAsker> {
  if (askerId === '') return { askerId: null, askedBy: askerName }
  if (askerId === 'else') {
    if (askerName === null) throw fieldRefusal('askerName', capabilityRefusals.noAskerName)
    return { askerId: null, askedBy: askerName }
  }
  const seat = await trx
    .selectFrom('planParticipant')
    .select('name')
    .where('workspaceId', '=', workspaceId)
    .where('planId', '=', row.id)
    .where('participantId', '=', askerId)
    .executeTakeFirst()
  if (!seat) throw fieldRefusal('askerId', capabilityRefusals.askerNotOnPlan)
  return { askerId, askedBy: seat.name }
}

/** The value of the select that says who asked. */
export const askerChoice = ({ askerId, askedBy }: CapabilityAsker): string =>
  askerId ?? (askedBy === null ? '' : 'else')
