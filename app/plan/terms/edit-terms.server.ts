import { addDays, daysBetween } from '#app/schedule/dates.ts'
import type { IsoDate } from '#app/schedule/model.ts'
import { type CommandContext, defineCommand } from '#app/runner/command.ts'
import { changedFields } from '#app/runner/events/changed-fields.ts'
import { type Fault, wrongFields } from '#app/runner/refusal.ts'
import { isOfWin } from '../agreed-terms/agreed-changes.ts'
import { changeMeasuring, comparedMeasuring, isOfMeasuring } from '../core/change-measuring.server.ts'
import { firstWinOf, numberOrNull, saidOrNull } from '../core/first-win.ts'
import { firstWinFaults } from '../core/first-win-faults.ts'
import { termsInput } from '../model.ts'
import type { StoredPlan } from '../core/plan-rows.server.ts'
import { extendCalendars } from '../core/extend-calendars.server.ts'
import { checkSchedule, raiseTerms, takePlan } from '../core/take-task.server.ts'
import { tellServices } from '../core/tell-services.server.ts'
import { raiseWinVersion } from '../core/won-plan.server.ts'
import { makeUndoable } from '../undo/make-undoable.server.ts'
import { isWinMeasured } from '../core/is-win-measured.server.ts'
import { unitStaysWords } from '../core/unit-stays-words.ts'
import { emptiedTermWords, unitWords } from './terms-page-words.ts'
import { termLabels } from '../core/terms-words.ts'
import { refusals } from '#app/runner/refusal-words.ts'

/** The project's name and what happens if the date is missed are no part of what is agreed. */
const free = ['project', 'ifMissed']

/** Changes the project, the critical date with its reason, the first win, or how it is measured, which is no term. */
export const editTerms = defineCommand({
  name: 'edit-terms',
  scope: 'plan',
  input: termsInput,
  // The day of the win is compared below: while the win is open it moves with the critical date.
  contradictions: ({ baseline, target }) => firstWinFaults({ baseline, target }),
  current({ row }) {
    return Promise.resolve({
      subjectId: row.id,
      fields: {
        project: { label: termLabels.project, value: row.project },
        criticalDate: { label: termLabels.criticalDate, value: row.criticalDate },
        criticalReason: { label: termLabels.criticalReason, value: saidOrNull(row.criticalReason) },
        ifMissed: { label: termLabels.ifMissed, value: row.ifMissed },
        statement: { label: termLabels.statement, value: saidOrNull(row.winStatement) },
        measure: { label: termLabels.measure, value: saidOrNull(row.winMeasure) },
        unit: { label: termLabels.unit, value: saidOrNull(row.winUnit) },
        baseline: { label: termLabels.baseline, value: numberOrNull(row.winBaseline) },
        target: { label: termLabels.target, value: numberOrNull(row.winTarget) },
        winBy: { label: termLabels.winBy, value: row.winBy },
        announcedTo: { label: termLabels.announcedTo, value: saidOrNull(row.winAnnouncedTo) },
        ...comparedMeasuring(row),
      },
    })
  },
  run: makeUndoable(async (context, wanted) => {
    const { trx, workspaceId, row, input, record, todayIn } = context
    const sent = new Set([...wanted].filter((field) => !isOfMeasuring(field)))
    const measuring = { wanted: input, touched: wanted }
    if (sent.size === 0) {
      await changeMeasuring(context, { ...measuring, subject: saidOrNull(row.winStatement) ?? row.project })
      return null
    }
    const before = await takePlan(context)
    const { plan } = before
    const touched = new Set(sent)
    const winDay = openWinDay(plan, sent.has('criticalDate') ? input.criticalDate : undefined)
    if (winDay !== plan.winBy) touched.add('winBy')
    const pick = <Value>(field: string, wanted: Value | undefined, stored: Value): Value =>
      touched.has(field) && wanted !== undefined ? wanted : stored
    const next = {
      project: pick('project', input.project, plan.project),
      criticalDate: pick('criticalDate', input.criticalDate, plan.criticalDate),
      criticalReason: pick('criticalReason', input.criticalReason, plan.criticalReason),
      ifMissed: pick('ifMissed', input.ifMissed, plan.ifMissed),
      winStatement: pick('statement', input.statement, plan.winStatement),
      winMeasure: pick('measure', input.measure, plan.winMeasure),
      winUnit: pick('unit', input.unit, plan.winUnit),
      winBaseline: pick('baseline', input.baseline, plan.winBaseline),
      winTarget: pick('target', input.target, plan.winTarget),
      winBy: sent.has('winBy') && input.winBy !== undefined ? input.winBy : winDay,
      winAnnouncedTo: pick('announcedTo', input.announcedTo, plan.winAnnouncedTo),
    }
    // A day that has passed may stand where it was agreed; no one can newly want it.
    const today = todayIn(row.timeZone)
    const passed = (['criticalDate', 'winBy'] as const).filter((field) => touched.has(field) && next[field] < today)
    const wrong = [
      ...emptied(termsValues(plan), termsValues(next)),
      ...passed.map((field) => ({ field, message: refusals.datePassed })),
      ...(await unitFaults(context, { plan, next, touched, unitHolds: input.unitHolds === true })),
      ...firstWinFaults({ ...next, baseline: next.winBaseline, target: next.winTarget }),
    ]
    if (wrong.length > 0) throw wrongFields(wrong)
    await trx
      .updateTable('plan')
      .set(storedTerms(next))
      .where('workspaceId', '=', workspaceId)
      .where('id', '=', row.id)
      .execute()
    if (touched.has('winBy')) await extendCalendars(context, row.id)
    if ([...touched].some((field) => !free.includes(field))) await raiseTerms(context)
    if ([...touched].some((field) => isOfWin(field))) {
      await raiseWinVersion(trx, { workspaceId, planId: row.id })
      const win = firstWinOf(next)
      if (win) await tellServices(context, win.statement)
    }
    await record({
      event: 'terms changed',
      subjectId: row.id,
      subject: next.project,
      changes: changedFields(
        termsFields.filter((field) => touched.has(field)),
        termsValues(plan),
        termsValues(next),
      ),
    })
    await changeMeasuring(context, { ...measuring, subject: next.winStatement ?? next.project })
    await checkSchedule(context, { before, today })
    return null
  }),
})

/** The day of a first win that is not defined keeps its distance from the critical date: no one chose it. */
const openWinDay = (plan: StoredPlan, criticalDate: IsoDate | undefined): IsoDate =>
  criticalDate && firstWinOf(plan) === null
    ? addDays(plan.winBy, daysBetween(plan.criticalDate, criticalDate))
    : plan.winBy

type UnitChange = {
  plan: Terms
  next: Terms
  touched: ReadonlySet<string>
  unitHolds: boolean
}

/** Figures in one unit mean nothing in another: what was measured keeps it, and an old baseline or target is asked about. */
async function unitFaults(
  { trx, workspaceId, row }: Pick<CommandContext<unknown, 'plan'>, 'trx' | 'workspaceId' | 'row'>,
  { plan, next, touched, unitHolds }: UnitChange,
): Promise<Fault[]> {
  if (!touched.has('unit') || plan.winUnit === null || next.winUnit === null) return []
  if (await isWinMeasured(trx, { workspaceId, planId: row.id }))
    return [{ field: 'unit', message: unitStaysWords(plan.winUnit) }]
  const isSaid = plan.winBaseline !== null || plan.winTarget !== null
  const areNew = touched.has('baseline') && touched.has('target')
  if (!isSaid || areNew || unitHolds) return []
  return [{ field: 'unitHolds', message: unitWords.ask(plan.winUnit, next.winUnit) }]
}

/** What has been said can be changed, but not taken away. */
const emptied = (before: TermsValues, after: TermsValues) =>
  lasting
    .filter((field) => before[field] !== null && after[field] === null)
    .map((field) => ({ field, message: emptiedTermWords[field] }))

const lasting = ['criticalReason', 'statement', 'measure', 'unit', 'baseline', 'target', 'announcedTo'] as const

type TermsValues = ReturnType<typeof termsValues>

type Terms = Pick<
  StoredPlan,
  'project' | 'criticalDate' | 'criticalReason' | 'ifMissed' | 'winStatement' | 'winMeasure' | 'winUnit'
> &
  Pick<StoredPlan, 'winBaseline' | 'winTarget' | 'winBy' | 'winAnnouncedTo'>

/** The plan's terms as its row has them: texts that were not said yet are empty. */
const storedTerms = (terms: Terms) => ({
  ...terms,
  criticalReason: terms.criticalReason ?? '',
  winStatement: terms.winStatement ?? '',
  winMeasure: terms.winMeasure ?? '',
  winUnit: terms.winUnit ?? '',
  winAnnouncedTo: terms.winAnnouncedTo ?? '',
})

/** The plan's terms under the names of their fields, as the activity keeps them. */
const termsValues = (plan: Terms) => ({
  project: plan.project,
  criticalDate: plan.criticalDate,
  criticalReason: plan.criticalReason,
  ifMissed: plan.ifMissed,
  statement: plan.winStatement,
  measure: plan.winMeasure,
  unit: plan.winUnit,
  baseline: plan.winBaseline,
  target: plan.winTarget,
  winBy: plan.winBy,
  announcedTo: plan.winAnnouncedTo,
})

const termsFields = [
  ...(['project', 'criticalDate', 'criticalReason', 'ifMissed', 'statement', 'measure', 'unit'] as const),
  ...(['baseline', 'target', 'winBy', 'announcedTo'] as const),
]
