import { paths } from '#app/kit/paths.ts'
import type { WorkspaceReading } from '#db/reading.ts'
import type { NewNotice } from '#app/outbox/outbox.server.ts'
import type { ViewerSide } from './viewer-side.ts'

type Asked = { trx: WorkspaceReading; workspaceId: string; row: { id: string; leadId: string } }

/** Who leads the plan on one side, where an email goes to them, and what its button opens. */
export type Leader = Pick<NewNotice, 'to' | 'link'> & { name: string }

/** The champion or the lead of the other side; undefined where no one is. */
export const otherSideOf = (asked: Asked, side: ViewerSide): Promise<Leader | undefined> =>
  side === 'vendor' ? findChampion(asked) : findLead(asked)

/** The champion and the lead, as far as there are any. */
export const listLeaders = async (asked: Asked): Promise<Leader[]> =>
  [await findChampion(asked), await findLead(asked)].filter((leader) => leader !== undefined)

async function findChampion({ trx, workspaceId, row }: Asked): Promise<Leader | undefined> {
  const champion = await trx
    .selectFrom('planParticipant')
    .innerJoin('participant', (join) =>
      join
        .onRef('participant.workspaceId', '=', 'planParticipant.workspaceId')
        .onRef('participant.id', '=', 'planParticipant.participantId'),
    )
    .select(['participant.id as participantId', 'planParticipant.name', 'participant.email as address'])
    .where('planParticipant.workspaceId', '=', workspaceId)
    .where('planParticipant.planId', '=', row.id)
    .where('planParticipant.role', '=', 'champion')
    .where('planParticipant.removedAt', 'is', null)
    .executeTakeFirst()
  if (!champion) return undefined
  const { name, ...to } = champion
  return { name, to, link: { kind: 'return', planId: row.id } }
}

async function findLead({ trx, workspaceId, row }: Asked): Promise<Leader | undefined> {
  const lead = await trx
    .selectFrom('member')
    .select(['id as memberId', 'name', 'email as address'])
    .where('workspaceId', '=', workspaceId)
    .where('id', '=', row.leadId)
    .where('removedAt', 'is', null)
    .executeTakeFirst()
  if (!lead) return undefined
  const { name, ...to } = lead
  return { name, to, link: { path: paths.plan(row.id) } }
}
