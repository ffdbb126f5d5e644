import { z } from 'zod'
import { type Sight, sightOf } from '#app/policy/policy.ts'
import { recallDaily } from '#app/outbox/outbox.server.ts'
import { type CommandContext, defineCommand } from '#app/runner/command.ts'
import type { EventName, NewEvent, ReadEvent } from '#app/runner/events/catalogue.ts'
import { readEvent } from '#app/runner/events/read-event.ts'
import { Refusal, fault } from '#app/runner/refusal.ts'
import { quoted } from '#app/ui/name-words.ts'
import { type PlanEnd, whyClosed } from '#app/runner/plan-end.ts'
import { isUuid } from '#app/kit/ids.ts'
import { undoChangeInput } from '../model.ts'
import { eventWords } from '../core/activity-words.ts'
import { isWaiting } from '../core/owners.server.ts'
import { checkSchedule, raiseTerms, takePlan } from '../core/take-task.server.ts'
import { raiseWinVersion } from '../core/won-plan.server.ts'
import { mayUndo } from './may-undo.ts'
import { putBack } from './put-back.server.ts'
import { type PlanSnapshot, type RowChanges, type RowKind, changedSince, rowChanges, rowKinds } from './row-changes.ts'
import { takeSnapshot } from './take-snapshot.server.ts'
import { undoably } from './undoably.server.ts'

type Undoing = CommandContext<z.infer<typeof undoChangeInput>, 'plan'>

/**
 * Takes one change of a plan back, whole: its rows are again what they were. Refused with 409 where someone has changed any of them
 * since. Taking it back is itself a change, which can be taken back.
 */
export const undoChange = defineCommand({
  name: 'undo-change',
  scope: 'plan',
  input: undoChangeInput,
  run: undoably(async (context: Undoing) => {
    const { trx, workspaceId, row, input, standings, now, record, todayIn } = context
    const where = { workspaceId, planId: row.id }
    const kept = await trx
      .selectFrom('planUndo')
      .innerJoin('activity', (join) =>
        join
          .onRef('activity.workspaceId', '=', 'planUndo.workspaceId')
          .onRef('activity.scopeId', '=', 'planUndo.planId')
          .onRef('activity.number', '=', 'planUndo.number')
          .on('activity.scope', '=', 'plan'),
      )
      .selectAll('planUndo')
      .select('activity.visibleTo')
      .where('planUndo.workspaceId', '=', workspaceId)
      .where('planUndo.planId', '=', row.id)
      .where('planUndo.number', '=', input.number)
      .executeTakeFirst()
    const sight = sightOf(standings)
    // Of a change that only the other side reads, no one here knows that it is there.
    if (!kept || (kept.visibleTo !== null && kept.visibleTo !== sight))
      throw fault('number', 'There is nothing here to undo.')
    if (kept.privateTo.some((side) => side !== sight)) throw notYours()
    if (kept.undoneAt) return { number: null }
    if (!mayUndo(standings, row, kept.needs)) throw new Refusal(403, whyNot(row, kept.needs))
    // What waits for the email of the day about this change is not so any longer.
    await recallDaily(trx, { workspaceId, planId: row.id, at: kept.at })
    const changes = rowChanges.parse(kept.rows)
    const before = await takePlan(context)
    const { rows } = await takeSnapshot(trx, where)
    refuseHidden(changes, rows, sight)
    refuseUnexplained(changes)
    if (row.state === 'won' && changes.plan.length > 0)
      throw new Refusal(403, 'The first win is confirmed, so what was agreed for it can’t be changed.')
    await refuseChanged(context, changes, rows, Number(kept.lastNumber))
    await refuseGone(context, changes)
    await putBack(trx, where, changes)
    await trx
      .updateTable('planUndo')
      .set({ undoneAt: now })
      .where('workspaceId', '=', workspaceId)
      .where('planId', '=', row.id)
      .where('number', '=', input.number)
      .execute()
    const number = await tell(context, Number(kept.lastNumber), record)
    if (kept.raisedTerms) await raiseTerms(context)
    if (kept.raisedWin) await raiseWinVersion(trx, where)
    await checkSchedule(context, { before, today: todayIn(row.timeZone) })
    return { number }
  }, rowKinds),
})

const whyNot = (row: PlanEnd, needs: string | null) =>
  (needs === null ? whyClosed(row) : null) ?? 'Only the plan’s lead or an admin can do this.'

/** @throws Refusal 403 where a task of it has become the other side's own */
function refuseHidden({ task, link }: RowChanges, now: PlanSnapshot, sight: Sight): void {
  const ids = [...task.map(({ key }) => key), ...link.flatMap(({ key }) => key.split(' '))]
  const isHidden = (id: string) => {
    const privateTo = now.task.get(id)?.privateTo ?? null
    return privateTo !== null && privateTo !== sight
  }
  if (ids.some(isHidden)) throw notYours()
}

/**
 * @throws Refusal 409 where the plan would be closed again without a known person, date and reason, as for reopenings from
 * before these were kept
 */
function refuseUnexplained({ ending }: RowChanges): void {
  const isUnexplained = ending.some(
    (change) => change.kind === 'changed' && change.before.state === 'lost' && !change.before.lostAt,
  )
  if (isUnexplained)
    throw new Refusal(409, 'This plan was reopened too long ago to undo that. You can close it again, with a reason.')
}

const notYours = () => new Refusal(403, 'Part of this is private to one side. Only that side can undo it.')

/** @throws Refusal 409 that names what is not any longer as the change left it, and who changed it last where the reader may know */
async function refuseChanged(
  context: Undoing,
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
  const filled = changes.milestone.some(
    ({ kind, key }) => kind === 'added' && [...now.task.values()].some(({ milestoneId }) => milestoneId === key),
  )
  const homeless = changes.task.some(
    (change) => change.kind === 'removed' && !now.milestone.has(change.row.milestoneId),
  )
  if (!first && !joined && !filled && !homeless) return
  const subjectId = subjectOf(first)
  const title = now.task.get(subjectId)?.title ?? now.milestone.get(subjectId)?.title
  const what = title
    ? `${quoted(title)} has been changed since, so this can’t be undone.`
    : 'This has been changed since, so it can’t be undone.'
  throw new Refusal(409, [what, await whoSince(context, first, lastNumber)].filter(Boolean).join(' '))
}

/** The task, milestone or plan that a changed row belongs to: a link belongs to the task that waits. */
const subjectOf = (changed: { key: string } | undefined): string => changed?.key.split(' ')[0] ?? ''

/** Who changed something last after an event of the activity, and how, as far as the reader may know. */
async function whoSince(
  { trx, workspaceId, row, standings }: Undoing,
  changed: { kind: RowKind; key: string } | undefined,
  lastNumber: number,
): Promise<string | undefined> {
  // The team is told of as the plan's: its rows are named by the member.
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
    .$if(isTeam, (events) => events.where('event', 'in', ['team set', 'lead handed over']))
    .where(({ or, eb }) => or([eb('visibleTo', 'is', null), eb('visibleTo', '=', sightOf(standings))]))
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst()
  return found && `${found.actorName} ${eventWords(readEvent(found))}.`
}

/** @throws Refusal 409 where a task or the team would go back to someone who is not there any longer, or the team lose who leads it */
async function refuseGone({ trx, workspaceId, row }: Undoing, changes: RowChanges): Promise<void> {
  if (changes.team.some(({ kind, key }) => kind === 'added' && key === row.leadId))
    throw new Refusal(409, 'The person who was added now leads the plan, so this can’t be undone.')
  const rejoining = changes.team.flatMap(({ kind, key }) => (kind === 'removed' ? [key] : []))
  if (rejoining.length > 0) {
    const present = await trx
      .selectFrom('member')
      .select('id')
      .where('workspaceId', '=', workspaceId)
      .where('id', 'in', rejoining)
      .where('removedAt', 'is', null)
      .execute()
    if (present.length < rejoining.length) throw gone()
  }
  for (const change of changes.task) {
    if (change.kind === 'added') continue
    const owner = change.kind === 'removed' ? change.row : change.before
    if (owner.ownerMemberId) {
      const member = await trx
        .selectFrom('member')
        .select('id')
        .where('workspaceId', '=', workspaceId)
        .where('id', '=', owner.ownerMemberId)
        .where('removedAt', 'is', null)
        .executeTakeFirst()
      if (!member) throw gone()
    }
    if (owner.ownerParticipantId) {
      const seat = await trx
        .selectFrom('planParticipant')
        .select('participantId')
        .where('workspaceId', '=', workspaceId)
        .where('planId', '=', row.id)
        .where('participantId', '=', owner.ownerParticipantId)
        .where('removedAt', 'is', null)
        .executeTakeFirst()
      const isPrivate = owner.privateTo !== undefined && owner.privateTo !== null
      if (!seat || (isPrivate && (await isWaiting(trx, workspaceId, row.id, owner.ownerParticipantId)))) throw gone()
    }
  }
}

const gone = () => new Refusal(409, 'The previous owner is no longer on the plan, so this can’t be undone.')

/** That a plan came under way by the change stays so. */
const staysSo: EventName = 'plan under way'

const sides = z.enum(['vendor', 'customer']).nullable()

/** Records it like the change itself, event by event, in reverse. @returns the number of the first event */
async function tell(
  { trx, workspaceId, row, input }: Undoing,
  lastNumber: number,
  record: Undoing['record'],
): Promise<number | null> {
  const events = await trx
    .selectFrom('activity')
    .select(['event', 'subjectId', 'subject', 'visibleTo', 'changes', 'number'])
    .where('workspaceId', '=', workspaceId)
    .where('scope', '=', 'plan')
    .where('scopeId', '=', row.id)
    .where('number', '>=', input.number)
    .where('number', '<=', lastNumber)
    .where('event', '<>', staysSo)
    .orderBy('number')
    .execute()
  const numbers: number[] = []
  for (const stored of events)
    numbers.push(
      await record({
        event: 'change undone',
        subjectId: stored.subjectId ?? row.id,
        subject: stored.subject,
        visibleTo: sides.parse(stored.visibleTo),
        changes: inverseOf(readEvent(stored)),
      }),
    )
  return numbers[0] ?? null
}

/** The changes of an event the other way round, with its name. One that cannot be read is taken back without them. */
function inverseOf(event: ReadEvent | null): NewEvent<'change undone'>['changes'] {
  if (!event) return {}
  const inverse = Object.entries(event.changes).flatMap(([field, change]) =>
    change ? [[field, { before: change.after, after: change.before }] as const] : [],
  )
  return { ...Object.fromEntries(inverse), undone: { before: null, after: event.event } }
}
