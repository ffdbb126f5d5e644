import { useContext, useId } from 'react'
import { FormContext, oneValue } from '#app/ui/form-context.ts'
import { postedValue } from '#app/ui/form-reply.ts'
import { count } from '#app/ui/words.ts'

export type DependencyChoice = { id: string; title: string; milestone: string }

export type DependencyFieldsProps = {
  choices: readonly DependencyChoice[]
  chosen: readonly { task: string; lagDays: number }[]
}

/**
 * What a task waits for: a box for each other task, and the working days between. Folded unless something is chosen
 * or wrong.
 */
export function DependencyFields({ choices, chosen }: DependencyFieldsProps) {
  const { reply } = useContext(FormContext)
  const id = useId()
  const posted = postedValue(reply, 'dependsOn')
  const answered = reply !== null && reply.status !== 'done'
  const ids = answered ? [posted ?? []].flat() : chosen.map(({ task }) => task)
  const faults = reply?.status === 'invalid' ? reply.faults : []
  const fault = faults.find(({ field }) => field.startsWith('dependsOn') || field.startsWith('lag.'))?.message
  if (choices.length === 0) return null
  const milestones = [...new Set(choices.map(({ milestone }) => milestone))]
  return (
    <details className={fault ? 'waits bad' : 'waits'} open={ids.length > 0 || fault !== undefined}>
      <summary>Waits for {ids.length === 0 ? 'nothing' : count(ids.length, 'step')}</summary>
      {fault && (
        <p className="err" role="alert">
          {fault}
        </p>
      )}
      <div className="waits-list">
        {milestones.map((milestone, group) => (
          <fieldset key={milestone}>
            <legend>{milestone}</legend>
            {choices
              .filter((choice) => choice.milestone === milestone)
              .map((choice, index) => {
                const box = `${id}-${group}-${index}`
                const lag = chosen.find(({ task }) => task === choice.id)?.lagDays ?? 0
                return (
                  <div key={choice.id} className="waits-row">
                    <input
                      id={box}
                      type="checkbox"
                      name="dependsOn"
                      value={choice.id}
                      defaultChecked={ids.includes(choice.id)}
                      aria-invalid={fault ? true : undefined}
                    />
                    <label htmlFor={box}>{choice.title}</label>
                    <input
                      type="number"
                      name={`lag.${choice.id}`}
                      aria-label={`Days after ${choice.title}`}
                      defaultValue={oneValue(postedValue(reply, `lag.${choice.id}`), String(lag))}
                    />
                    <span aria-hidden="true">days after</span>
                  </div>
                )
              })}
          </fieldset>
        ))}
      </div>
    </details>
  )
}
