import { viewOf } from '#app/plan/build-view.ts'
import { isHiddenFrom } from '#app/plan/cut-rows.ts'
import { type ToldFault, tellFaults } from '#app/plan/fault-words.ts'
import type { PlanMaterial } from '#app/plan/material.ts'
import { type PlanRows, computePlan } from '#app/plan/network.ts'
import type { PlanView } from '#app/plan/view.ts'
import type { IsoDate } from '#app/schedule/model.ts'
import { type Edit, nameOf, stepsOf, storedValue, withEdit } from './edits.ts'

/** A plan with edits made: its view, or what keeps it from being computed. */
export type Tried = { ok: true; view: PlanView } | { ok: false; faults: ToldFault[] }

/** The material with edits made. Advice is for the plan as it stands, so a tried one has none. */
export const applyEdits = (material: PlanMaterial, edits: readonly Edit[]): PlanMaterial => ({
  ...material,
  rows: edits.reduce((rows, edit) => withEdit(rows, edit), material.rows),
  advice: [],
})

/**
 * The plan as it would be: the same view by the same function, from changed material.
 * @param about the step whose fields are typed in, if one is
 */
export function tryEdits(material: PlanMaterial, edits: readonly Edit[], about?: string): Tried {
  const changed = applyEdits(material, edits)
  const wrong = edits.flatMap((edit) => contradictionOf(changed, edit))
  if (wrong.length > 0) return { ok: false, faults: wrong }
  const result = computePlan(changed.rows, material.today)
  if (!result.ok)
    return { ok: false, faults: tellFaults(changed.rows, { side: material.viewer.side, about }, result.faults) }
  return { ok: true, view: viewOf(changed, result.schedule) }
}

/** What the engine could compute and a plan must not hold. */
export function contradictionOf({ rows, today }: { rows: PlanRows; today: IsoDate }, edit: Edit): ToldFault[] {
  const told = (message: string): ToldFault[] => [{ field: nameOf(edit), task: null, message }]
  const { plan } = rows
  if (edit.field === 'criticalDate' || edit.field === 'winBy')
    return plan.winBy < plan.criticalDate ? told('The first win cannot come before the critical date.') : []
  if (edit.field !== 'startedOn' || edit.value === null) return []
  const task = rows.tasks.find(({ id }) => id === edit.task)
  if (edit.value > today) return told('This day is still to come.')
  return task?.doneOn && task.doneOn < edit.value ? told('This is after the step was done.') : []
}

/** Only those edits that would change something of the plan. */
export const realEdits = (material: Pick<PlanMaterial, 'rows'>, edits: readonly Edit[]): Edit[] =>
  edits.filter((edit) => {
    const stored = storedValue(material.rows, edit)
    return stored !== undefined && stored !== edit.value
  })

/** Whether the reader may keep these: what the other side keeps to itself only that side can change. */
export const mayKeep = ({ rows, viewer }: Pick<PlanMaterial, 'rows' | 'viewer'>, edits: readonly Edit[]): boolean =>
  viewer.may.edit &&
  edits.every((edit) =>
    stepsOf(edit).every((id) => {
      const task = rows.tasks.find((it) => it.id === id)
      return task !== undefined && !isHiddenFrom(task, viewer.side)
    }),
  )
