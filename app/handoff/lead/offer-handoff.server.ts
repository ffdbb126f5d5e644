import { newId } from '#app/kit/ids.ts'
import { planLinks } from '#app/kit/paths.ts'
import { type CommandContext, defineCommand } from '#app/runner/command.ts'
import { fieldRefusal } from '#app/runner/refusal.ts'
import { offerHandoffInput } from '../model.ts'
import { handoffRefusals } from './handoff-words.ts'
import { findWaitingHandoff } from './take-handoff.server.ts'

/**
 * The lead, or an admin, asks another member to take over the plan. Until that member accepts, the lead stays responsible.
 * @throws Refusal 422 while another one waits, and for the lead
 */
export const offerHandoff = defineCommand({
  name: 'offer-handoff',
  scope: 'plan',
  input: offerHandoffInput,
  async run(context) {
    const { trx, actor, workspaceId, row, input, now, record } = context
    const { receiverId, note, withTasks } = input
    const waiting = await findWaitingHandoff(context)
    if (waiting && waiting.receiver.id === receiverId && waiting.note === note) return { handoffId: waiting.id }
    if (waiting) throw fieldRefusal('receiverId', handoffRefusals.isWaiting(waiting.receiver.name))
    const receiver = await trx
      .selectFrom('member')
      .select(['id', 'name', 'email'])
      .where('workspaceId', '=', workspaceId)
      .where('id', '=', receiverId)
      .where('removedAt', 'is', null)
      .executeTakeFirst()
    if (!receiver) throw fieldRefusal('receiverId', handoffRefusals.unknownMember)
    if (receiver.id === row.leadId) throw fieldRefusal('receiverId', handoffRefusals.leadsAlready(receiver.name))
    const id = newId()
    await trx
      .insertInto('handoff')
      .values({
        ...{ workspaceId, planId: row.id, id, giverId: row.leadId, receiverId, offeredBy: actor.id, offeredAt: now },
        ...{ note, withTasks, state: 'offered' },
      })
      .execute()
    await record({
      event: 'handoff offered',
      subjectId: receiver.id,
      subject: receiver.name,
      visibleTo: 'vendor',
      changes: {},
    })
    if (receiver.id !== actor.id) await tellReceiver(context, receiver)
    return { handoffId: id }
  },
})

/** At once: the lead waits for the answer. */
async function tellReceiver(
  { trx, actor, workspaceId, row, input: { note }, notify }: CommandContext<{ note: string | null }, 'plan'>,
  receiver: { id: string; name: string; email: string },
) {
  const about = await trx
    .selectFrom('plan')
    .innerJoin('account', (join) =>
      join.onRef('account.workspaceId', '=', 'plan.workspaceId').onRef('account.id', '=', 'plan.accountId'),
    )
    .innerJoin('workspace', 'workspace.workspaceId', 'plan.workspaceId')
    .innerJoin('member as lead', (join) =>
      join.onRef('lead.workspaceId', '=', 'plan.workspaceId').onRef('lead.id', '=', 'plan.leadId'),
    )
    .select(['account.name as account', 'workspace.name as workspace', 'lead.name as lead'])
    .where('plan.workspaceId', '=', workspaceId)
    .where('plan.id', '=', row.id)
    .executeTakeFirstOrThrow()
  await notify({
    kind: 'handoff-offered',
    facts: { ...about, project: row.project, name: receiver.name, by: actor.name, note },
    to: { memberId: receiver.id, address: receiver.email },
    planId: row.id,
    link: { path: planLinks(row.id).handoff },
  })
}
