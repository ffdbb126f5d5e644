import type { Selectable } from 'kysely'
import type { Notice } from '#db/schema.ts'
import type { WorkspaceTransaction } from '#db/workspace.ts'
import { todayIn } from '#app/kit/clock.ts'
import type { Parts } from '#app/kit/parts.ts'
import type { WaitingForPerson } from '#app/plan/waiting-queries.server.ts'
import type { DailyPlan } from '#emails/daily.tsx'
import { type Told, isWorthTelling } from './daily-told.ts'
import { dailyPartOf } from './daily-words.ts'
import { standInFor } from './link-stand-in.ts'
import { issueLink } from './link-token.server.ts'
import type { NoticeFacts } from './notice-kinds.ts'
import { writeNotice } from './outbox.server.ts'
import { isStillWanted } from './still-wanted.server.ts'

/** What a day holds for one person. */
export type DayOf = {
  kind: 'member' | 'participant'
  id: string
  notices: Selectable<Notice>[]
  steps: Omit<WaitingForPerson, 'person'>[]
}

type Workspace = { workspaceId: string; name: string; timeZone: string }

/** Writes one person's email of the day, where something new waits: a notice, or a step that was not told of lately. */
export async function writeDaily(
  parts: Parts,
  trx: WorkspaceTransaction,
  workspace: Workspace,
  day: DayOf,
  told: readonly Told[],
  now: Date,
): Promise<void> {
  const { workspaceId } = workspace
  const person = await findPerson(trx, workspaceId, day)
  const notices: Selectable<Notice>[] = []
  for (const notice of day.notices) {
    // The link of a notice that waits a day is made again below, so only its person and plan decide.
    const isWanted = await isStillWanted(trx, { ...notice, linkTokenId: null }, now)
    await close(trx, notice, isWanted, now)
    if (isWanted) notices.push(notice)
  }
  const steps: DayOf['steps'] = []
  for (const ofPlan of day.steps) {
    const seat = { workspaceId, planId: ofPlan.planId, linkTokenId: null, ...idsOf(day) }
    if (await isStillWanted(trx, seat, now)) steps.push(ofPlan)
  }
  const isNew = notices.length > 0 || steps.some((it) => it.steps.some((step) => isWorthTelling(step, told, now)))
  if (!person || !isNew) return
  const [first, ...rest] = await plansOf(parts, trx, workspaceId, { ...day, notices, steps }, now)
  if (!first) return
  await writeNotice(
    parts,
    trx,
    workspaceId,
    {
      kind: 'daily',
      facts: {
        workspace: workspace.name,
        name: person.name,
        on: todayIn(workspace.timeZone, now),
        plans: [first, ...rest],
        told: steps.flatMap((it) => it.steps.map(({ id, why }) => ({ step: id, why }))),
      },
      to: person.to,
      planId: null,
      link: { path: '/' },
    },
    now,
  )
}

const idsOf = ({ kind, id }: DayOf) => ({
  memberId: kind === 'member' ? id : null,
  participantId: kind === 'participant' ? id : null,
})

const close = (trx: WorkspaceTransaction, { workspaceId, id }: Selectable<Notice>, isTold: boolean, now: Date) =>
  trx
    .updateTable('notice')
    .set(isTold ? { state: 'sent', sentAt: now } : { state: 'unwanted' })
    .where('workspaceId', '=', workspaceId)
    .where('id', '=', id)
    .execute()

/** What waits and what happened, plan by plan, each with the person's own link to it. */
async function plansOf(
  parts: Parts,
  trx: WorkspaceTransaction,
  workspaceId: string,
  { kind, id, notices, steps }: DayOf,
  now: Date,
): Promise<DailyPlan[]> {
  const plans: DailyPlan[] = []
  const planIds = [...steps.map(({ planId }) => planId), ...notices.map(({ planId }) => planId)]
  for (const planId of new Set(planIds)) {
    if (!planId) continue
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
    const isCustomer = kind === 'participant'
    const link = isCustomer
      ? standInFor(
          await issueLink(parts.environment, trx, workspaceId, { kind: 'return', planId, participantId: id }, now),
        )
      : new URL(`/plans/${planId}`, parts.environment.appUrl).href
    const told = notices
      .filter((notice) => notice.planId === planId)
      .map((it) => dailyPartOf({ kind: it.kind, facts: it.facts } as NoticeFacts))
    const waiting = steps.find((it) => it.planId === planId)?.steps ?? []
    const titles = new Set(waiting.map(({ title }) => title))
    plans.push({
      project: plan.project,
      other: isCustomer ? plan.workspace : plan.account,
      link,
      waiting: [
        ...waiting.map(({ title, doBy, expected, why }) => ({ title, doBy, expected, why })),
        ...told.flatMap((it) => it.waiting).filter(({ title }) => !titles.has(title)),
      ],
      news: told.flatMap((it) => it.news),
    })
  }
  return plans
}

async function findPerson(trx: WorkspaceTransaction, workspaceId: string, { kind, id }: DayOf) {
  const found = await trx
    .selectFrom(kind)
    .select(['name', 'email'])
    .where('workspaceId', '=', workspaceId)
    .where('id', '=', id)
    .executeTakeFirst()
  if (!found) return undefined
  const { name, email: address } = found
  return { name, to: kind === 'member' ? { memberId: id, address } : { participantId: id, address } }
}
