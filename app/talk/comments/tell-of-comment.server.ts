import { type ActorSide, sightOf } from '#app/policy/policy.ts'
import type { CommandContext } from '#app/runner/command.ts'
import { fieldRefusal } from '#app/runner/refusal.ts'
import { paths } from '#app/kit/paths.ts'
import type { ToldBecause } from '#app/outbox/daily-facts.ts'
import { commentRefusals } from './comment-words.ts'
import { type ReachablePerson, listPeople, peopleKnownTo } from '../core/list-people.server.ts'
import { mentionedIn } from '../core/mentions.ts'
import { readsVisibleTo } from '../core/person.ts'
import type { Subject } from '../core/take-subject.server.ts'

type Context = Pick<CommandContext<unknown, 'plan'>, 'trx' | 'workspaceId' | 'row' | 'actor' | 'standings' | 'notify'>

/** A comment as it is written, or written again. */
type Written = {
  id: string
  threadId: string | null
  authorId: string
  body: string
  /** What it said before it was edited. */
  bodyBefore?: string
  visibleTo: ActorSide | null
  subject: Subject
  /** People who are told for another reason, by id. */
  because?: ReadonlyMap<string, ToldBecause> | undefined
}

/**
 * Tells about a comment, in the daily email, everyone mentioned, the owner and those who took part; no one else, no one twice, and
 * no one who may not read it. A thread on the plan or a milestone has no owner: the lead and the champion are told about a new one. Of an edited
 * comment only people who were not mentioned before are told.
 * @throws Refusal 422 where a person is mentioned who may not read it
 */
export async function tellOfComment(context: Context, comment: Written): Promise<void> {
  const { workspaceId, row, trx, standings } = context
  const people = await listPeople(trx, { workspaceId, planId: row.id })
  const known = peopleKnownTo(sightOf(standings), people)
  const mentioned = mentionedIn(comment.body, known)
  refuseUnread(mentioned, comment.visibleTo)
  const earlier = new Set(mentionedIn(comment.bodyBefore ?? '', known))
  const because = new Map<ReachablePerson, ToldBecause>()
  if (comment.bodyBefore === undefined) {
    for (const person of await whoTookPart(context, comment, people)) because.set(person, 'took part')
    for (const person of ownersOf(comment, people)) because.set(person, 'owner')
  }
  for (const person of mentioned) if (!earlier.has(person)) because.set(person, 'mentioned')
  for (const person of people) {
    const why = comment.because?.get(person.id)
    if (why) because.set(person, why)
  }
  for (const [person, why] of because)
    if (readsVisibleTo(person.sight, comment.visibleTo)) await tellOne(context, comment.id, person, why)
}

/** Tells one person of a comment, with the email of the day; no one of what they did themselves. */
export async function tellOne(
  { row, actor, notify }: Pick<Context, 'actor' | 'notify'> & { row: { id: string } },
  commentId: string,
  { id, to }: Pick<ReachablePerson, 'id' | 'to'>,
  why: ToldBecause,
): Promise<void> {
  if ('id' in actor && actor.id === id) return
  await notify({
    kind: 'comment-added',
    facts: { commentId, why },
    to,
    planId: row.id,
    link: { path: paths.plan(row.id) },
  })
}

/** @throws Refusal 422 that names who may not read it */
function refuseUnread(mentioned: readonly ReachablePerson[], visibleTo: ActorSide | null) {
  const names = mentioned.filter(({ sight }) => !readsVisibleTo(sight, visibleTo)).map(({ name }) => name)
  if (names.length > 0) throw fieldRefusal('body', commentRefusals.unreadable(names))
}

function ownersOf({ subject, threadId }: Written, people: readonly ReachablePerson[]): ReachablePerson[] {
  if (subject.scope === 'task') return people.filter(({ id }) => id === subject.ownerId)
  return threadId === null ? people.filter(({ leads }) => leads) : []
}

/** Who wrote in the thread; on a task, who wrote on that task. */
async function whoTookPart(
  { trx, workspaceId, row }: Context,
  { subject, threadId }: Written,
  people: readonly ReachablePerson[],
): Promise<ReachablePerson[]> {
  if (subject.scope !== 'task' && threadId === null) return []
  const authors = await trx
    .selectFrom('comment')
    .select('authorId')
    .distinct()
    .where('workspaceId', '=', workspaceId)
    .where('planId', '=', row.id)
    .where('subjectId', '=', subject.id)
    .where('deletedAt', 'is', null)
    .$if(subject.scope !== 'task', (comments) =>
      comments.where(({ or, eb }) => or([eb('id', '=', threadId), eb('threadId', '=', threadId)])),
    )
    .execute()
  return people.filter(({ id }) => authors.some(({ authorId }) => authorId === id))
}
