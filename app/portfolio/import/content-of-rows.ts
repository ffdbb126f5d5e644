import { type Stage, likelyStage, stages } from '#app/plan/core/stages.ts'
import { goalNames } from '#app/plan/core/goal-name-words.ts'
import { stageNames } from '#app/plan/core/stage-name-words.ts'
import { addDays } from '#app/schedule/dates.ts'
import type { IsoDate } from '#app/schedule/model.ts'
import type { PlanContent } from '../plan-file/plan-file.ts'
import { importTableWords } from './import-table-words.ts'
import type { ImportedRow } from './read-rows.ts'

type Terms = { account: string; project: string; criticalDate: IsoDate; today: IsoDate }

/** Days between go-live and the first win, until someone says when that is due. */
const winAfterDays = 14

/**
 * A plan of the rows of a table: milestones in the order in which rows name them, those that are the goals added where no row has one.
 * It begins with the first day on which something was done.
 */
export function contentOfRows(
  rows: readonly ImportedRow[],
  { account, project, criticalDate, today }: Terms,
): PlanContent {
  const placed = rows.map((row, at) => ({
    row,
    key: `t${at + 1}`,
    stage: row.task.stage ?? likelyStage,
    milestone: row.task.milestone ?? (row.task.stage ? stageNames[row.task.stage] : importTableWords.tasks),
  }))
  const days = rows.flatMap(({ task }) => [task.startedOn, task.doneOn].filter((day) => day !== null))
  const dues = rows.flatMap(({ task }) => task.notAfter ?? [])
  const goals: Partial<Record<Stage, string>> = { Rollout: goalNames.goLive, Value: goalNames.win }
  const titlesOf = (stage: Stage) => {
    const own = placed.filter((it) => it.stage === stage).map(({ milestone }) => milestone)
    const goal = goals[stage]
    return own.length === 0 && goal ? [goal] : [...new Set(own)]
  }
  return {
    account,
    project,
    startOn: [...days, today].reduce((first, day) => (day < first ? day : first)),
    criticalDate,
    criticalReason: null,
    ifMissed: null,
    firstWin: {
      ...{ statement: null, measure: null, unit: null, baseline: null, target: null, announcedTo: null },
      winBy: [addDays(criticalDate, winAfterDays), ...dues].reduce((last, day) => (day > last ? day : last)),
    },
    milestones: stages.flatMap((stage) =>
      titlesOf(stage).map((title) => ({
        ...{ stage, title, exitEvidence: null, evidence: null, passedWithout: null, isGate: false },
        tasks: placed
          .filter((it) => it.stage === stage && it.milestone === title)
          .map(({ row: { task, dependsOn }, key }) => {
            const { stage: _stage, milestone: _milestone, isMember: _isMember, ...said } = task
            return {
              key,
              ...said,
              ...{ atBest: null, atWorst: null, private: false, sittings: null },
              dependsOn: dependsOn.map(({ to, ...link }) => ({ task: `t${to + 1}`, ...link })),
            }
          }),
      })),
    ),
  }
}
