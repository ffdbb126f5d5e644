import type { WorkspaceReading } from '#db/reading.ts'
import { todayIn } from '#app/kit/clock.ts'
import type { Parts } from '#app/kit/parts.ts'
import type { FirstWin, OpenWin } from '#app/plan/core/first-win.ts'
import { type Sight, mayEver, sightOf } from '#app/policy/policy.ts'
import { mayOnPlanAsItStands } from '#app/runner/plan-end.ts'
import { notFound } from '#app/runner/refusal.ts'
import { addDays } from '#app/schedule/dates.ts'
import type { IsoDate } from '#app/schedule/model.ts'
import { confirmersOf, listPlanPeople } from '../plan-people.server.ts'
import type { ValueViewer } from '../value-viewer.ts'
import { type AnswerView, answerView } from './answer-view.ts'
import { askingRest } from './asking-rest.ts'
import { type StoredWinView, findWin, isWinOpen } from './find-win.server.ts'
import { type WinTasksView, getWinTasks } from './get-win-tasks.server.ts'
import { type FurtherWinView, listFurtherWins } from './list-further-wins.server.ts'
import type { MeasurementView } from './measurement-view.ts'
import type { MeasuringView } from './measuring-view.ts'
import type { WonView } from './won-view.ts'

export type ResultsView = {
  project: string
  account: string
  workspace: string
  today: IsoDate
  win: FirstWin | OpenWin
  won: WonView | null
  measurements: MeasurementView[]
  /** The day from which the chart begins. */
  start: IsoDate
  /** The day on which the customer looks at the result. */
  measureOn: IsoDate | null
  /** The tasks that the first win depends on, and what looks wrong with it, for those who may change it. */
  tasks: WinTasksView['tasks']
  doubts: WinTasksView['doubts']
  measuring: MeasuringView
  mayPlan: boolean
  /** For the vendor: whether this reader may say that services has looked at it; null for the customer. */
  mayLook: boolean | null
  /** Wins besides the first one. */
  others: FurtherWinView[]
  /** What the two sides said about it, the latest first. */
  answers: AnswerView[]
  /** Names of those who may confirm it. */
  confirmers: string[]
  /** The name of the lead, who hears why not yet. */
  lead: string
  may: { measure: boolean; remove: boolean; say: boolean; confirm: boolean; ask: boolean }
  mayOfOthers: { addWin: boolean; measureWin: boolean; confirmWin: boolean; removeMeasured: boolean }
  /** The day from which the vendor may ask again; null where it may now, or where there is no champion to ask. */
  askAgainOn: IsoDate | null
  champion: string | null
}

/** The first win with all that was measured and said about it. @throws Refusal 404 */
export async function getResults(
  parts: Pick<Parts, 'reads' | 'clock'>,
  { actor, standings }: ValueViewer,
  planId: string,
): Promise<ResultsView> {
  const { workspaceId } = actor
  return parts.reads.in(workspaceId, async (trx) => {
    const [found, people, answers, lead, others, { tasks, doubts }] = await Promise.all([
      findWin(trx, workspaceId, planId),
      listPlanPeople(trx, workspaceId, planId),
      listAnswers(trx, workspaceId, planId),
      findLeadName(trx, workspaceId, planId),
      listFurtherWins(trx, { workspaceId, planId }),
      getWinTasks(trx, { workspaceId, planId, sight: sightOf(standings) }),
    ])
    if (!found) throw notFound()
    const today = todayIn(found.timeZone, parts.clock.now())
    const shown = answers.map((answer) => answerView(answer, found.timeZone))
    const isOpen = isWinOpen(found)
    const may = (command: Parameters<typeof mayEver>[0]) => isOpen && mayEver(command, standings)
    return {
      project: found.project,
      account: found.account,
      workspace: found.workspace,
      today,
      win: found.win,
      won: wonOf(found),
      measurements: found.measurements,
      start: found.start,
      measureOn: isOpen ? found.measureOn : null,
      measuring: measuringOf(found, sightOf(standings)),
      mayPlan: may('plan-measuring'),
      mayLook: sightOf(standings) === 'vendor' && isOpen ? may('look-at-win') : null,
      tasks,
      doubts: mayOnPlanAsItStands('edit-terms', standings, found) ? doubts : [],
      others,
      answers: shown,
      confirmers: confirmersOf(people).map(({ name }) => name),
      lead,
      may: {
        measure: may('record-measurement'),
        remove: may('remove-measurement'),
        say: may('say-not-yet'),
        confirm: may('confirm-first-win'),
        ask: may('ask-for-result'),
      },
      mayOfOthers: {
        addWin: mayOnPlanAsItStands('add-further-win', standings, found),
        measureWin: mayOnPlanAsItStands('record-measurement', standings, found),
        confirmWin: mayOnPlanAsItStands('confirm-further-win', standings, found),
        removeMeasured: mayEver('remove-measurement', standings),
      },
      askAgainOn: askAgainOn(shown[0], today),
      champion: people.find(({ role }) => role === 'champion')?.name ?? null,
    }
  })
}

const wonOf = ({ result, account, project }: StoredWinView): WonView | null => result && { ...result, account, project }

/** A look at older words does not count, and is told to the vendor alone. */
const measuringOf = (found: StoredWinView, sight: Sight): MeasuringView => ({
  baselineHow: found.winBaselineHow,
  measuredBy: found.winMeasuredBy,
  measureOn: found.measureOn,
  winVersion: found.winVersion,
  looked:
    sight === 'vendor' && found.winLookedVersion === found.winVersion && found.winLookedBy && found.winLookedOn
      ? { by: found.winLookedBy, on: found.winLookedOn }
      : null,
})

/** A question that is not answered rests for a week. */
function askAgainOn(last: AnswerView | undefined, today: IsoDate): IsoDate | null {
  if (last?.kind !== 'asked') return null
  const again = addDays(last.on, askingRest)
  return today < again ? again : null
}

const listAnswers = (trx: WorkspaceReading, workspaceId: string, planId: string) =>
  trx
    .selectFrom('winAnswer')
    .select(['kind', 'text', 'measureOn', 'personName as by', 'at'])
    .where('workspaceId', '=', workspaceId)
    .where('planId', '=', planId)
    .orderBy('at', 'desc')
    .limit(50)
    .execute()

async function findLeadName(trx: WorkspaceReading, workspaceId: string, planId: string): Promise<string> {
  const lead = await trx
    .selectFrom('plan')
    .innerJoin('member', (join) =>
      join.onRef('member.workspaceId', '=', 'plan.workspaceId').onRef('member.id', '=', 'plan.leadId'),
    )
    .select('member.name')
    .where('plan.workspaceId', '=', workspaceId)
    .where('plan.id', '=', planId)
    .executeTakeFirst()
  return lead?.name ?? ''
}
