import type { PlanContent } from '../plan-file/plan-file.ts'
import type { Stage } from '#app/plan/core/stages.ts'
import type { Side } from '#app/schedule/model.ts'
import type { ShownTable } from './shown-table.ts'

/** What a page shows of a plan that was read and not created yet. */
export type ShownPlanFile = {
  kind: 'plan'
  /** The plan as its form carries it on. */
  plan: string
  account: string
  project: string
  milestones: { stage: Stage; title: string; tasks: ShownTask[] }[]
}

type ShownTask = { key: string; title: string; owner: string | null; side: Side; durationDays: number }

export type ShownImport = ShownPlanFile | ShownTable

export const shownImport = (content: PlanContent): ShownPlanFile => ({
  kind: 'plan',
  plan: JSON.stringify(content),
  account: content.account,
  project: content.project,
  milestones: content.milestones.map(({ stage, title, tasks }) => ({
    stage,
    title,
    tasks: tasks.map(({ key, title, owner, side, durationDays }) => ({ key, title, owner, side, durationDays })),
  })),
})
