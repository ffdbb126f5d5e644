import { useContext } from 'react'
import { FormContext } from '#app/ui/form-context.ts'
import { postedValue, oneValue } from '#app/ui/form-reply.ts'
import { NumberField } from '#app/ui/number-field.tsx'
import { spreadFieldsWords, taskLabels } from '../core/task-words.ts'

export type SpreadFieldsProps = { values: { atBest: number | string; atWorst: number | string } }

const fields = ['atBest', 'atWorst'] as const

/** Best and worst case, for the forecast. Folded unless something is said or wrong. */
export function SpreadFields({ values }: SpreadFieldsProps) {
  const { reply } = useContext(FormContext)
  const answered = reply !== null && reply.status !== 'done'
  const isFaulty = reply?.status === 'invalid' && reply.faults.some(({ field }) => fields.some((it) => it === field))
  const isSaid = fields.some((field) =>
    oneValue(answered ? postedValue(reply, field) : undefined, String(values[field])),
  )
  return (
    <details className={isFaulty ? 'waits bad' : 'waits'} open={isSaid || isFaulty}>
      <summary>{spreadFieldsWords.title}</summary>
      <p className="hint">{spreadFieldsWords.hint}</p>
      <div className="fields">
        <NumberField name="atBest" label={taskLabels.atBest} width="half" optional value={values.atBest} />
        <NumberField name="atWorst" label={taskLabels.atWorst} width="half" optional value={values.atWorst} />
      </div>
    </details>
  )
}
