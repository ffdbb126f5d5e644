import type { WorkspaceReading } from '#db/reading.ts'
import { todayIn } from '#app/kit/clock.ts'
import type { Parts } from '#app/kit/parts.ts'
import type { PlanReader } from '#app/policy/plan-reader.ts'
import { type ActorSide, type CommandName, sightOf } from '#app/policy/policy.ts'
import { type PlanEnd, mayOnPlanAsItStands } from '#app/runner/plan-end.ts'
import { longDate } from '#app/ui/date-words.ts'
import { isCommentRestorable } from '../comments/restorable-comments.ts'
import type { CommentView, ConversationView, QuestionView, ThreadView } from '../core/conversation-view.ts'
import { type ReachablePerson, listPeople, peopleKnownTo } from '../core/list-people.server.ts'
import { readsVisibleTo } from '../core/person.ts'
import { textParts } from '../core/text-parts.ts'
import { zonedTimeWords } from '#app/ui/zoned-time-words.ts'

type Reader = PlanReader & { planId: string; plan: PlanEnd }

/**
 * What was written about a plan, a task or a milestone, as this reader may see it: the other side's internal comments are not among it. The
 * caller knows that the reader may see the thing itself. Three queries.
 */
export const getConversation = (
  parts: Pick<Parts, 'reads' | 'clock'>,
  { actor, standings, planId, plan }: Reader,
  aboutId: string,
): Promise<ConversationView> =>
  parts.reads.in(actor.workspaceId, async (trx) => {
    const sight = sightOf(standings)
    const where = { workspaceId: actor.workspaceId, planId }
    const [people, rows] = await Promise.all([listPeople(trx, where), listRows(trx, { ...where, aboutId })])
    const shown = rows.filter(({ visibleTo }) => readsVisibleTo(sight, visibleTo))
    const known = peopleKnownTo(sight, people)
    return {
      threads: threadsOf(shown, { people, known, actor, standings, plan, now: parts.clock.now() }),
      size: shown.length,
      people: known.map(({ name, side }) => ({ name, side })),
      members: mayOnPlanAsItStands('hand-question', standings, plan)
        ? people.filter(({ side }) => side === 'vendor').map(({ id, name }) => ({ id, name }))
        : [],
      mayWrite: mayOnPlanAsItStands('add-comment', standings, plan),
      mayWriteInternally: sight !== 'shared',
    }
  })

type Row = Awaited<ReturnType<typeof listRows>>[number]

const listRows = (trx: WorkspaceReading, where: { workspaceId: string; planId: string; aboutId: string }) =>
  trx
    .selectFrom('comment')
    .innerJoin('plan', (join) =>
      join.onRef('plan.workspaceId', '=', 'comment.workspaceId').onRef('plan.id', '=', 'comment.planId'),
    )
    .select(['comment.id', 'threadId', 'authorId', 'authorName', 'comment.side', 'visibleTo', 'body', 'plan.timeZone'])
    .leftJoin('question', (join) =>
      join.onRef('question.workspaceId', '=', 'comment.workspaceId').onRef('question.id', '=', 'comment.id'),
    )
    .leftJoin('task', (join) =>
      join.onRef('task.workspaceId', '=', 'comment.workspaceId').onRef('task.id', '=', 'comment.subjectId'),
    )
    .select('task.privateTo')
    .select(['comment.createdAt', 'editedAt', 'comment.deletedAt', 'resolvedAt', 'resolvedBy'])
    .select(['question.ownerId', 'askerId', 'askerName', 'promisedAt', 'answerId', 'closingProposedBy', 'closedBy'])
    .where('comment.workspaceId', '=', where.workspaceId)
    .where('comment.planId', '=', where.planId)
    .where('comment.subjectId', '=', where.aboutId)
    .orderBy('comment.createdAt')
    .orderBy('comment.id')
    .$narrowType<{ side: ActorSide; visibleTo: ActorSide | null }>()
    .execute()

type Reading = Pick<Reader, 'actor' | 'standings' | 'plan'> & {
  people: readonly ReachablePerson[]
  /** Those of them that the reader knows, by whose names mentions are recognized. */
  known: readonly ReachablePerson[]
  now: Date
}

/** The threads that still hold something to read, or something that the reader can restore. */
function threadsOf(rows: readonly Row[], reading: Reading): ThreadView[] {
  const byThread = Map.groupBy(rows, ({ id, threadId }) => threadId ?? id)
  return [...byThread].flatMap(([id, own]) => {
    const first = own.find((row) => row.id === id)
    if (!first) return []
    const replies = own.filter((row) => row !== first)
    const comments = [first, ...replies]
      .map((row) => commentOf(row, reading))
      .filter((comment) => comment.deleted !== 'for all' || comment.id === id)
    if (comments.every(({ deleted }) => deleted === 'for all')) return []
    const { resolvedAt, resolvedBy } = first
    const resolved = resolvedAt ? { by: resolvedBy ?? '', when: whenOf(resolvedAt, first, reading.now) } : null
    return [{ id, comments, resolved, question: questionOf(first, reading) }]
  })
}

function commentOf(row: Row, { known, actor, now }: Reading): CommentView {
  const { id, authorId, authorName, side, visibleTo, body, createdAt, editedAt, deletedAt } = row
  const isOwn = authorId === actor.id
  const deleted = !deletedAt ? 'no' : isOwn && isCommentRestorable({ deletedAt, body }, now) ? 'restorable' : 'for all'
  return {
    id,
    by: authorName,
    side,
    at: createdAt.toISOString(),
    when: whenOf(createdAt, row, now),
    isEdited: editedAt !== null,
    isInternal: visibleTo !== null,
    isOwn,
    parts: deletedAt ? [] : textParts(body, known, actor.id),
    body: isOwn && !deletedAt ? body : null,
    deleted,
  }
}

/** What the first comment of a thread asks, and what the reader may do about it. */
function questionOf(row: Row, { people, actor, standings, plan, now }: Reading): QuestionView | null {
  const { id, ownerId, askerId, askerName, promisedAt, answerId, closingProposedBy, closedBy } = row
  if (ownerId === null || askerName === null || promisedAt === null || row.deletedAt !== null) return null
  const owner =
    people.find((person) => person.id === ownerId) ?? people.find(({ side, leads }) => side === 'vendor' && leads)
  const state = closedBy !== null ? 'closed' : answerId !== null ? 'answered' : 'open'
  const may = (name: CommandName) => mayOnPlanAsItStands(name, standings, plan)
  const isHidden = row.privateTo === 'vendor'
  // Someone who is not on the plan closes nothing: any of the customer does.
  const isAsker = askerId === actor.id || !people.some((person) => person.id === askerId)
  return {
    id,
    state,
    askedBy: askerName,
    owner: owner?.name ?? '',
    promised: zonedTimeWords(promisedAt, row.timeZone, now),
    isOverdue: promisedAt < now,
    isHidden,
    closingProposedBy: state === 'closed' ? null : closingProposedBy,
    closedBy,
    may: {
      answer: state !== 'closed' && !isHidden && may('answer-question'),
      hand: state === 'open' && may('hand-question'),
      proposeClosing: state === 'open' && closingProposedBy === null && !isHidden && may('propose-closing'),
      close: state !== 'closed' && isAsker && may('close-question'),
      reopen: (state !== 'open' || closingProposedBy !== null) && isAsker && may('reopen-question'),
    },
  }
}

/** "17 June, 14:05", in the plan's time zone. */
function whenOf(at: Date, { timeZone }: Pick<Row, 'timeZone'>, now: Date): string {
  const hours = new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit' })
  return `${longDate(todayIn(timeZone, at), todayIn(timeZone, now))}, ${hours.format(at)}`
}
