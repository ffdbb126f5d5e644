import { longDate } from '#app/ui/date-words.ts'
import { SubmitButton } from '#app/ui/button.tsx'
import { buttonAbout } from '#app/ui/button-words.ts'
import { type FormReply, postedValue, replyTo } from '#app/ui/form-reply.ts'
import type { KeyFor } from '#app/ui/form-keys.ts'
import { Form } from '#app/ui/form.tsx'
import { withUnit } from '#emails/parts/amounts.ts'
import type { MeasurementView } from './measurement-view.ts'
import { measurementListWords } from './results-words.ts'

export type MeasurementListProps = {
  measurements: readonly MeasurementView[]
  unit: string
  today: string
  /** Null where the reader may not remove any. */
  keyFor: KeyFor | null
  reply?: FormReply | null | undefined
}

/** What was measured, the latest first, with who measured it and the way to take a mistake out. */
export function MeasurementList({ measurements, unit, today, keyFor, reply }: MeasurementListProps) {
  if (measurements.length === 0) return <p className="fine">{measurementListWords.none}</p>
  return (
    <table className="measurements">
      <caption>{measurementListWords.caption}</caption>
      <thead>
        <tr>
          <th scope="col">{measurementListWords.on}</th>
          <th scope="col" className="number">
            {measurementListWords.value}
          </th>
          <th scope="col">{measurementListWords.by}</th>
          {keyFor && (
            <th scope="col" className="no-print">
              <span className="visually-hidden">{measurementListWords.remove}</span>
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {measurements.toReversed().map(({ id, measured, on, by, note }) => (
          <tr key={id}>
            <td>{longDate(on, today)}</td>
            <td className="number">{withUnit(measured, unit)}</td>
            <td>
              <bdi>{by}</bdi>
              {note !== null && (
                <p className="fine" dir="auto">
                  {note}
                </p>
              )}
            </td>
            {keyFor && (
              <td className="no-print">
                <Form
                  idempotencyKey={keyFor('remove-measurement', id)}
                  intent="remove-measurement"
                  reply={postedValue(reply, 'measurementId') === id ? replyTo(reply, 'remove-measurement') : undefined}
                  hidden={{ measurementId: id }}
                >
                  <SubmitButton
                    tone="quiet"
                    aria-label={buttonAbout(
                      measurementListWords.remove,
                      measurementListWords.about(measured, unit, on),
                    )}
                  >
                    {measurementListWords.remove}
                  </SubmitButton>
                </Form>
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
