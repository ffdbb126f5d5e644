import { isIsoDate } from '#app/schedule/dates.ts'
import type { IsoDate } from '#app/schedule/model.ts'
import { earliestWords, fitWords } from '../plans-words.ts'
import type { TemplateChoice } from './new-plan-choices.ts'

type FitNoteProps = {
  templates: readonly TemplateChoice[]
  today: IsoDate
  /** What was chosen and typed; undefined before the script runs. */
  chosen: { template: string; criticalDate: string } | undefined
}

/** What each template needs, and whether the chosen one fits before the critical date as soon as that is typed. */
export function FitNote({ templates, today, chosen }: FitNoteProps) {
  const earliest = templates.find(({ value }) => value === chosen?.template)?.earliest
  const date = chosen?.criticalDate
  const fit = earliest && isIsoDate(date) ? fitWords({ earliest, criticalDate: date }, today) : null
  const isTooEarly = earliest !== undefined && earliest !== null && isIsoDate(date) && date < earliest
  return (
    <div className="fit-note">
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
