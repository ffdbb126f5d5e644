import { viewWithSchedule } from '../view/build-view.ts'
import { isHiddenFrom } from '../core/cut-rows.ts'
import { type ToldFault, tellFaults } from '../core/tell-faults.ts'
import { faultsOfWinDate } from '../core/first-win-faults.ts'
import type { PlanMaterial } from '../view/plan-material.ts'
import { type PlanRows, computePlan, finishOf } from '../core/compute-plan.ts'
import type { PlanView } from '../view/plan-view.ts'
import { beyondBounds, endsTooLate } from '../core/plan-bounds.ts'
import { refusals } from '#app/runner/refusal-words.ts'
import { fieldWords } from '#app/kit/field-words.ts'
import { bounds, textSizes } from '#app/kit/limits.ts'
import { farDateQuestion } from '#app/kit/near-dates.ts'
import type { ScheduleFault, IsoDate } from '#app/schedule/model.ts'
import { isIsoDate } from '#app/schedule/dates.ts'
import { type Edit, editNameOf, tasksOfEdit } from '../edits/edit.ts'
import { storedEditValue, withEdit } from '../edits/with-edit.ts'
import { editRefusals } from '../edits/edit-refusal-words.ts'
import { contradictionRefusals, planRefusals } from '../core/plan-refusal-words.ts'

/** A plan with edits made: its rows, and its view or what keeps it from being computed. */
export type PreviewedEdits = { rows: PlanRows } & ({ ok: true; view: PlanView } | { ok: false; faults: ToldFault[] })

/** The material with edits made. Advice is for the plan as it stands, so a tried one has none. */
export const applyEdits = (material: PlanMaterial, edits: readonly Edit[]): PlanMaterial => ({
  ...material,
  rows: edits.reduce((rows, edit) => withEdit(rows, edit), material.rows),
  advice: [],
})

/**
 * The plan as it would be: the same view by the same function, from changed material.
 * @param about the task whose fields are typed in, if one is
 */
export function previewEdits(material: PlanMaterial, edits: readonly Edit[], about?: string): PreviewedEdits {
  const changed = applyEdits(material, edits)
  const wrong = [...unwantedIn(material, edits), ...edits.flatMap((edit) => contradictionOf(changed, edit))]
  const refused = (faults: ToldFault[]): PreviewedEdits => ({ ok: false, rows: changed.rows, faults })
  if (wrong.length > 0) return refused(wrong)
  const { today, rows } = material
  const told = (faults: ScheduleFault[]): PreviewedEdits =>
    refused(tellFaults(changed.rows, { sight: material.viewer.sight, about }, faults))
  const tooMuch = beyondBounds(rows, changed.rows, today)
  if (tooMuch.length > 0) return told(tooMuch)
  const result = computePlan(changed.rows, today)
  if (!result.ok) return told(result.faults)
  const tooLate = endsTooLate(finishOf(result), () => finishOf(computePlan(rows, today)), today)
  if (tooLate.length > 0) return told(tooLate)
  return { ok: true, rows: changed.rows, view: viewWithSchedule(changed, result.schedule) }
}

/** What the forms of terms and calendars would not take either. What is put back is not asked: it has stood there before. */
export function unwantedIn({ rows, today }: { rows: PlanRows; today: IsoDate }, edits: readonly Edit[]): ToldFault[] {
  const told = (field: string, message: string): ToldFault => ({ field, task: null, message })
  if (edits.length > bounds.edits) return [told('', editRefusals.tooMany)]
  const { vendorCalendar, customerCalendar } = edits
    .filter(({ field }) => field === 'closed')
    .reduce(withEdit, rows).plan
  return edits.flatMap((edit) => {
    const name = editNameOf(edit)
    const far = daysOf(edit).find((day) => day !== storedEditValue(rows, edit) && farDateQuestion(day, today))
    if (far) return [told(name, farDateQuestion(far, today) ?? '')]
    if (edit.field === 'durationDays' && edit.value === 0 && storedEditValue(rows, edit) !== 0)
      return [told(name, editRefusals.noDays)]
    if (edit.field === 'criticalDate' || edit.field === 'winBy')
      return edit.value < today && edit.value !== rows.plan[edit.field] ? [told(name, refusals.datePassed)] : []
    if (edit.field !== 'closed' || edit.value === null) return []
    if (edit.value.split('\n').some((why) => why.length > textSizes.dayOff))
      return [told(name, editRefusals.longReason)]
    if (/\p{Cc}/u.test(edit.value.replaceAll('\n', ' '))) return [told(name, fieldWords.unsaveable)]
    const { closed } = edit.side === 'vendor' ? vendorCalendar : customerCalendar
    return closed.length > bounds.calendarRows ? [told(name, planRefusals.mostRows(bounds.calendarRows))] : []
  })
}

/** The days that an edit would bring into a plan. */
const daysOf = (edit: Edit): IsoDate[] =>
  edit.field === 'closed'
    ? edit.value === null
      ? []
      : [edit.from, edit.to]
    : isIsoDate(edit.value)
      ? [edit.value]
      : []

/** What the engine could compute and a plan must not hold. */
export function contradictionOf({ rows, today }: { rows: PlanRows; today: IsoDate }, edit: Edit): ToldFault[] {
  const told = (message: string): ToldFault[] => [{ field: editNameOf(edit), task: null, message }]
  const { plan } = rows
  if ((edit.field === 'criticalDate' || edit.field === 'winBy') && plan.state === 'won') return told(editRefusals.won)
  if (edit.field === 'criticalDate' || edit.field === 'winBy')
    return faultsOfWinDate(plan).flatMap(({ message }) => told(message))
  if (edit.field !== 'startedOn' || edit.value === null) return []
  const task = rows.tasks.find(({ id }) => id === edit.task)
  if (edit.value > today) return told(planRefusals.dateInFuture)
  return task?.doneOn && task.doneOn < edit.value ? told(contradictionRefusals.startedAfterDone) : []
}

/** The list with a bar's move. Where the bar is back on the day on which its task would start anyway, no day is held for it. */
export function withMove(material: PlanMaterial, edits: readonly Edit[], move: Edit): Edit[] {
  const others = edits.filter((edit) => editNameOf(edit) !== editNameOf(move))
  const result = move.field === 'notBefore' ? computePlan(applyEdits(material, others).rows, material.today) : null
  const isBack = result?.ok && 'task' in move && result.schedule.datesOf(move.task).earlyStart === move.value
  return isBack ? others : [...others, move]
}

/** Only those edits that would change something of the plan. */
export const realEdits = (material: Pick<PlanMaterial, 'rows'>, edits: readonly Edit[]): Edit[] =>
  edits.filter((edit) => {
    const stored = storedEditValue(material.rows, edit)
    return stored !== undefined && stored !== edit.value
  })

/** Whether the reader may keep these: what the other side keeps to itself only that side can change. */
export const mayApply = ({ rows, viewer }: Pick<PlanMaterial, 'rows' | 'viewer'>, edits: readonly Edit[]): boolean =>
  viewer.may.edit &&
  edits.every((edit) =>
    tasksOfEdit(edit).every((id) => {
      const task = rows.tasks.find((it) => it.id === id)
      return task !== undefined && !isHiddenFrom(task, viewer.sight)
    }),
  )
