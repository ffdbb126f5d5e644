import type { Selectable } from 'kysely'
import type { Notice } from '#db/schema.ts'
import { type WorkspaceTransaction, inWorkspace } from '#db/workspace.ts'
import { todayIn } from '#app/kit/clock.ts'
import type { Parts } from '#app/kit/parts.ts'
import type { DailyPlan } from '#emails/daily.tsx'
import { dailyPartOf } from './daily-words.ts'
import { standInFor } from './link-stand-in.ts'
import { issueLink } from './link-token.server.ts'
import type { NoticeFacts } from './notice-kinds.ts'
import { writeNotice } from './outbox.server.ts'
import { isStillWanted } from './still-wanted.server.ts'

/** From this hour on, in the workspace's zone, the day's email is written. */
const fromHour = 7

/**
 * Writes the day's email for everybody for whom something waits: one a person and day, none where nothing waits. The notices that
 * it tells of are closed in the same transaction, so that none is told twice or lost. Safe to run as often as one likes.
 */
export async function collectDaily(parts: Parts, workspaceId: string): Promise<void> {
  await inWorkspace(parts.db, workspaceId, async (trx) => {
    const workspace = await trx
      .selectFrom('workspace')
      .select(['name', 'timeZone'])
      .where('workspaceId', '=', workspaceId)
      .forNoKeyUpdate()
      .executeTakeFirst()
    if (!workspace) return
    const now = parts.clock.now()
    if (hourIn(workspace.timeZone, now) < fromHour) return
    const waiting = await trx
      .selectFrom('notice')
      .selectAll()
      .where('workspaceId', '=', workspaceId)
      .where('state', '=', 'waiting')
      .where('daily', '=', true)
      .orderBy('createdAt')
      .forUpdate()
      .execute()
    for (const [person, notices] of grouped(waiting, (it) => it.memberId ?? it.participantId)) {
      if (!person || (await hadOneToday(trx, workspaceId, person, workspace.timeZone, now))) continue
      await writeDaily(parts, trx, workspace, notices, now)
    }
  })
}

function grouped(notices: Selectable<Notice>[], by: (notice: Selectable<Notice>) => string | null) {
  const groups = new Map<string | null, Selectable<Notice>[]>()
  for (const notice of notices) groups.set(by(notice), [...(groups.get(by(notice)) ?? []), notice])
  return groups
}

const hourIn = (timeZone: string, now: Date) =>
  Number(new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', hourCycle: 'h23' }).format(now))

async function hadOneToday(
  trx: WorkspaceTransaction,
  workspaceId: string,
  person: string,
  timeZone: string,
  now: Date,
): Promise<boolean> {
  const last = await trx
    .selectFrom('notice')
    .select('createdAt')
    .where('workspaceId', '=', workspaceId)
    .where('kind', '=', 'daily')
    .where((where) => where.or([where('memberId', '=', person), where('participantId', '=', person)]))
    .orderBy('createdAt', 'desc')
    .executeTakeFirst()
  return last !== undefined && todayIn(timeZone, last.createdAt) === todayIn(timeZone, now)
}

async function writeDaily(
  parts: Parts,
  trx: WorkspaceTransaction,
  workspace: { name: string; timeZone: string },
  notices: Selectable<Notice>[],
  now: Date,
): Promise<void> {
  const wanted: Selectable<Notice>[] = []
  for (const notice of notices) {
    // The link of a notice that waits a day is made again below, so only its person and plan decide.
    const isWanted = await isStillWanted(trx, { ...notice, linkTokenId: null }, now)
    await close(trx, notice, isWanted, now)
    if (isWanted) wanted.push(notice)
  }
  const [first, ...rest] = await plansOf(parts, trx, wanted, now)
  const notice = wanted[0]
  const person = notice && (await findName(trx, notice))
  if (!first || !notice || !person) return
  await writeNotice(
    parts,
    trx,
    notice.workspaceId,
    {
      kind: 'daily',
      facts: {
        workspace: workspace.name,
        name: person.name,
        on: todayIn(workspace.timeZone, now),
        plans: [first, ...rest],
      },
      to: person.to,
      planId: null,
      link: { path: '/' },
    },
    now,
  )
}

const close = (trx: WorkspaceTransaction, { workspaceId, id }: Selectable<Notice>, isTold: boolean, now: Date) =>
  trx
    .updateTable('notice')
    .set(isTold ? { state: 'sent', sentAt: now } : { state: 'unwanted' })
    .where('workspaceId', '=', workspaceId)
    .where('id', '=', id)
    .execute()

/** What happened, plan by plan, each with the person's own link to it. */
async function plansOf(
  parts: Parts,
  trx: WorkspaceTransaction,
  notices: Selectable<Notice>[],
  now: Date,
): Promise<DailyPlan[]> {
  const plans: DailyPlan[] = []
  for (const [planId, ofPlan] of grouped(notices, (it) => it.planId)) {
    const notice = ofPlan[0]
    if (!planId || !notice) continue
    const { workspaceId, participantId } = notice
    const plan = await trx
      .selectFrom('plan')
      .innerJoin('account', (join) =>
        join.onRef('account.workspaceId', '=', 'plan.workspaceId').onRef('account.id', '=', 'plan.accountId'),
      )
      .innerJoin('workspace', 'workspace.workspaceId', 'plan.workspaceId')
      .select(['plan.project', 'account.name as account', 'workspace.name as workspace'])
      .where('plan.workspaceId', '=', workspaceId)
      .where('plan.id', '=', planId)
      .executeTakeFirstOrThrow()
    const link = participantId
      ? standInFor(await issueLink(parts.environment, trx, workspaceId, { kind: 'return', planId, participantId }, now))
      : new URL(`/plans/${planId}`, parts.environment.appUrl).href
    const told = ofPlan.map((it) => dailyPartOf({ kind: it.kind, facts: it.facts } as NoticeFacts))
    plans.push({
      project: plan.project,
      other: participantId ? plan.workspace : plan.account,
      link,
      waiting: told.flatMap((it) => it.waiting),
      news: told.flatMap((it) => it.news),
    })
  }
  return plans
}

async function findName(trx: WorkspaceTransaction, { workspaceId, memberId, participantId }: Selectable<Notice>) {
  if (memberId) {
    const { name, email } = await trx
      .selectFrom('member')
      .select(['name', 'email'])
      .where('workspaceId', '=', workspaceId)
      .where('id', '=', memberId)
      .executeTakeFirstOrThrow()
    return { name, to: { memberId, address: email } }
  }
  if (!participantId) return undefined
  const { name, email } = await trx
    .selectFrom('participant')
    .select(['name', 'email'])
    .where('workspaceId', '=', workspaceId)
    .where('id', '=', participantId)
    .executeTakeFirstOrThrow()
  return { name, to: { participantId, address: email } }
}
