import type { CalendarsView } from '../terms/terms-queries.server.ts'
import { SubmitButton } from '#app/ui/button.tsx'
import type { FormReply } from '#app/ui/form-reply.ts'
import { Form } from '#app/ui/form.tsx'
import { longDate } from '#app/ui/date-words.ts'
import { originWords } from './origin-words.ts'

export type CalendarOriginProps = {
  origin: NonNullable<CalendarsView['origin']>
  companies: { vendor: string; customer: string }
  /** Null for who may not say so. */
  idempotencyKey: string | null
  reply: FormReply | null | undefined
}

/** Where the calendar came from, who checked it, and the button to say that it is right. */
export function CalendarOrigin({ origin, companies, idempotencyKey, reply }: CalendarOriginProps) {
  const { from, checked } = origin
  const words = originWords(from, companies)
  if (checked)
    return (
      <p className="origin">
        {words}. {checked.by} checked them on {longDate(checked.on)}.
      </p>
    )
  return (
    <div className="origin asks">
      <p>
        {words}. No one at {companies.customer} has checked them yet.
        {idempotencyKey && ' Are these your working days?'}
      </p>
      {idempotencyKey && (
        <Form idempotencyKey={idempotencyKey} intent="check-calendar" reply={reply} className="plain">
          <SubmitButton tone="plain">Confirm</SubmitButton>
        </Form>
      )}
    </div>
  )
}
