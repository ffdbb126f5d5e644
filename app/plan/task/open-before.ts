import type { TaskRow } from '../core/compute-plan.ts'

type LinkedRow = Pick<TaskRow, 'id' | 'doneOn' | 'dependsOn'>

/** A dependency on the finish of another task. One on its start says nothing about whether that is done. */
const waitsForFinish = ({ type }: TaskRow['dependsOn'][number]) => type === 'FS' || type === 'FF'

/**
 * The open tasks whose finish a task depends on, theirs, and so on, in working order. What a done task once depended on does not count: it was
 * checked off without it.
 */
export function openBefore<Row extends LinkedRow>(tasks: readonly Row[], taskId: string): Row[] {
  const byId = new Map(tasks.map((task) => [task.id, task]))
  const seen = new Set([taskId])
  const inOrder: Row[] = []
  const visit = (task: Row | undefined) => {
    for (const link of task?.dependsOn ?? []) {
      const other = byId.get(link.task)
      if (!other || other.doneOn !== null || !waitsForFinish(link) || seen.has(other.id)) continue
      seen.add(other.id)
      visit(other)
      inOrder.push(other)
    }
  }
  visit(byId.get(taskId))
  return inOrder
}
