import { useFetcher } from '@remix-run/react'
import { useEffect, useRef, useState } from 'react'
import { isIsoDate } from '#app/schedule/dates.ts'
import type { IsoDate } from '#app/schedule/model.ts'
import type { PreviewMilestone } from '../templates/preview-template.ts'
import { FitNote } from './fit-note.tsx'
import type { TemplateChoice } from './new-plan-choices.ts'
import { PlanPreview } from './plan-preview.tsx'

/** Milliseconds without another change after which the plan is computed again. */
const pause = 250

type Outlook = { today: IsoDate; templates: readonly TemplateChoice[] }
type Answer = Outlook & { preview: readonly PreviewMilestone[] | null }

type Typed = Record<'account' | 'template' | 'criticalDate' | 'winBy', string>

function typedIn(form: HTMLFormElement): Typed {
  const values = new FormData(form)
  const valueOf = (name: keyof Typed) => {
    const value = values.get(name)
    return typeof value === 'string' ? value : ''
  }
  return {
    account: valueOf('account'),
    template: valueOf('template'),
    criticalDate: valueOf('criticalDate'),
    winBy: valueOf('winBy'),
  }
}

/** The address that answers with the plan; empty before there is a date. */
function askedBy({ account, ...rest }: Typed): string {
  return isIsoDate(rest.criticalDate) ? String(new URLSearchParams({ ...rest, for: account })) : ''
}

/**
 * What the fields of the form around it come to: whether the template fits, by the calendars of the account's last plan where it has one,
 * and the plan as the customer will see it. Without script the page lists what each template needs.
 */
export function PlanOutlook({ templates, today, lead }: Outlook & { lead: string }) {
  const place = useRef<HTMLDivElement>(null)
  const [typed, setTyped] = useState<Typed>()
  const { submit, data } = useFetcher<Answer>()
  useEffect(() => {
    const form = place.current?.closest('form')
    if (!form) return
    const follow = () => setTyped(typedIn(form))
    follow()
    form.addEventListener('input', follow)
    return () => form.removeEventListener('input', follow)
  }, [])
  const asked = typed ? askedBy(typed) : ''
  useEffect(() => {
    if (asked === '') return
    const search = new URLSearchParams(asked)
    const waiting = setTimeout(() => submit(search, { method: 'get', action: '/plans/new' }), pause)
    return () => clearTimeout(waiting)
  }, [asked, submit])
  const answer = asked === '' ? undefined : data
  return (
    <div ref={place}>
      <FitNote templates={answer?.templates ?? templates} today={answer?.today ?? today} chosen={typed} />
      {answer?.preview && <PlanPreview milestones={answer.preview} today={answer.today} lead={lead} />}
    </div>
  )
}
