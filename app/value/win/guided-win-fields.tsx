import { type FormEvent, useContext, useState } from 'react'
import { textSizes } from '#app/kit/limits.ts'
import { measuringLabels } from '#app/kit/measuring-label-words.ts'
import { numberHabit, readNumber } from '#app/kit/read-number.ts'
import { useLanguages } from '#app/kit/request-context.tsx'
import { termLabels } from '#app/plan/core/terms-words.ts'
import { DateField } from '#app/ui/date-field.tsx'
import { FormContext } from '#app/ui/form-context.ts'
import { oneValue, postedValue } from '#app/ui/form-reply.ts'
import { TextArea, TextField } from '#app/ui/text-field.tsx'
import { GuidedGroup } from '../guided-group.tsx'
import type { FirstWinValues } from './first-win-values.ts'
import { winDoubtWords } from './win-doubt-words.ts'
import { type WinDoubt, doubtsBeside } from './win-doubts.ts'
import { winFieldWords } from './win-field-words.ts'
import { WinTermField } from './win-term-field.tsx'
import { measuringWords } from './measuring-words.ts'
import { directionWords, winExamples, winGroupTitles, winQuestions } from './win-question-words.ts'

export type GuidedWinValues = FirstWinValues & { baselineHow: string; measuredBy: string; measureOn: string }

type Props = {
  values: GuidedWinValues
  /** The critical date of the same form, as it is stored. */
  criticalDate: string
  /** Working days of each task that leads to the win. */
  taskDays: readonly number[]
}

/** The fields of the form that say whether the win is doubted, and in which direction it goes. */
type Watched = Record<'statement' | 'measure' | 'unit' | 'winBy' | 'criticalDate' | 'baseline' | 'target', string>

const watchedOf = (valueOf: (name: keyof Watched) => string): Watched => ({
  statement: valueOf('statement'),
  measure: valueOf('measure'),
  unit: valueOf('unit'),
  winBy: valueOf('winBy'),
  criticalDate: valueOf('criticalDate'),
  baseline: valueOf('baseline'),
  target: valueOf('target'),
})

/**
 * The first win in the buyer's words, in numbered groups, with the doubts about it beside the fields that they are about: as it was stored or
 * posted, and with script while it is typed. They stop no one. Posts the fields of `FirstWinFields`, `baselineHow`, `measuredBy` and `measureOn`.
 */
export function GuidedWinFields({ values, criticalDate, taskDays }: Props) {
  const { reply } = useContext(FormContext)
  const habit = numberHabit(useLanguages())
  const stored = { ...values, criticalDate, baseline: String(values.baseline), target: String(values.target) }
  const [typed, setTyped] = useState<Watched | null>(null)
  const now = typed ?? watchedOf((name) => oneValue(postedValue(reply, name), stored[name]))
  const doubts = doubtsBeside({ ...now, taskDays })
  const watch = ({ currentTarget }: FormEvent<HTMLElement>) => {
    const form = currentTarget.closest('form')
    const data = new FormData(form ?? undefined)
    setTyped(
      watchedOf((name) => {
        const value = data.get(name)
        return typeof value === 'string' ? value : now[name]
      }),
    )
  }
  const [baseline, target] = [readNumber(now.baseline, habit), readNumber(now.target, habit)]
  const direction =
    baseline && target && 'value' in baseline && 'value' in target && baseline.value !== target.value
      ? directionWords({ baseline: baseline.value, target: target.value, unit: now.unit.trim() })
      : ''
  return (
    <div onInput={watch}>
      <GuidedGroup title={winGroupTitles.announcement}>
        <WinTermField
          name="statement"
          values={values}
          question={winQuestions.statement}
          hint={<WithDoubts example={winFieldWords.statementHint} doubts={doubts.statement} />}
        />
        <WinTermField
          name="announcedTo"
          values={values}
          question={winQuestions.announcedTo}
          hint={winExamples.announcedTo}
        />
      </GuidedGroup>
      <GuidedGroup title={winGroupTitles.measure}>
        <WinTermField name="measure" values={values} question={winQuestions.measure} hint={winFieldWords.measureHint} />
        <WinTermField
          name="unit"
          values={values}
          question={winQuestions.unit}
          hint={<WithDoubts example={winFieldWords.unitHint} doubts={doubts.unit} />}
        />
      </GuidedGroup>
      <GuidedGroup title={winGroupTitles.fromTo}>
        <WinTermField name="baseline" values={values} question={winQuestions.baseline} width="half" />
        <WinTermField name="target" values={values} question={winQuestions.target} width="half" />
        <p className="win-direction" role="status">
          {direction}
        </p>
        <TextArea
          name="baselineHow"
          label={measuringLabels.baselineHow}
          question={winQuestions.baselineHow}
          rows={2}
          optional
          value={values.baselineHow}
          maxLength={textSizes.sentence}
          hint={measuringWords.howHint}
        />
      </GuidedGroup>
      <GuidedGroup title={winGroupTitles.measuring}>
        <DateField
          name="winBy"
          label={termLabels.winBy}
          question={winQuestions.winBy}
          width="half"
          value={values.winBy}
          hint={<WithDoubts example={winExamples.winBy} doubts={doubts.winBy} />}
        />
        <DateField
          name="measureOn"
          label={measuringLabels.measureOn}
          question={winQuestions.measureOn}
          width="half"
          optional
          value={values.measureOn}
        />
        <TextField
          name="measuredBy"
          label={measuringLabels.measuredBy}
          question={winQuestions.measuredBy}
          optional
          value={values.measuredBy}
          maxLength={textSizes.audience}
          hint={measuringWords.byHint}
        />
      </GuidedGroup>
    </div>
  )
}

/** An example, and what looks wrong with what stands there; it is read out when it appears. */
const WithDoubts = ({ example, doubts }: { example: string; doubts: readonly WinDoubt[] }) => (
  <>
    {example}
    <span className="doubts" role="status">
      {doubts.map((doubt) => (
        <span key={doubt} className="doubt">
          {winDoubtWords[doubt]}
        </span>
      ))}
    </span>
  </>
)
