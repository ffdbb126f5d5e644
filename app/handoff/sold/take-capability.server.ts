import type { Selectable } from 'kysely'
import type { WorkspaceReading } from '#db/reading.ts'
import type { Capability } from '#db/schema.ts'
import { notFound } from '#app/runner/refusal.ts'

type Asked = { trx: WorkspaceReading; workspaceId: string; row: { id: string }; input: { capabilityId: string } }

/** The capability of a plan, also where it was removed. @throws Refusal 404 for one that is not on it */
export async function takeRemovedCapability({ trx, workspaceId, row, input }: Asked): Promise<Selectable<Capability>> {
  const found = await trx
    .selectFrom('capability')
    .selectAll()
    .where('workspaceId', '=', workspaceId)
    .where('planId', '=', row.id)
    .where('id', '=', input.capabilityId)
    .executeTakeFirst()
  if (!found) throw notFound()
  return found
}

/** @throws Refusal 404 for a capability that is not on the plan, or was removed */
export async function takeCapability(asked: Asked): Promise<Selectable<Capability>> {
  const found = await takeRemovedCapability(asked)
  if (found.removedAt) throw notFound()
  return found
}
