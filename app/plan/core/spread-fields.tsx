import { useContext } from 'react'
import { FormContext, oneValue } from '#app/ui/form-context.ts'
import { postedValue } from '#app/ui/form-reply.ts'
import { NumberField } from '#app/ui/number-field.tsx'

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
      <summary>{isSaid ? 'Best and worst case' : 'Best and worst case'}</summary>
      <p className="hint">
        Used for the forecast, in working days. If you only change the working days, this range widens to include them.
      </p>
      <div className="fields">
        <NumberField name="atBest" label="Best case" width="half" optional value={values.atBest} />
        <NumberField name="atWorst" label="Worst case" width="half" optional value={values.atWorst} />
      </div>
    </details>
  )
}
