import { useEffect, useRef, useState } from 'react'
import { isIsoDate } from '#app/schedule/dates.ts'
import type { IsoDate } from '#app/schedule/model.ts'
import { earliestWords, fitWords } from '../plans-words.ts'
import type { TemplateChoice } from './new-plan-choices.ts'

type FitNoteProps = { templates: readonly TemplateChoice[]; today: IsoDate }

/** What was chosen and typed in the form around an element. */
function chosenIn(form: HTMLFormElement) {
  const values = new FormData(form)
  return { template: values.get('template'), criticalDate: values.get('criticalDate') }
}

/** What each template needs, and whether the chosen one fits before the critical date as soon as that is typed. */
export function FitNote({ templates, today }: FitNoteProps) {
  const place = useRef<HTMLDivElement>(null)
  const [chosen, setChosen] = useState<ReturnType<typeof chosenIn>>()
  useEffect(() => {
    const form = place.current?.closest('form')
    if (!form) return
    const follow = () => setChosen(chosenIn(form))
    form.addEventListener('input', follow)
    return () => form.removeEventListener('input', follow)
  }, [])
  const earliest = templates.find(({ value }) => value === chosen?.template)?.earliest
  const date = chosen?.criticalDate
  const fit = earliest && isIsoDate(date) ? fitWords({ earliest, criticalDate: date }, today) : null
  const isTooEarly = earliest !== undefined && earliest !== null && isIsoDate(date) && date < earliest
  return (
    <div ref={place} className="fit-note">
      <p className={isTooEarly ? 'fit too-early' : 'hint fit'} role="status">
        {fit}
      </p>
      <ul className="fine fits">
        {templates.map(
          ({ value, text, earliest }) => earliest && <li key={value}>{earliestWords(text, earliest, today)}</li>,
        )}
      </ul>
    </div>
  )
}
