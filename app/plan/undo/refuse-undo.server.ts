import type { z } from 'zod'
import { isUuid } from '#app/kit/ids.ts'
import { type Sight, sightOf } from '#app/policy/policy.ts'
import type { CommandContext } from '#app/runner/command.ts'
import { readEvent } from '#app/runner/events/read-event.ts'
import { Refusal } from '#app/runner/refusal.ts'
import type { undoChangeInput } from '../model.ts'
import { eventSentence } from '../activity-sentences/event-words.ts'
import { type PlanSnapshot, type RowChanges, type RowKind, changedSince, tasksChanged } from './row-changes.ts'
import { undoRefusals } from './undo-words.ts'

export type UndoContext = CommandContext<z.infer<typeof undoChangeInput>, 'plan'>

/**
 * Refuses to take a change back whose rows cannot become again what they were.
 * @param now the plan's rows
 * @param lastNumber of the change's events
 * @throws Refusal 403 for what is private to the other side, or confirmed; 409 where someone has changed it since, or has left
 */
export async function refuseUndo(
  context: UndoContext,
  changes: RowChanges,
  now: PlanSnapshot,
  lastNumber: number,
): Promise<void> {
  refuseHidden(changes, now, sightOf(context.standings))
  refuseUnexplained(changes)
  if (context.row.state === 'won' && changes.plan.length > 0) throw new Refusal(403, undoRefusals.won)
  await refuseChanged(context, changes, now, lastNumber)
  await refuseGone(context, changes)
}

/** @throws Refusal 403 where a task of it has become the other side's own */
function refuseHidden(changes: RowChanges, now: PlanSnapshot, sight: Sight): void {
  const ids = [...tasksChanged(changes), ...changes.link.flatMap(({ key }) => key.split(' '))]
  if (ids.some((id) => isHidden(now, sight, id))) throw notYoursToUndo()
}

function isHidden(now: PlanSnapshot, sight: Sight, taskId: string): boolean {
  const privateTo = now.task.get(taskId)?.privateTo ?? null
  return privateTo !== null && privateTo !== sight
}

/**
 * @throws Refusal 409 where the plan would be closed again without a known person, date and reason, as for reopenings from
 * before these were kept
 */
function refuseUnexplained({ ending }: RowChanges): void {
  const isUnexplained = ending.some(
    (change) => change.kind === 'changed' && change.before.state === 'lost' && !change.before.lostAt,
  )
  if (isUnexplained) throw new Refusal(409, undoRefusals.reopenedLongAgo)
}

export const notYoursToUndo = () => new Refusal(403, undoRefusals.notYours)

/** @throws Refusal 409 that names what is not any longer as the change left it, and who changed it last where the reader may know */
async function refuseChanged(
  context: UndoContext,
  changes: RowChanges,
  now: PlanSnapshot,
  lastNumber: number,
): Promise<void> {
  const [first] = changedSince(changes, now)
  const added = new Set(changes.task.filter(({ kind }) => kind === 'added').map(({ key }) => key))
  const own = new Set(changes.link.map(({ key }) => key))
  // Links to an added task that others have made since would go with it.
  const joined = [...now.link].find(
    ([key, { taskId, dependsOnId }]) => !own.has(key) && (added.has(taskId) || added.has(dependsOnId)),
  )
  // A task that the change itself moved there goes back with it.
  const moved = new Set(changes.task.flatMap((it) => (it.kind === 'changed' && it.after.milestoneId ? [it.key] : [])))
  const filled = changes.milestone.some(
    ({ kind, key }) =>
      kind === 'added' && [...now.task.values()].some(({ id, milestoneId }) => milestoneId === key && !moved.has(id)),
  )
  const putBack = new Set(changes.milestone.flatMap(({ kind, key }) => (kind === 'removed' ? [key] : [])))
  const homeless = changes.task.some((change) => {
    const home =
      change.kind === 'removed' ? change.row.milestoneId : change.kind === 'changed' && change.before.milestoneId
    return home && !now.milestone.has(home) && !putBack.has(home)
  })
  if (!first && !joined && !filled && !homeless) return
  const subjectId = subjectOf(first)
  const isSecret = isHidden(now, sightOf(context.standings), subjectId)
  const title = isSecret ? undefined : (now.task.get(subjectId)?.title ?? now.milestone.get(subjectId)?.title)
  const what = title ? undoRefusals.titleChangedSince(title) : undoRefusals.changedSince
  throw new Refusal(409, [what, await whoSince(context, first, lastNumber)].filter(Boolean).join(' '))
}

/** The task, milestone or plan that a changed row belongs to: a link belongs to the task that waits. */
const subjectOf = (changed: { key: string } | undefined): string => changed?.key.split(' ')[0] ?? ''

/** Who changed something last after an event of the activity, and how, as far as the reader may know. */
async function whoSince(
  { trx, workspaceId, row, standings }: UndoContext,
  changed: { kind: RowKind; key: string } | undefined,
  lastNumber: number,
): Promise<string | undefined> {
  // Changes of the team are recorded for the plan; its rows are named after the member.
  const isTeam = changed?.kind === 'team'
  const subjectId = isTeam ? row.id : subjectOf(changed)
  if (!isUuid(subjectId)) return undefined
  const found = await trx
    .selectFrom('activity')
    .select(['actorName', 'event', 'subjectId', 'subject', 'changes'])
    .where('workspaceId', '=', workspaceId)
    .where('scope', '=', 'plan')
    .where('scopeId', '=', row.id)
    .where('number', '>', lastNumber)
    .where('subjectId', '=', subjectId)
    .$if(isTeam, (events) => events.where('event', 'in', ['team set', 'lead handed over', 'lead taken over']))
    .where(({ or, eb }) => or([eb('visibleTo', 'is', null), eb('visibleTo', '=', sightOf(standings))]))
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst()
  return found && eventSentence(readEvent(found), found.actorName)
}

/** @throws Refusal 409 where a task or the team would go back to someone who is not there any longer, or the team lose who leads it */
async function refuseGone(context: UndoContext, changes: RowChanges): Promise<void> {
  if (changes.team.some(({ kind, key }) => kind === 'added' && key === context.row.leadId))
    throw new Refusal(409, undoRefusals.leadsNow)
  const rejoining = changes.team.flatMap(({ kind, key }) => (kind === 'removed' ? [key] : []))
  const owners = changes.task.flatMap((change) =>
    change.kind === 'added' ? [] : [change.kind === 'removed' ? change.row : change.before],
  )
  const stillThere = await areMembers(context, [...rejoining, ...owners.flatMap((it) => it.ownerMemberId ?? [])])
  const seats = await listSeats(
    context,
    owners.flatMap((it) => it.ownerParticipantId ?? []),
  )
  const mayOwn = ({ ownerParticipantId, privateTo }: (typeof owners)[number]) => {
    if (!ownerParticipantId) return true
    const seat = seats.get(ownerParticipantId)
    return seat !== undefined && (!privateTo || seat.isAccepted)
  }
  if (!stillThere || !owners.every(mayOwn)) throw gone()
}

/** Whether all of these members still belong to the workspace. */
async function areMembers({ trx, workspaceId }: UndoContext, ids: readonly string[]): Promise<boolean> {
  const asked = new Set(ids)
  if (asked.size === 0) return true
  const { count } = await trx
    .selectFrom('member')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('workspaceId', '=', workspaceId)
    .where('id', 'in', [...asked])
    .where('removedAt', 'is', null)
    .executeTakeFirstOrThrow()
  return Number(count) === asked.size
}

/** Those of these participants who take part in the plan, and whether the champion has accepted them. */
async function listSeats({ trx, workspaceId, row }: UndoContext, ids: readonly string[]) {
  if (ids.length === 0) return new Map<string, { isAccepted: boolean }>()
  const seats = await trx
    .selectFrom('planParticipant')
    .select(['participantId', 'acceptedAt'])
    .where('workspaceId', '=', workspaceId)
    .where('planId', '=', row.id)
    .where('participantId', 'in', ids)
    .where('removedAt', 'is', null)
    .execute()
  return new Map(seats.map(({ participantId, acceptedAt }) => [participantId, { isAccepted: acceptedAt !== null }]))
}

const gone = () => new Refusal(409, undoRefusals.ownerGone)
