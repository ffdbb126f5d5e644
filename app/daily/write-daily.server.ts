import type { Selectable } from 'kysely'
import type { Notice } from '#db/schema.ts'
import type { WorkspaceTransaction } from '#db/workspace.ts'
import { todayIn } from '#app/kit/clock.ts'
import type { Parts } from '#app/kit/parts.ts'
import type { AgreedChangeView } from '#app/plan/view/plan-view.ts'
import type { WaitingForPerson } from '#app/plan/page/waiting-queries.server.ts'
import type { IsoDate } from '#app/schedule/model.ts'
import { type DailyMention, isWorthTelling } from './is-worth-telling.ts'
import { type EmailTopic, topicOf } from '#app/outbox/email-topics.ts'
import type { DailyWish } from './list-reader-times.server.ts'
import { oncePerThing } from './once-per-thing.ts'
import { plansByUrgency } from './plans-by-urgency.ts'
import { slipsStillSo } from './slips-still-so.ts'
import type { LateGoals } from '#app/plan/slips/list-late-goals.server.ts'
import { type DueDays, changedWords, dailyNewsOf, moreNewsWords } from './daily-news-words.ts'
import type { DailyPlanFacts, ToldComment } from '#app/outbox/daily-facts.ts'
import type { StoredNotice } from '#app/outbox/notice-kinds.ts'
import type { ToldOf } from '#app/talk/comments/find-told-comments.server.ts'
import { writeNotice } from '#app/outbox/outbox.server.ts'
import type { PresentPerson } from '#app/notices/find-present.server.ts'
import { shownFacts } from '#app/notices/shown-facts.ts'

/** A notice that waits for the day's email, with its facts as they were read. */
export type WaitingNotice = Selectable<Notice> & { told: StoredNotice }

/** What the daily email may tell one person. */
export type DayOf = {
  kind: 'member' | 'participant'
  id: string
  notices: WaitingNotice[]
  tasks: Omit<WaitingForPerson, 'person'>[]
}

/** By plan, what differs now from what both sides agreed to, for the plans of whose changes someone is to be told. */
export type AgreedChanges = ReadonlyMap<string, readonly AgreedChangeView[]>

/** By id, the comments that an email may still mention. */
export type ToldComments = ReadonlyMap<string, ToldOf>

type Workspace = { workspaceId: string; name: string; timeZone: string }

/** A person as they are now, none where they are gone, with the tasks that they were told about before, by id the notices that they need no longer, and the
 * plans that they have looked at today, and the late goals of plans. */
type Reader = {
  person: PresentPerson | undefined
  wish: DailyWish | undefined
  told: readonly DailyMention[]
  changes: AgreedChanges
  comments: ToldComments
  settled: ReadonlySet<string>
  seenToday: ReadonlySet<string>
  dueOn: DueDays
  late: ReadonlyMap<string, LateGoals>
}

/** Writes one person's daily email if there is something new: a notice, or a task that was not mentioned lately. */
export async function writeDaily(
  parts: Parts,
  trx: WorkspaceTransaction,
  workspace: Workspace,
  { person, wish, told, changes, comments, settled, seenToday, dueOn, late, ...day }: DayOf & Reader,
  now: Date,
): Promise<void> {
  const { workspaceId } = workspace
  // The day's email has links of its own, so only the person and the plan of a notice decide.
  const wanted = day.notices.filter(
    ({ id, kind, planId, createdAt, told }) =>
      !settled.has(id) &&
      wantsTold(wish, topicOf(told)) &&
      person?.reads(planId, createdAt) &&
      (kind !== 'terms-changed' || hasChanged(changes, planId)) &&
      (told.kind !== 'comment-added' || isToldOf(comments.get(told.facts.commentId), person, planId)),
  )
  const unwanted = day.notices.filter((notice) => !wanted.includes(notice))
  const notices = [...Map.groupBy(wanted, ({ planId }) => planId)].flatMap(([planId, of]) =>
    slipsStillSo(oncePerThing(of), late.get(planId ?? '')),
  )
  const closeAll = async (toldIn: string | null) => {
    await close(trx, workspaceId, wanted, { state: 'sent', sentAt: now, toldIn })
    await close(trx, workspaceId, unwanted, { state: 'unwanted' })
  }
  const tasks = wantsTold(wish, 'tasks') ? day.tasks.filter(({ planId }) => person?.reads(planId, now)) : []
  const isNews = ({ planId, tasks }: DayOf['tasks'][number]) =>
    !seenToday.has(`${day.id} ${planId}`) && tasks.some((task) => isWorthTelling(task, told, now))
  const isNew = notices.length > 0 || tasks.some(isNews)
  if (!person || !isNew) return closeAll(null)
  const today = todayIn(wish?.timeZone ?? workspace.timeZone, now)
  const [first, ...rest] = await plansOf(
    trx,
    workspace,
    { ...day, notices, tasks },
    { changes, comments, today, dueOn },
  )
  if (!first) return closeAll(null)
  const noticeId = await writeNotice(
    parts,
    trx,
    workspaceId,
    {
      kind: 'daily',
      facts: {
        workspace: workspace.name,
        name: person.name,
        on: today,
        plans: [first, ...rest],
        told: tasks.flatMap((it) => it.tasks.map(({ id, why }) => ({ task: id, why }))),
      },
      to: { ...idsOf(day), address: person.address },
      planId: null,
      link: { path: '/' },
    },
    now,
  )
  await closeAll(noticeId)
}

/** Whether a person wants to be told about a topic. What is of no topic is told to everyone, also to those who want no email. */
const wantsTold = (wish: DailyWish | undefined, topic: EmailTopic | null) =>
  topic === null || (wish?.rhythm !== 'none' && wish?.silent.includes(topic) !== true)

const hasChanged = (changes: AgreedChanges, planId: string | null) => (changes.get(planId ?? '') ?? []).length > 0

/** Whether a comment is still there, and still for its reader. */
function isToldOf(comment: ToldOf | undefined, person: PresentPerson, planId: string | null): boolean {
  const sight = planId === null ? undefined : person.sightOn(planId)
  return sight !== undefined && comment?.isFor(sight) === true
}

const idsOf = ({ kind, id }: DayOf) => (kind === 'member' ? { memberId: id } : { participantId: id })

async function close(
  trx: WorkspaceTransaction,
  workspaceId: string,
  notices: readonly Selectable<Notice>[],
  as: { state: 'sent'; sentAt: Date; toldIn: string | null } | { state: 'unwanted' },
) {
  if (notices.length === 0) return
  const ids = notices.map(({ id }) => id)
  await trx.updateTable('notice').set(as).where('workspaceId', '=', workspaceId).where('id', 'in', ids).execute()
}

/** News of one plan listed in an email; the rest is counted. */
const mostNews = 30

const firstOf = (news: readonly string[]): string[] =>
  news.length <= mostNews ? [...news] : [...news.slice(0, mostNews), moreNewsWords(news.length - mostNews)]

/** A task mentioned by several notices appears once, as in the last of them. */
const toldOnce = <Told extends { taskId?: string | undefined; title: string }>(told: readonly Told[]): Told[] => [
  ...new Map(told.map((it) => [it.taskId ?? it.title, it])).values(),
]

/** What waits and what happened, plan by plan, the most urgent first. */
async function plansOf(
  trx: WorkspaceTransaction,
  { workspaceId, name }: Workspace,
  { kind, notices, tasks }: DayOf,
  { changes, comments, today, dueOn }: Pick<Reader, 'changes' | 'comments' | 'dueOn'> & { today: IsoDate },
): Promise<DailyPlanFacts[]> {
  const planIds = new Set([...tasks.map(({ planId }) => planId), ...notices.flatMap(({ planId }) => planId ?? [])])
  if (planIds.size === 0) return []
  const known = await trx
    .selectFrom('plan')
    .innerJoin('account', (join) =>
      join.onRef('account.workspaceId', '=', 'plan.workspaceId').onRef('account.id', '=', 'plan.accountId'),
    )
    .select(['plan.id', 'plan.project', 'account.name as account'])
    .where('plan.workspaceId', '=', workspaceId)
    .where('plan.id', 'in', [...planIds])
    .execute()
  const plans = [...planIds].flatMap((planId) => {
    const plan = known.find((it) => it.id === planId)
    if (!plan) return []
    const own = notices.filter((notice) => notice.planId === planId)
    const waiting = tasks.find((it) => it.planId === planId)?.tasks ?? []
    const listed = new Set(waiting.map(({ id }) => id))
    // A task that was given and already waits is told as one thing.
    const news = own.filter(({ told }) => told.kind !== 'task-given' || !listed.has(told.facts.taskId))
    const told = news.map((it) => dailyNewsOf(shownFacts(it.told), { today, dueOn }))
    const changed = own.some((it) => it.kind === 'terms-changed') ? shownFacts(changes.get(planId) ?? []) : []
    return {
      planId,
      project: plan.project,
      other: kind === 'participant' ? name : plan.account,
      waiting: [
        ...waiting.map(({ id, title, dueOn, expected, why }) => ({ taskId: id, title, doBy: dueOn, expected, why })),
        ...toldOnce(told.flatMap((it) => it.waiting)).filter(({ taskId }) => !listed.has(taskId ?? '')),
      ],
      comments: own.flatMap(({ told }) => commentFacts(told, comments)),
      news: firstOf([...told.flatMap((it) => it.news), ...changedWords(changed, today)]),
    }
  })
  return plansByUrgency(plans)
}

/** What the email says of a comment; nothing for a notice of another kind. */
function commentFacts({ kind, facts }: StoredNotice, comments: ToldComments): ToldComment[] {
  if (kind !== 'comment-added') return []
  const { commentId, why } = facts
  const comment = comments.get(commentId)
  if (!comment) return []
  const { by, title, text, path } = comment
  return [{ commentId, why, by, title, text, path }]
}
