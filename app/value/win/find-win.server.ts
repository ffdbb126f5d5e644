import type { ExpressionBuilder } from 'kysely'
import { jsonBuildObject } from 'kysely/helpers/postgres'
import { keptQuery } from '#db/kept-query.ts'
import type { WorkspaceReading } from '#db/reading.ts'
import type { DB } from '#db/schema.ts'
import { winColumns, winSoFar } from '#app/plan/core/first-win.ts'
import type { IsoDate } from '#app/schedule/model.ts'
import { answerView } from './answer-view.ts'
import { measurementsOf } from './measurements-of.server.ts'

export type StoredWinView = NonNullable<Awaited<ReturnType<typeof findWin>>>

/** Whether the first win is defined and can still be confirmed. */
export const isWinOpen = ({ state, archivedAt, win }: StoredWinView) =>
  !archivedAt && state !== 'won' && state !== 'lost' && !('open' in win)

/** The first win of a plan, with all that was measured, said and confirmed; undefined where there is no such plan. */
export async function findWin(trx: WorkspaceReading, workspaceId: string, planId: string) {
  const [plan] = await winOf(trx, { workspaceId, planId })
  if (!plan) return undefined
  const { result, measurements, answer, winMeasureOn, startOn, ...rest } = plan
  return {
    ...rest,
    /** What was agreed, or what there is of it. */
    win: winSoFar(winColumns(plan)),
    result: plan.state === 'won' && result ? { ...withNumbers(result), measured: Number(result.measured) } : null,
    measurements: measurements.map(({ measured, ...rest }) => ({ ...rest, measured: Number(measured) })),
    answer: answer && answerView(answer, plan.timeZone),
    // The columns are dates.
    measureOn: winMeasureOn as IsoDate | null,
    start: startOn as IsoDate,
  }
}

const winOf = keptQuery(
  (db, { workspaceId, planId }) =>
    db
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
        'plan.winMeasureOn',
        'plan.winBaselineHow',
        'plan.winMeasuredBy',
        'plan.winLookedVersion',
        'plan.winLookedBy',
        'plan.winLookedOn',
        'plan.startOn',
        'workspace.name as workspace',
        'account.id as accountId',
        'account.name as account',
        'reference.state as referenceState',
        'reference.covers',
        'reference.limits',
        (row) => confirmedOn(row, workspaceId).as('result'),
        measurementsOf(db, workspaceId, 'plan').as('measurements'),
        (row) => lastAnswerOf(row, workspaceId).as('answer'),
      ])
      .where('plan.workspaceId', '=', workspaceId)
      .where('plan.id', '=', planId),
  { workspaceId: 'a workspace', planId: 'a plan' },
)

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
        reachedOn: ref('winResult.reachedOn'),
        on: ref('winResult.confirmedOn'),
        by: ref('planParticipant.name'),
      }).as('it'),
    )
    .where('winResult.workspaceId', '=', workspaceId)
    .whereRef('winResult.planId', '=', 'plan.id')

const lastAnswerOf = (plan: PlanRow, workspaceId: string) =>
  plan
    .selectFrom('winAnswer')
    .select(({ ref }) =>
      jsonBuildObject({
        kind: ref('winAnswer.kind'),
        text: ref('winAnswer.text'),
        measureOn: ref('winAnswer.measureOn'),
        by: ref('winAnswer.personName'),
        at: ref('winAnswer.at'),
      }).as('it'),
    )
    .where('winAnswer.workspaceId', '=', workspaceId)
    .whereRef('winAnswer.planId', '=', 'plan.id')
    .orderBy('winAnswer.at', 'desc')
    .limit(1)

type Terms = { baseline: string; target: string; winBy: string }

/** Numbers and dates as the columns hold them, for people. */
const withNumbers = <Stored extends Terms>({ baseline, target, winBy, ...words }: Stored) => ({
  ...words,
  baseline: Number(baseline),
  target: Number(target),
  winBy: winBy as IsoDate,
})
