import { type WorkspaceTransaction, inWorkspace } from '#db/workspace.ts'
import { type Standing, mayEver } from '#app/access/policy.ts'
import type { Viewer } from '#app/access/session.server.ts'
import { todayIn } from '#app/kit/clock.ts'
import type { Parts } from '#app/kit/parts.ts'
import type { FirstWinView } from '#app/plan/view.ts'
import { answerOf } from '#app/references/model.ts'
import type { ReferenceAnswer } from '#app/references/components/reference-words.ts'
import { notFound } from '#app/runner/refusal.ts'
import type { IsoDate } from '#app/schedule/model.ts'
import type { WonView } from './components/won-card.tsx'
import type { HeardView } from './components/what-we-heard.tsx'
import { listHeard } from './heard.server.ts'
import { confirmersOf, listSeats } from './seats.server.ts'

export type ValueViewer = { actor: Viewer['actor']; standings: ReadonlySet<Standing> }

/** What the slots of the plan page need of value, cut to this viewer. */
export type PlanWinView = {
  /** Null until the win is confirmed. */
  won: WonView | null
  reference: {
    answer: ReferenceAnswer
    /** Whether this viewer is the one who answers. */
    mayAnswer: boolean
  } | null
  confirmers: { id: string; name: string }[]
  /** Whether this viewer may record the result now. */
  mayConfirm: boolean
  mayCorrect: boolean
  heard: HeardView[]
}

export type WinFormView = {
  win: FirstWinView
  workspace: string
  account: string
  project: string
  today: IsoDate
  /** The value confirmed before. */
  measured: number | null
  /** What this viewer may do here now; the page says who may, where it is nothing. */
  may: 'confirm' | 'correct' | null
  closed: 'lost' | 'archived' | null
}

/** Win result, reference, confirmers and the sheets that this viewer may read, in three queries. @throws Refusal 404 */
export async function getWinForPlan(
  parts: Pick<Parts, 'db'>,
  { actor, standings }: ValueViewer,
  planId: string,
): Promise<PlanWinView> {
  const { workspaceId } = actor
  return inWorkspace(parts.db, workspaceId, async (trx) => {
    const found = await findWin(trx, workspaceId, planId)
    if (!found) throw notFound()
    const confirmers = confirmersOf(await listSeats(trx, workspaceId, planId))
    const heard = await listHeard(trx, { actor, standings }, planId, found.timeZone)
    return {
      won: wonView(found),
      reference: found.measured
        ? { answer: answerOf(found.referenceState), mayAnswer: mayEver('answer-reference', standings) }
        : null,
      confirmers: confirmers.map(({ id, name }) => ({ id, name })),
      mayConfirm: isOpen(found) && mayEver('confirm-first-win', standings),
      mayCorrect: found.measured !== null && mayEver('correct-first-win', standings),
      heard,
    }
  })
}

/** What the page asks of who records the result. @throws Refusal 404 */
export async function getWinForForm(
  parts: Pick<Parts, 'db' | 'clock'>,
  { actor, standings }: ValueViewer,
  planId: string,
): Promise<WinFormView> {
  const { workspaceId } = actor
  return inWorkspace(parts.db, workspaceId, async (trx) => {
    const found = await findWin(trx, workspaceId, planId)
    if (!found) throw notFound()
    const confirmers = confirmersOf(await listSeats(trx, workspaceId, planId))
    const may =
      found.measured !== null
        ? mayEver('correct-first-win', standings) && ('correct' as const)
        : isOpen(found) && mayEver('confirm-first-win', standings) && ('confirm' as const)
    return {
      win: {
        statement: found.statement,
        measure: found.measure,
        unit: found.unit,
        baseline: Number(found.baseline),
        target: Number(found.target),
        winBy: found.winBy as IsoDate,
        announcedTo: found.announcedTo,
        confirmers: confirmers.map(({ name }) => name),
      },
      workspace: found.workspace,
      account: found.account,
      project: found.project,
      today: todayIn(found.timeZone, parts.clock.now()),
      measured: found.measured === null ? null : Number(found.measured),
      may: may || null,
      closed: found.archivedAt ? 'archived' : found.state === 'lost' ? 'lost' : null,
    }
  })
}

type Win = NonNullable<Awaited<ReturnType<typeof findWin>>>

const isOpen = ({ state, archivedAt }: Win) => !archivedAt && state !== 'won' && state !== 'lost'

function wonView(found: Win): WonView | null {
  const { measured, confirmedOn, confirmedBy } = found
  if (measured === null || confirmedOn === null) return null
  return {
    account: found.account,
    project: found.project,
    statement: found.statement,
    measure: found.measure,
    unit: found.unit,
    baseline: Number(found.baseline),
    target: Number(found.target),
    measured: Number(measured),
    by: confirmedBy ?? found.account,
    on: confirmedOn,
    winBy: found.winBy,
    announcedTo: found.announcedTo,
  }
}

const findWin = (trx: WorkspaceTransaction, workspaceId: string, planId: string) =>
  trx
    .selectFrom('plan')
    .innerJoin('workspace', 'workspace.workspaceId', 'plan.workspaceId')
    .innerJoin('account', (join) =>
      join.onRef('account.workspaceId', '=', 'plan.workspaceId').onRef('account.id', '=', 'plan.accountId'),
    )
    .leftJoin('winResult', (join) =>
      join.onRef('winResult.workspaceId', '=', 'plan.workspaceId').onRef('winResult.planId', '=', 'plan.id'),
    )
    .leftJoin('participant', (join) =>
      join
        .onRef('participant.workspaceId', '=', 'winResult.workspaceId')
        .onRef('participant.id', '=', 'winResult.participantId'),
    )
    .leftJoin('reference', (join) =>
      join.onRef('reference.workspaceId', '=', 'plan.workspaceId').onRef('reference.planId', '=', 'plan.id'),
    )
    .select([
      'plan.state',
      'plan.archivedAt',
      'plan.timeZone',
      'plan.project',
      'plan.winStatement as statement',
      'plan.winMeasure as measure',
      'plan.winUnit as unit',
      'plan.winBaseline as baseline',
      'plan.winTarget as target',
      'plan.winBy',
      'plan.winAnnouncedTo as announcedTo',
      'workspace.name as workspace',
      'account.name as account',
      'winResult.measured',
      'winResult.confirmedOn',
      'participant.name as confirmedBy',
      'reference.state as referenceState',
    ])
    .where('plan.workspaceId', '=', workspaceId)
    .where('plan.id', '=', planId)
    .executeTakeFirst()
