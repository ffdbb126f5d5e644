import { newId } from '#app/kit/ids.ts'
import type { CommandContext } from '#app/runner/command.ts'
import { closeHandoff } from './close-handoff.server.ts'
import { listWaitingHandoffsOf } from './take-handoff.server.ts'
import { tellGiver } from './tell-giver.server.ts'

type Context = Pick<CommandContext<unknown, 'workspace'>, 'trx' | 'workspaceId' | 'record' | 'notify' | 'actor' | 'now'>
type Person = { id: string; name: string }

/**
 * Of a member who is removed: what they were asked to take over stays with its lead, who is told; what they had asked others to take over ends, since
 * their plans are assigned to someone. The plans are locked.
 * @param assigned the plans that get another lead, and who that is; none where they lead no plan
 */
export async function endHandoffsOfLeaver(
  context: Context,
  leaver: Person,
  assigned: { planIds: readonly string[]; to: Person } | null,
): Promise<void> {
  const { trx, workspaceId, record, now, actor } = context
  for (const handoff of await listWaitingHandoffsOf(trx, workspaceId, leaver.id)) {
    const { planId } = handoff
    const on = { ...context, row: { id: planId } }
    await closeHandoff(on, handoff.id, { state: 'withdrawn' })
    await record(
      {
        event: 'handoff withdrawn',
        subjectId: handoff.receiver.id,
        subject: handoff.receiver.name,
        visibleTo: 'vendor',
        changes: {},
      },
      { scope: 'plan', scopeId: planId },
    )
    if (handoff.receiver.id === leaver.id) await tellGiver(on, handoff, { answer: 'receiver left' })
  }
  if (assigned && assigned.planIds.length > 0)
    await trx
      .insertInto('handoff')
      .values(
        assigned.planIds.map((planId) => ({
          ...{ workspaceId, planId, id: newId(), giverId: leaver.id, receiverId: assigned.to.id, offeredBy: actor.id },
          ...{ offeredAt: now, answeredAt: now, note: null, withTasks: true, state: 'assigned' },
        })),
      )
      .execute()
}
