import { type ShownRows, isHiddenFrom } from '#app/plan/core/cut-rows.ts'
import { type PlanFile, planFileFormat, planFileVersion } from './plan-file.ts'

/** What is stored of a task beside what its plan is shown from. */
export type TaskDetails = { description: string | null; atBest: number | null; atWorst: number | null }

type Asked = {
  rows: ShownRows
  timeZone: string
  details: ReadonlyMap<string, TaskDetails>
  /** Whether what the reader's side keeps to itself goes along. The other side's never does. */
  withPrivate: boolean
}

const noDetails: TaskDetails = { description: null, atBest: null, atWorst: null }

/** A plan as a file, as its reader sees it. Tasks are named by their place, so that equal plans are equal files. */
export function planFileOf({ rows, timeZone, details, withPrivate }: Asked): PlanFile {
  const { plan, milestones, cutFor } = rows
  const tasks = rows.tasks.filter((task) => !isHiddenFrom(task, cutFor) && (withPrivate || task.privateTo === null))
  const keys = new Map(tasks.map(({ id }, at) => [id, `t${at + 1}`]))
  return {
    format: planFileFormat,
    version: planFileVersion,
    plan: {
      account: plan.account,
      project: plan.project,
      timeZone,
      startOn: plan.startOn,
      criticalDate: plan.criticalDate,
      criticalReason: plan.criticalReason,
      ifMissed: plan.ifMissed,
      firstWin: {
        statement: plan.winStatement,
        measure: plan.winMeasure,
        unit: plan.winUnit,
        baseline: plan.winBaseline,
        target: plan.winTarget,
        winBy: plan.winBy,
        announcedTo: plan.winAnnouncedTo,
      },
      calendars: { vendor: plan.vendorCalendar, customer: plan.customerCalendar },
      milestones: milestones.map((milestone) => ({
        stage: milestone.stage,
        title: milestone.title,
        exitEvidence: milestone.exitEvidence,
        evidence: milestone.proof?.kind === 'evidence' ? milestone.proof.text : null,
        passedWithout: milestone.proof?.kind === 'reason' ? milestone.proof.text : null,
        isGate: milestone.isGate,
        tasks: tasks
          .filter(({ milestoneId }) => milestoneId === milestone.id)
          .map((task) => ({
            key: keys.get(task.id) ?? '',
            title: task.title,
            side: task.side,
            durationDays: task.durationDays,
            notBefore: task.notBefore,
            notAfter: task.notAfter,
            startedOn: task.startedOn,
            doneOn: task.doneOn,
            owner: task.owner?.name ?? null,
            private: task.privateTo !== null,
            sittings: task.sittings,
            ...(details.get(task.id) ?? noDetails),
            dependsOn: task.dependsOn
              .flatMap(({ task: id, type, lagDays }) => {
                const key = keys.get(id)
                return key === undefined ? [] : [{ task: key, type, lagDays }]
              })
              .sort((a, b) => Number(a.task.slice(1)) - Number(b.task.slice(1))),
          })),
      })),
    },
  }
}
