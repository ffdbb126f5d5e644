import { type MilestoneRow, type PlanRows, type TaskRow, closedBy, lacksProof } from '../core/compute-plan.ts'
import { stages } from '../core/stages.ts'

export type ClosedGate = { gate: MilestoneRow; openTasks: number; lacksEvidence: boolean }

/**
 * The first gate that holds a task back: a milestone of an earlier stage with open tasks, or without the evidence it asks for. An empty
 * one asks for its evidence alone. Gates hold check-offs and starts, never dates.
 */
export function gateBefore(rows: PlanRows, { milestoneId }: Pick<TaskRow, 'milestoneId'>): ClosedGate | null {
  const stage = rows.milestones.find(({ id }) => id === milestoneId)?.stage
  if (!stage) return null
  const earlier = rows.milestones.filter((it) => it.isGate && stages.indexOf(it.stage) < stages.indexOf(stage))
  for (const gate of earlier) {
    const closed = closedBy(rows.milestones, gate.id)
    const ids = new Set(closed.map(({ id }) => id))
    const openTasks = rows.tasks.filter((task) => task.doneOn === null && ids.has(task.milestoneId)).length
    const lacksEvidence = closed.some(lacksProof)
    if (openTasks > 0 || lacksEvidence) return { gate, openTasks, lacksEvidence }
  }
  return null
}
