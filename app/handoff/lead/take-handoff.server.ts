import type { Selectable } from 'kysely'
import type { WorkspaceReading } from '#db/reading.ts'
import type { Handoff } from '#db/schema.ts'
import { Refusal } from '#app/runner/refusal.ts'
import { handoffsWithMembers } from './handoffs-with-members.server.ts'
import { handoffRefusals } from './handoff-words.ts'

type Person = { id: string; name: string; email: string }

/** A handoff that waits for its receiver's answer, with both members. */
export type WaitingHandoff = Pick<Selectable<Handoff>, 'id' | 'planId' | 'note' | 'withTasks' | 'offeredBy'> & {
  giver: Person
  receiver: Person
}

type Asked = { trx: WorkspaceReading; workspaceId: string; row: { id: string } }

/** The handoff of a plan that waits for its answer. */
export async function findWaitingHandoff({ trx, workspaceId, row }: Asked): Promise<WaitingHandoff | undefined> {
  const found = await waiting(trx, workspaceId).where('handoff.planId', '=', row.id).executeTakeFirst()
  return found && withPeople(found)
}

/** The handoffs that wait for a member's answer, and those of plans that this member leads, in a fixed order. */
export async function listWaitingHandoffsOf(
  trx: WorkspaceReading,
  workspaceId: string,
  memberId: string,
): Promise<WaitingHandoff[]> {
  const found = await waiting(trx, workspaceId)
    .where(({ or, eb }) => or([eb('giverId', '=', memberId), eb('receiverId', '=', memberId)]))
    .orderBy('handoff.planId')
    .execute()
  return found.map(withPeople)
}

const waiting = (trx: WorkspaceReading, workspaceId: string) =>
  handoffsWithMembers(trx, workspaceId)
    .select(['handoff.id', 'handoff.planId', 'handoff.note', 'handoff.withTasks', 'handoff.offeredBy'])
    .select(['giver.id as giverId', 'giver.name as giverName', 'giver.email as giverEmail'])
    .select(['receiver.id as receiverId', 'receiver.name as receiverName', 'receiver.email as receiverEmail'])
    .where('handoff.state', '=', 'offered')

type Found = Omit<WaitingHandoff, 'giver' | 'receiver'> &
  Record<`${'giver' | 'receiver'}${'Id' | 'Name' | 'Email'}`, string>

const withPeople = ({ id, planId, note, withTasks, offeredBy, ...people }: Found): WaitingHandoff => ({
  ...{ id, planId, note, withTasks, offeredBy },
  giver: { id: people.giverId, name: people.giverName, email: people.giverEmail },
  receiver: { id: people.receiverId, name: people.receiverName, email: people.receiverEmail },
})

/** The handoff that is answered. @throws Refusal 409 where another one waits, or none */
export async function takeHandoff(asked: Asked & { input: { handoffId: string } }): Promise<WaitingHandoff> {
  const found = await findWaitingHandoff(asked)
  if (found?.id !== asked.input.handoffId) throw new Refusal(409, handoffRefusals.notWaiting)
  return found
}

/** As `takeHandoff`, for the member who was asked. @throws Refusal 409 for anyone else */
export async function takeOwnHandoff(
  asked: Asked & { input: { handoffId: string }; actor: { id: string } },
): Promise<WaitingHandoff> {
  const found = await takeHandoff(asked)
  if (found.receiver.id !== asked.actor.id) throw new Refusal(409, handoffRefusals.notForYou(found.receiver.name))
  return found
}
