import type { IsoDate } from '#app/schedule/model.ts'
import { stageNames } from '#app/plan/core/stage-name-words.ts'
import { MarkedName } from '#app/ui/marks.tsx'
import { shortDate, shortSpan } from '#app/ui/date-words.ts'
import type { PreviewMilestone } from '../templates/preview-template.ts'
import { latestWords } from '#app/plan/view/plan-words.ts'
import { previewSummary, planPreviewWords } from './plan-preview-words.ts'

type PlanPreviewProps = { milestones: readonly PreviewMilestone[]; today: IsoDate; lead: string }

/** The plan that a form would make, as the customer will see it. */
export function PlanPreview({ milestones, today, lead }: PlanPreviewProps) {
  return (
    <details className="plan-preview">
      <summary>{previewSummary(milestones.flatMap(({ tasks }) => tasks).length, milestones.length)}</summary>
      <table>
        <caption className="visually-hidden">{planPreviewWords.caption}</caption>
        <thead className="visually-hidden">
          <tr>
            {[planPreviewWords.task, planPreviewWords.owner, planPreviewWords.planned, planPreviewWords.latest].map(
              (label) => (
                <th key={label} scope="col">
                  {label}
                </th>
              ),
            )}
          </tr>
        </thead>
        {milestones.map(({ title, stage, dueOn, tasks }) => (
          <tbody key={title}>
            <tr className="preview-milestone">
              <th scope="rowgroup" colSpan={3}>
                <span>{stageNames[stage]}</span> {title}
              </th>
              <td>{shortDate(dueOn, today)}</td>
            </tr>
            {tasks.map((task) => (
              <tr key={task.title}>
                <th scope="row">{task.title}</th>
                <td className="preview-owner">
                  <MarkedName side={task.side} open={task.owner !== null}>
                    {task.owner ?? lead}
                  </MarkedName>
                </td>
                <td className="preview-planned">{shortSpan(task.from, task.to, today)}</td>
                <td>{latestWords(task.dueOn, today)}</td>
              </tr>
            ))}
          </tbody>
        ))}
      </table>
    </details>
  )
}
