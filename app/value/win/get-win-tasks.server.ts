import type { WorkspaceReading } from '#db/reading.ts'
import { type FirstWin, firstWinOf } from '#app/plan/core/first-win.ts'
import { loadPlan } from '#app/plan/core/plan-rows.server.ts'
import type { Sight } from '#app/policy/policy.ts'
import { type WinDoubt, winDoubts } from './win-doubts.ts'

export type WinTasksView = {
  /** The tasks between go-live and the win that the reader may see. */
  tasks: { id: string; title: string; owner: string | null; isDone: boolean }[]
  doubts: WinDoubt[]
  /** Working days of each, those of the other side's private ones included. */
  taskDays: number[]
}

type Which = { workspaceId: string; planId: string; sight: Sight }

/** The tasks that the first win of a plan depends on besides go-live, and what looks wrong with it; no doubts while it is not defined. */
export async function getWinTasks(trx: WorkspaceReading, { workspaceId, planId, sight }: Which): Promise<WinTasksView> {
  const rows = await loadPlan(trx, workspaceId, planId)
  if (!rows) return { tasks: [], doubts: [], taskDays: [] }
  const ids = new Set(rows.milestones.filter(({ stage }) => stage === 'Value').map(({ id }) => id))
  const tasks = rows.tasks.filter(({ milestoneId }) => ids.has(milestoneId))
  const win: FirstWin | null = firstWinOf(rows.plan)
  const { criticalDate } = rows.plan
  const taskDays = tasks.map(({ durationDays }) => durationDays)
  return {
    taskDays,
    tasks: tasks
      .filter(({ privateTo }) => privateTo === null || privateTo === sight)
      .map(({ id, title, owner, doneOn }) => ({ id, title, owner: owner?.name ?? null, isDone: doneOn !== null })),
    doubts: win ? winDoubts({ ...win, criticalDate, taskDays }) : [],
  }
}
