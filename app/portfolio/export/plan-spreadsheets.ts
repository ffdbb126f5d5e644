import { taskStatusWords } from '#app/plan/core/task-words.ts'
import { sideWords } from '#app/plan/core/side-words.ts'
import { stageNames } from '#app/plan/core/stage-name-words.ts'
import type { MilestoneView, PlanView, TaskView } from '#app/plan/view/plan-view.ts'
import type { Stage } from '#app/plan/core/stages.ts'
import { type SpreadsheetColumn, type Spreadsheet, spreadsheetOf } from '../spreadsheets/spreadsheet-of.ts'
import { type PlanFact, factsOf } from './facts-of.ts'
import { planColumnWords as words } from './export-words.ts'

type TaskLine = { stage: Stage; milestone: MilestoneView; task: TaskView; number: number; after: number[] }

const columnsFor = (plan: PlanView, withPrivate: boolean): SpreadsheetColumn<TaskLine>[] => [
  { head: words.number, width: 6, kind: 'number', cell: ({ number }) => number },
  { head: words.stage, width: 16, kind: 'text', cell: ({ stage }) => stageNames[stage] },
  { head: words.milestone, width: 28, kind: 'text', cell: ({ milestone }) => milestone.title },
  { head: words.task, width: 44, kind: 'text', cell: ({ task }) => task.title },
  { head: words.owner, width: 24, kind: 'text', cell: ({ task }) => task.owner?.name ?? null },
  { head: words.side, width: 20, kind: 'text', cell: ({ task }) => sideWords(plan, task.side) },
  { head: words.status, width: 12, kind: 'text', cell: ({ task }) => taskStatusWords[task.status] },
  { head: words.workingDays, width: 13, kind: 'number', cell: ({ task }) => task.durationDays },
  { head: words.start, width: 12, kind: 'date', cell: ({ task }) => task.startedOn ?? task.earlyStart },
  { head: words.finish, width: 12, kind: 'date', cell: ({ task }) => task.earlyFinish },
  { head: words.dueDate, width: 12, kind: 'date', cell: ({ task }) => task.dueOn },
  { head: words.doneOn, width: 12, kind: 'date', cell: ({ task }) => task.doneOn },
  {
    head: words.buffer,
    width: 14,
    kind: 'number',
    cell: ({ task }) => (task.status === 'done' ? null : task.slackDays),
  },
  { head: words.dependsOn, width: 14, kind: 'text', cell: ({ after }) => after.join('; ') },
  ...(withPrivate
    ? [
        {
          head: words.private,
          width: 9,
          kind: 'text',
          cell: ({ task }: TaskLine) => (task.privateTo === null ? null : words.yes),
        } as const,
      ]
    : []),
]

/** The tasks that leave with a file: what the other side keeps to itself never does, what the reader's does only where it is asked for. */
const leaves = (task: TaskView, withPrivate: boolean) => !task.hidden && (withPrivate || task.privateTo === null)

/** The tasks of a plan as its reader sees them, one a row, numbered from 1. */
export function tasksSpreadsheet(plan: PlanView, withPrivate: boolean): Spreadsheet {
  const all = plan.stages.flatMap(({ stage, milestones }) =>
    milestones.flatMap((milestone) => milestone.tasks.map((task) => ({ stage, milestone, task }))),
  )
  const left = all.filter(({ task }) => leaves(task, withPrivate))
  const numbers = new Map(left.map(({ task }, at) => [task.id, at + 1]))
  // Which task stands at each place of the page.
  const numberAt = (place: number) => numbers.get(all[place]?.task.id ?? '') ?? []
  const rows = left.map((row, at) => ({ ...row, number: at + 1, after: row.task.after.flatMap(numberAt) }))
  return spreadsheetOf(words.tasks, columnsFor(plan, withPrivate), rows)
}

/** What a plan says above its tasks. */
export function factsSpreadsheet(plan: PlanView): Spreadsheet {
  const columns: SpreadsheetColumn<PlanFact>[] = [
    { head: words.fact, width: 26, kind: 'text', cell: ([name]) => name },
    { head: words.value, width: 80, kind: 'text', cell: ([, value]) => value },
  ]
  return spreadsheetOf(words.plan, columns, factsOf(plan))
}
