import type { WorkspaceReading } from '#db/reading.ts'
import { sideOf, sightOf } from '#app/policy/policy.ts'
import type { PlanReader } from '#app/policy/plan-reader.ts'
import { isHiddenFrom } from '../core/cut-rows.ts'
import { assignableMembers } from './owners.server.ts'
import type { StoredRows } from '../core/plan-rows.server.ts'
import type { TaskFormChoices } from './task-form-choices.ts'

/** Members that the reader may put in charge, the plan's participants, and the placeholders that visible tasks name already. */
export async function listOwnerChoices(
  trx: WorkspaceReading,
  { actor, standings }: PlanReader,
  { plan, tasks }: StoredRows,
): Promise<TaskFormChoices['owners']> {
  const { workspaceId } = actor
  const sight = sightOf(standings)
  const seats = trx
    .selectFrom('planParticipant')
    .select(['participantId as id', 'name'])
    .where('planParticipant.workspaceId', '=', workspaceId)
    .where('planParticipant.planId', '=', plan.id)
    .where('planParticipant.removedAt', 'is', null)
    .orderBy('name')
  const [members, participants] = await Promise.all([
    assignableMembers(trx, workspaceId, { ...plan, side: sideOf(actor) })
      .orderBy('name')
      .execute(),
    seats.execute(),
  ])
  const visible = tasks.filter((task) => !isHiddenFrom(task, sight))
  const owners = visible.flatMap(({ owner }) => owner ?? [])
  // A person who has left stays the owner of a task until someone else is named.
  const extra = (kind: 'member' | 'participant', known: { id: string }[]) =>
    owners
      .filter((owner) => owner.kind === kind && !known.some(({ id }) => id === owner.id))
      .map((owner) => ({ id: owner.id ?? '', name: owner.name }))
  const options = (kind: 'member' | 'participant', people: { id: string; name: string }[]) =>
    [...new Map([...people, ...extra(kind, people)].map((person) => [person.id, person])).values()].map(
      ({ id, name }) => ({ value: `${kind}:${id}`, text: name }),
    )
  const placeholders = [...new Set(owners.filter(({ kind }) => kind === 'placeholder').map(({ name }) => name))].sort()
  return {
    vendor: options('member', members),
    customer: options('participant', participants),
    placeholders: placeholders.map((name) => ({ value: `placeholder:${name}`, text: name })),
  }
}
