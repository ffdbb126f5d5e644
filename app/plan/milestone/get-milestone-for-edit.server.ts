import type { PlanReader } from '#app/policy/plan-reader.ts'
import { sightOf } from '#app/policy/policy.ts'
import type { Parts } from '#app/kit/parts.ts'
import { notFound } from '#app/runner/refusal.ts'
import type { OptionGroup } from '#app/ui/option.ts'
import { goalsOf, isGoal } from '../core/compute-plan.ts'
import { isHiddenFrom } from '../core/cut-rows.ts'
import { milestoneChoices } from '../outline/milestone-choices.ts'
import { type OnePlaceMoves, movesOf } from '../outline/moves.ts'
import { loadPlan } from '../core/plan-rows.server.ts'
import type { Stage } from '../core/stages.ts'
import type { EvidenceValues } from './evidence-values.ts'

export type MilestoneForEdit = {
  project: string
  values: { title: string; stage: Stage } & EvidenceValues
  /** What proves it, and what was recorded; null where nothing is asked for. */
  evidence: { exitEvidence: string; evidence: string; passedWithout: string } | null
  /** The first win is confirmed, and asks for nothing else. */
  isWin: boolean
  /** Go-live and the first win end their stages: they stay there, last. */
  isGoal: boolean
  moves: OnePlaceMoves
  /** The tasks of it that the reader sees. */
  tasks: { id: string; title: string }[]
  /** Whether it has tasks, also such as the reader does not see. */
  hasTasks: boolean
  /** The other milestones of the plan. */
  others: OptionGroup[]
}

/** A milestone for its form, with where it and its tasks can go. @throws Refusal 404 */
export function getMilestoneForEdit(
  parts: Pick<Parts, 'reads'>,
  { actor, standings }: PlanReader,
  planId: string,
  milestoneId: string,
): Promise<MilestoneForEdit> {
  const sight = sightOf(standings)
  return parts.reads.in(actor.workspaceId, async (trx) => {
    const rows = await loadPlan(trx, actor.workspaceId, planId)
    const milestone = rows?.milestones.find(({ id }) => id === milestoneId)
    if (!rows || !milestone) throw notFound()
    const { title, stage, exitEvidence, proof, isGate } = milestone
    const isWin = goalsOf(rows.milestones).win === milestoneId
    const tasks = rows.tasks.filter((task) => task.milestoneId === milestoneId)
    const movable = rows.milestones.filter((it) => it.stage === stage && !isGoal(rows.milestones, it.id))
    return {
      project: rows.plan.project,
      values: { title, stage, exitEvidence: exitEvidence ?? '', gate: isGate ? 'yes' : 'no' },
      evidence:
        exitEvidence === null || isWin
          ? null
          : {
              exitEvidence,
              evidence: proof?.kind === 'evidence' ? proof.text : '',
              passedWithout: proof?.kind === 'reason' ? proof.text : '',
            },
      isWin,
      isGoal: isGoal(rows.milestones, milestoneId),
      moves: movesOf(
        movable.map(({ id }) => id),
        milestoneId,
      ),
      tasks: tasks.filter((task) => !isHiddenFrom(task, sight)).map((task) => ({ id: task.id, title: task.title })),
      hasTasks: tasks.length > 0,
      others: milestoneChoices(rows.milestones.filter(({ id }) => id !== milestoneId)),
    }
  })
}
