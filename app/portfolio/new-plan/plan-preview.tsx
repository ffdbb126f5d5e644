import { useFetcher } from '@remix-run/react'
import { useEffect, useRef, useState } from 'react'
import { isIsoDate } from '#app/schedule/dates.ts'
import type { IsoDate } from '#app/schedule/model.ts'
import { stageNames } from '#app/plan/core/stage-name-words.ts'
import { MarkedName } from '#app/ui/marks.tsx'
import { shortDate, shortSpan } from '#app/ui/date-words.ts'
import type { PreviewMilestone } from '../templates/preview-template.ts'
import { latestWords } from '#app/plan/view/plan-words.ts'
import { previewSummary, planPreviewWords } from './plan-preview-words.ts'

/** Milliseconds without another change after which the plan is computed again. */
const pause = 250

type Shown = { preview: readonly PreviewMilestone[] | null }

/** The plan that the fields around it would make, as the customer will see it. A script's part: the page itself lists what each template needs. */
export function PlanPreview({ today, lead }: { today: IsoDate; lead: string }) {
  const place = useRef<HTMLDivElement>(null)
  const [asked, setAsked] = useState('')
  const { submit, data } = useFetcher<Shown>()
  useEffect(() => {
    const form = place.current?.closest('form')
    if (!form) return
    const follow = () => {
      const values = new FormData(form)
      const [account, template, criticalDate] = ['account', 'template', 'criticalDate'].map((name) => values.get(name))
      setAsked(
        isIsoDate(criticalDate) && typeof template === 'string'
          ? String(new URLSearchParams({ template, criticalDate, for: typeof account === 'string' ? account : '' }))
          : '',
      )
    }
    follow()
    form.addEventListener('input', follow)
    return () => form.removeEventListener('input', follow)
  }, [])
  useEffect(() => {
    if (asked === '') return
    const waiting = setTimeout(() => submit(new URLSearchParams(asked), { method: 'get', action: '/plans/new' }), pause)
    return () => clearTimeout(waiting)
  }, [asked, submit])
  const milestones = asked === '' ? null : (data?.preview ?? null)
  return (
    <div ref={place} className="plan-preview">
      {milestones && (
        <details>
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
      )}
    </div>
  )
}
