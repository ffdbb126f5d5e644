import type { ExpressionBuilder } from 'kysely'
import { jsonBuildObject } from 'kysely/helpers/postgres'
import type { WorkspaceReading } from '#db/reading.ts'
import type { DB } from '#db/schema.ts'
import { mayEver } from '#app/policy/policy.ts'
import { todayIn } from '#app/kit/clock.ts'
import type { Parts } from '#app/kit/parts.ts'
import { winColumns, winSoFar } from '#app/plan/core/first-win.ts'
import type { FirstWinView, OpenWinView } from '#app/plan/view/plan-view.ts'
import { listMarketing } from '#app/references/list-marketing.server.ts'
import { answerOf } from '#app/references/model.ts'
import type { ReferenceAnswer } from '#app/references/reference-answer.ts'
import { mayOnPlanAsItStands } from '#app/runner/plan-end.ts'
import { notFound } from '#app/runner/refusal.ts'
import type { IsoDate } from '#app/schedule/model.ts'
import type { MeasurementView } from './measurement-view.ts'
import type { AudienceView } from '../value-words.ts'
import type { WonView } from './won-view.ts'
import type { HeardView } from '../situation/heard-view.ts'
import { listHeard } from '../situation/list-heard.server.ts'
import { confirmersOf, listPlanPeople } from '../plan-people.server.ts'
import type { ValueViewer } from '../value-viewer.ts'
import { listWinRecipients } from './list-win-recipients.server.ts'

/** What the slots of the plan page need of value, cut to this viewer. */
export type PlanWinView = {
  /** Null until the win is confirmed. */
  won: WonView | null
  /** The latest value that was measured on the way, while the win is not confirmed. */
  measurement: MeasurementView | null
  reference: {
    answer: ReferenceAnswer
    /** Whether this viewer is the one who answers. */
    mayAnswer: boolean
  } | null
  /** Whether this viewer may record the result now. */
  mayConfirm: boolean
  mayCorrect: boolean
  /** Whether this viewer may share the victory card. */
  mayShare: boolean
  heard: HeardView[]
}

export type WinFormView = {
  /** What was agreed; once the win is confirmed, what was confirmed. */
  win: FirstWinView | OpenWinView
  /** Which version of the first win's words this is. */
  winVersion: number
  workspace: string
  account: string
  project: string
  today: IsoDate
  /** The value confirmed before. */
  measured: number | null
  /** Who is told when it is confirmed; null for readers who may not confirm. */
  audience: AudienceView | null
  /** How the reference stands. */
  answer: ReferenceAnswer
  /** What this viewer may do here now; the page says who may, where it is nothing. */
  may: 'confirm' | 'correct' | null
  mayWithdraw: boolean
  closed: 'lost' | 'archived' | null
}

/** Win result, reference and the situations that this viewer may read. @throws Refusal 404 */
export async function getWinForPlan(
  parts: Pick<Parts, 'reads' | 'clock'>,
  { actor, standings }: ValueViewer,
  planId: string,
): Promise<PlanWinView> {
  const { workspaceId } = actor
  return parts.reads.in(workspaceId, async (trx) => {
    const [found, heard] = await Promise.all([
      findWin(trx, workspaceId, planId),
      listHeard(trx, { actor, standings }, planId),
    ])
    if (!found) throw notFound()
    return {
      won: found.result && { ...found.result, account: found.account, project: found.project },
      measurement: found.result ? null : found.measurement,
      reference: found.result
        ? {
            answer: referenceAnswerOf(found, todayIn(found.timeZone, parts.clock.now())),
            mayAnswer: mayEver('answer-reference', standings),
          }
        : null,
      mayConfirm: isOpen(found) && mayEver('confirm-first-win', standings),
      mayCorrect: found.result !== null && mayOnPlanAsItStands('correct-first-win', standings, found),
      mayShare: found.result !== null && mayOnPlanAsItStands('share-card', standings, found),
      heard,
    }
  })
}

/** What the page asks of who records the result. @throws Refusal 404 */
export async function getWinForForm(
  parts: Pick<Parts, 'reads' | 'clock'>,
  { actor, standings }: ValueViewer,
  planId: string,
): Promise<WinFormView> {
  const { workspaceId } = actor
  return parts.reads.in(workspaceId, async (trx) => {
    const [found, people] = await Promise.all([
      findWin(trx, workspaceId, planId),
      listPlanPeople(trx, workspaceId, planId),
    ])
    if (!found) throw notFound()
    const confirmers = confirmersOf(people)
    const { result } = found
    const today = todayIn(found.timeZone, parts.clock.now())
    const may = result
      ? mayOnPlanAsItStands('correct-first-win', standings, found) && ('correct' as const)
      : isOpen(found) && mayEver('confirm-first-win', standings) && ('confirm' as const)
    return {
      win: { ...(result ?? found.win), confirmers: confirmers.map(({ name }) => name) },
      winVersion: found.winVersion,
      workspace: found.workspace,
      account: found.account,
      project: found.project,
      today,
      measured: result?.measured ?? null,
      audience: may === 'confirm' ? await findAudience(trx, { workspaceId, planId, except: actor.id }) : null,
      answer: referenceAnswerOf(found, today),
      may: may || null,
      mayWithdraw: result !== null && mayOnPlanAsItStands('withdraw-first-win', standings, found),
      closed: found.archivedAt ? 'archived' : found.state === 'lost' ? 'lost' : null,
    }
  })
}

async function findAudience(
  trx: WorkspaceReading,
  which: { workspaceId: string; planId: string; except: string },
): Promise<AudienceView> {
  const [told, marketing] = await Promise.all([listWinRecipients(trx, which), listMarketing(trx, which.workspaceId)])
  const named = (isMember: boolean) =>
    told.filter(({ to }) => (to.memberId !== undefined) === isMember).map(({ name }) => name)
  return { vendor: named(true), customer: named(false), marketing: marketing.length }
}

type Win = NonNullable<Awaited<ReturnType<typeof findWin>>>

const referenceAnswerOf = ({ referenceState: state, covers, limits, winVersion }: Win, today: IsoDate) =>
  answerOf({ state, covers, limits, winVersion }, today)

/** Whether the first win is defined and can still be confirmed. */
const isOpen = ({ state, archivedAt, win }: Win) =>
  !archivedAt && state !== 'won' && state !== 'lost' && !('open' in win)

async function findWin(trx: WorkspaceReading, workspaceId: string, planId: string) {
  const plan = await trx
    .selectFrom('plan')
    .innerJoin('workspace', 'workspace.workspaceId', 'plan.workspaceId')
    .innerJoin('account', (join) =>
      join.onRef('account.workspaceId', '=', 'plan.workspaceId').onRef('account.id', '=', 'plan.accountId'),
    )
    .leftJoin('reference', (join) =>
      join.onRef('reference.workspaceId', '=', 'plan.workspaceId').onRef('reference.planId', '=', 'plan.id'),
    )
    .select([
      'plan.state',
      'plan.archivedAt',
      'plan.timeZone',
      'plan.project',
      'plan.winVersion',
      'plan.winStatement',
      'plan.winMeasure',
      'plan.winUnit',
      'plan.winBaseline',
      'plan.winTarget',
      'plan.winBy',
      'plan.winAnnouncedTo',
      'workspace.name as workspace',
      'account.name as account',
      'reference.state as referenceState',
      'reference.covers',
      'reference.limits',
      (row) => confirmedOn(row, workspaceId).as('result'),
      (row) => measuredLast(row, workspaceId).as('measurement'),
    ])
    .where('plan.workspaceId', '=', workspaceId)
    .where('plan.id', '=', planId)
    .executeTakeFirst()
  if (!plan) return undefined
  const { result, measurement, ...rest } = plan
  return {
    ...rest,
    /** What was agreed, or what there is of it. */
    win: winSoFar(winColumns(plan)),
    result: plan.state === 'won' && result ? { ...withNumbers(result), measured: Number(result.measured) } : null,
    measurement: measurement && { ...measurement, measured: Number(measurement.measured) },
  }
}

type PlanRow = ExpressionBuilder<DB, 'plan'>

/** What was confirmed, in the words that were kept, and who did. */
const confirmedOn = (plan: PlanRow, workspaceId: string) =>
  plan
    .selectFrom('winResult')
    .innerJoin('planParticipant', (join) =>
      join
        .onRef('planParticipant.workspaceId', '=', 'winResult.workspaceId')
        .onRef('planParticipant.planId', '=', 'winResult.planId')
        .onRef('planParticipant.participantId', '=', 'winResult.participantId'),
    )
    .select(({ ref }) =>
      jsonBuildObject({
        statement: ref('winResult.statement'),
        measure: ref('winResult.measure'),
        unit: ref('winResult.unit'),
        baseline: ref('winResult.baseline'),
        target: ref('winResult.target'),
        winBy: ref('winResult.winBy'),
        announcedTo: ref('winResult.announcedTo'),
        measured: ref('winResult.measured'),
        on: ref('winResult.confirmedOn'),
        by: ref('planParticipant.name'),
      }).as('it'),
    )
    .where('winResult.workspaceId', '=', workspaceId)
    .whereRef('winResult.planId', '=', 'plan.id')

const measuredLast = (plan: PlanRow, workspaceId: string) =>
  plan
    .selectFrom('measurement')
    .innerJoin('planParticipant', (join) =>
      join
        .onRef('planParticipant.workspaceId', '=', 'measurement.workspaceId')
        .onRef('planParticipant.planId', '=', 'measurement.planId')
        .onRef('planParticipant.participantId', '=', 'measurement.participantId'),
    )
    .select(({ ref }) =>
      jsonBuildObject({
        measured: ref('measurement.measured'),
        on: ref('measurement.measuredOn'),
        by: ref('planParticipant.name'),
      }).as('it'),
    )
    .where('measurement.workspaceId', '=', workspaceId)
    .whereRef('measurement.planId', '=', 'plan.id')
    .orderBy('measurement.createdAt', 'desc')
    .limit(1)

type Terms = { baseline: string; target: string; winBy: string }

/** Numbers and dates as the columns hold them, for people. */
const withNumbers = <Stored extends Terms>({ baseline, target, winBy, ...words }: Stored) => ({
  ...words,
  baseline: Number(baseline),
  target: Number(target),
  winBy: winBy as IsoDate,
})
