import { type Selectable, sql } from 'kysely'
import { z } from 'zod'
import type { Notice } from '#db/schema.ts'
import { type WorkspaceTransaction, inWorkspace } from '#db/workspace.ts'
import type { Parts } from '#app/kit/parts.ts'
import { type ChangesOfPlan, findAgreedChanges } from '#app/plan/view/find-agreed-changes.server.ts'
import {
  type WaitingForPerson,
  listPlansOfOwners,
  listPlansToLookAt,
  listWaiting,
  noteLooks,
  stillLastLooks,
} from '#app/plan/page/waiting-queries.server.ts'
import { findSeenToday, findSettled } from './find-settled.server.ts'
import { type NewsForLeaders, findLeadersOf, readerOf, tellPlanNews } from './tell-plan-news.server.ts'
import { fromHour, isTimeForEmail } from './is-time-for-email.ts'
import { type DailyMention, isWorthTelling } from './is-worth-telling.ts'
import { type DailyReader, type DailyWish, listReaderTimes } from './list-reader-times.server.ts'
import { listLateGoals } from '#app/plan/slips/list-late-goals.server.ts'
import { findPlanNews } from '#app/plan/slips/find-plan-news.server.ts'
import { findPresent } from '#app/notices/find-present.server.ts'
import { findToldComments } from '#app/talk/comments/find-told-comments.server.ts'
import { toldTask } from '#app/outbox/daily-facts.ts'
import { readNotice } from '#app/outbox/notice-kinds.ts'
import { setAside } from '#app/outbox/set-aside.server.ts'
import { type AgreedChanges, type DayOf, type WaitingNotice, writeDaily } from './write-daily.server.ts'
import type { DueDays } from './daily-news-words.ts'
import { day } from '#app/kit/durations.ts'

/** Tasks told about longer ago than this are forgotten, in milliseconds. */
const remembersFor = 120 * day

/**
 * Writes the daily email for everyone with something new whose time it is: at most one a person and day. The notices it mentions are closed in
 * the same transaction, so none is lost or sent twice. Safe to run at any time, and cheap when nothing can have become due
 * since the last run.
 */
export async function collectDaily(parts: Parts, workspaceId: string): Promise<void> {
  const now = parts.clock.now()
  const { db } = parts
  const due = await inWorkspace(db, workspaceId, async (trx) => {
    const [stored, looks] = await Promise.all([
      waitingNotices(trx, workspaceId).execute(),
      listPlansToLookAt(trx, workspaceId, { now, fromHour }),
    ])
    // An email that is not due yet makes no one look at plans.
    const readers = stored.flatMap(readerIn)
    const wishes =
      readers.length > 0 ? await listReaderTimes(trx, workspaceId, readers, now) : new Map<string, DailyWish>()
    const waiting = stored.filter((notice) => readerIn(notice).every(({ id }) => isDue(wishes.get(id), now)))
    return {
      looks,
      told: waiting.flatMap(readerIn).map(({ id }) => id),
      changed: new Set(waiting.flatMap(changedPlanIn)),
      asked: waiting.flatMap(taskIn),
    }
  })
  if (due.looks.length === 0 && due.told.length === 0) return
  // Computed before anything is locked: the workspace's plans may be many.
  const looked = due.looks.map(({ planId }) => planId)
  const remembered = new Map(due.looks.flatMap(({ planId, standing }) => (standing ? [[planId, standing]] : [])))
  const when = { now, asked: due.asked, remembered }
  const { waiting: news, standings, dueDays } = await listWaiting(parts, workspaceId, looked, when)
  const plans = await findPlanNews(parts, workspaceId, standings, remembered)
  const forLeaders = await inWorkspace(db, workspaceId, (trx) => findLeadersOf(trx, workspaceId, plans.news))
  const leaders = forLeaders.flatMap((it) => it.leaders.map((leader) => readerOf(leader).id))
  // An email that goes lists all that waits for its reader, on other plans too.
  const people = new Set([...news.map(({ person }) => person.id), ...due.told, ...leaders])
  const theirs = await inWorkspace(db, workspaceId, (trx) => listPlansOfOwners(trx, workspaceId, [...people]))
  const others = theirs.filter((id) => !looked.includes(id))
  const more = await listWaiting(parts, workspaceId, others, when)
  const tasks = [...news, ...more.waiting]
  const dueOn: DueDays = new Map([...dueDays, ...more.dueDays])
  const compared = await findAgreedChanges(parts.reads, workspaceId, [...due.changed], now)
  await inWorkspace(db, workspaceId, async (trx) => {
    const workspace = await findWorkspace(trx, workspaceId).forNoKeyUpdate().executeTakeFirstOrThrow()
    const changed = due.looks.filter(({ planId }) => forLeaders.some(({ news }) => news.planId === planId))
    const isLast = await stillLastLooks(trx, workspaceId, changed)
    const isOurs = ({ news }: NewsForLeaders) => isLast.has(news.planId)
    await tellPlanNews(parts, trx, workspaceId, forLeaders.filter(isOurs), now)
    const stored = await waitingNotices(trx, workspaceId).orderBy('createdAt').orderBy('id').forUpdate().execute()
    const waiting = await readWaiting(parts, trx, stored)
    const changes = await stillSo(trx, workspaceId, compared)
    // A plan that was changed since it was compared is mentioned in the next email, which sees that change too.
    const notices = waiting.filter((notice) => changedPlanIn(notice).every((planId) => changes.has(planId)))
    const everyone = peopleOf(notices, tasks)
    const earlier = await listEarlier(
      trx,
      workspaceId,
      everyone.map(({ id }) => id),
      new Date(now.getTime() - remembersFor),
    )
    // Nothing is asked about those who have nothing new waiting: mostly that is everyone, and the row is locked.
    const withNews = everyone.flatMap((day) => {
      const told = (earlier.get(day.id) ?? []).flatMap(toldIn)
      return day.notices.length > 0 || hasNews(day, told, now) ? [{ day, told }] : []
    })
    const wishes = await listReaderTimes(
      trx,
      workspaceId,
      withNews.map(({ day }) => day),
      now,
    )
    const days = withNews.filter(({ day }) => isDue(wishes.get(day.id), now))
    const present = await findPresent(
      trx,
      workspaceId,
      days.map(({ day }) => day),
    )
    const comments = await findToldComments(
      trx,
      workspaceId,
      days.flatMap(({ day }) => day.notices.flatMap(commentIn)),
    )
    const settled = await findSettled(
      trx,
      workspaceId,
      days.flatMap(({ day }) => day.notices),
    )
    const seenToday = await findSeenToday(
      trx,
      workspaceId,
      days.map(({ day }) => day.id),
      now,
    )
    await noteLooks(trx, workspaceId, due.looks, plans.remember)
    const slipped = days.flatMap(({ day }) => day.notices.filter(({ kind }) => kind === 'date-slipped'))
    const late = await listLateGoals(
      trx,
      workspaceId,
      slipped.flatMap(({ planId }) => planId ?? []),
    )
    for (const { day, told } of days)
      await writeDaily(
        parts,
        trx,
        { workspaceId, ...workspace },
        {
          ...day,
          ...{ person: present.get(day.id), wish: wishes.get(day.id) },
          ...{ told, changes, comments, settled, seenToday, dueOn, late },
        },
        now,
      )
  })
}

const waitingNotices = (trx: WorkspaceTransaction, workspaceId: string) =>
  trx
    .selectFrom('notice')
    .selectAll()
    .where('workspaceId', '=', workspaceId)
    .where('state', '=', 'waiting')
    .where('daily', '=', true)

/** One that cannot be read is set aside; the others are mentioned. */
async function readWaiting(
  parts: Pick<Parts, 'log'>,
  trx: WorkspaceTransaction,
  stored: readonly Selectable<Notice>[],
): Promise<WaitingNotice[]> {
  const readable: WaitingNotice[] = []
  for (const row of stored) {
    const { notice: told, fault } = readNotice(row)
    if (told) readable.push({ ...row, told })
    else await setAside(parts, trx, row, fault)
  }
  return readable
}

function readerIn({ memberId, participantId }: Selectable<Notice>): DailyReader[] {
  if (memberId !== null) return [{ kind: 'member', id: memberId }]
  return participantId === null ? [] : [{ kind: 'participant', id: participantId }]
}

/** Whether what waits for someone is told or dropped now. Those who are gone are not waited for; for those who can't be reached it waits on. */
const isDue = (wish: DailyWish | undefined, now: Date) =>
  wish === undefined || (!wish.isBlocked && isTimeForEmail(wish, now))

const commentIn = ({ told }: WaitingNotice): string[] => (told.kind === 'comment-added' ? [told.facts.commentId] : [])

/** The task that a notice gives to its reader, or back: its day is looked up, since it may have moved. */
function taskIn(row: Selectable<Notice>): string[] {
  const told = readNotice(row).notice
  const taskId = told?.kind === 'task-given' || told?.kind === 'task-sent-back' ? told.facts.taskId : undefined
  return taskId === undefined ? [] : [taskId]
}

/** The plan whose changes since both sides agreed a notice is to mention. */
const changedPlanIn = ({ kind, planId }: Selectable<Notice>): string[] =>
  kind === 'terms-changed' && planId !== null ? [planId] : []

/** Those of the compared plans whose terms are still the compared ones; anyone who changes them now waits for the notices' locks. */
async function stillSo(
  trx: WorkspaceTransaction,
  workspaceId: string,
  compared: ReadonlyMap<string, ChangesOfPlan>,
): Promise<AgreedChanges> {
  if (compared.size === 0) return new Map()
  const plans = await trx
    .selectFrom('plan')
    .select(['id', 'termsVersion'])
    .where('workspaceId', '=', workspaceId)
    .where('id', '=', sql<string>`any(${[...compared.keys()]}::uuid[])`)
    .execute()
  return new Map(
    plans.flatMap(({ id, termsVersion }) => {
      const found = compared.get(id)
      return found?.termsVersion === termsVersion ? [[id, found.changes]] : []
    }),
  )
}

const hasNews = ({ tasks }: DayOf, told: readonly DailyMention[], now: Date) =>
  tasks.some((it) => it.tasks.some((task) => isWorthTelling(task, told, now)))

const findWorkspace = (trx: WorkspaceTransaction, workspaceId: string) =>
  trx.selectFrom('workspace').select(['name', 'timeZone']).where('workspaceId', '=', workspaceId)

/** Everyone who has a notice or a task waiting, each with both. */
function peopleOf(notices: readonly WaitingNotice[], tasks: readonly WaitingForPerson[]): DayOf[] {
  const people = new Map<string, DayOf>()
  const entry = (kind: 'member' | 'participant', id: string) => {
    const known = people.get(id) ?? { kind, id, notices: [], tasks: [] }
    people.set(id, known)
    return known
  }
  for (const notice of notices) {
    if (notice.memberId) entry('member', notice.memberId).notices.push(notice)
    else if (notice.participantId) entry('participant', notice.participantId).notices.push(notice)
  }
  for (const { person, planId, tasks: ofPlan } of tasks)
    entry(person.kind, person.id).tasks.push({ planId, tasks: ofPlan })
  return [...people.values()]
}

type Earlier = { createdAt: Date; told: unknown }

/** What emails that left, or still will, told these people, by their ids. */
async function listEarlier(
  trx: WorkspaceTransaction,
  workspaceId: string,
  readerIds: readonly string[],
  since: Date,
): Promise<Map<string | null, Earlier[]>> {
  const readerId = sql<string | null>`coalesce(member_id, participant_id)`
  const emails = await trx
    .selectFrom('notice')
    .select([readerId.as('readerId'), 'createdAt', sql<unknown>`facts -> 'told'`.as('told')])
    .where('workspaceId', '=', workspaceId)
    .where('kind', '=', 'daily')
    .where('state', 'in', ['waiting', 'sent'])
    .where('createdAt', '>', since)
    .where(readerId, '=', sql<string>`any(${[...readerIds]}::uuid[])`)
    .execute()
  return Map.groupBy(emails, (email) => email.readerId)
}

const listed = z.array(toldTask)

/** An earlier email that was emptied, or cannot be read, mentioned nothing. */
const toldIn = ({ told, createdAt: at }: Earlier): DailyMention[] =>
  (listed.safeParse(told).data ?? []).map((it) => ({ ...it, at }))
