import type { PlanContent } from '../plan-file/plan-file.ts'
import type { Stage } from '#app/plan/core/stages.ts'
import type { Side } from '#app/schedule/model.ts'

/** What a page shows of a plan that was read and not created yet. */
export type ShownImport = {
  /** The plan as its form carries it on. */
  plan: string
  account: string
  project: string
  criticalDate: string
  milestones: { stage: Stage; title: string; tasks: ShownTask[] }[]
}

type ShownTask = { key: string; title: string; owner: string | null; side: Side; durationDays: number }

export const shownImport = (content: PlanContent): ShownImport => ({
  plan: JSON.stringify(content),
  account: content.account,
  project: content.project,
  criticalDate: content.criticalDate,
  milestones: content.milestones.map(({ stage, title, tasks }) => ({
    stage,
    title,
    tasks: tasks.map(({ key, title, owner, side, durationDays }) => ({ key, title, owner, side, durationDays })),
  })),
})
