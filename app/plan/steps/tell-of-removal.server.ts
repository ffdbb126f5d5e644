import { sideOf } from '#app/access/policy.ts'
import type { CommandContext } from '#app/runner/command.ts'
import type { NewNotice } from '#app/notices/outbox.server.ts'
import type { StoredRows } from '#app/plan/plan-rows.server.ts'

type Context = CommandContext<unknown, 'plan'>

/** Tells the other side's champion or lead, with the day's email, that a task was taken off the plan that both see. */
export async function tellOfRemoval(context: Context, { plan }: StoredRows, task: string): Promise<void> {
  const { actor, notify, row } = context
  const reader = sideOf(actor) === 'vendor' ? await findChampion(context) : await findLead(context)
  if (!reader) return
  const { name, to, link } = reader
  const { workspace, account, project } = plan
  const facts = { workspace, account, project, name, task, by: actor.name }
  await notify({ kind: 'task-removed', facts, to, planId: row.id, link, daily: true })
}

type Reader = Pick<NewNotice, 'to' | 'link'> & { name: string }

async function findChampion({ trx, workspaceId, row }: Context): Promise<Reader | undefined> {
  const champion = await trx
    .selectFrom('planParticipant')
    .innerJoin('participant', (join) =>
      join
        .onRef('participant.workspaceId', '=', 'planParticipant.workspaceId')
        .onRef('participant.id', '=', 'planParticipant.participantId'),
    )
    .select(['participant.id as participantId', 'participant.name', 'participant.email as address'])
    .where('planParticipant.workspaceId', '=', workspaceId)
    .where('planParticipant.planId', '=', row.id)
    .where('planParticipant.role', '=', 'champion')
    .where('planParticipant.removedAt', 'is', null)
    .executeTakeFirst()
  if (!champion) return undefined
  const { name, ...to } = champion
  return { name, to, link: { kind: 'return', planId: row.id } }
}

async function findLead({ trx, workspaceId, row }: Context): Promise<Reader | undefined> {
  const lead = await trx
    .selectFrom('member')
    .select(['id as memberId', 'name', 'email as address'])
    .where('workspaceId', '=', workspaceId)
    .where('id', '=', row.leadId)
    .where('removedAt', 'is', null)
    .executeTakeFirst()
  if (!lead) return undefined
  const { name, ...to } = lead
  return { name, to, link: { path: `/plans/${row.id}` } }
}
