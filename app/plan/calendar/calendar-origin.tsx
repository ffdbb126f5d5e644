import type { CalendarsView } from '../terms/terms-queries.server.ts'
import { SubmitButton } from '#app/ui/button.tsx'
import type { FormReply } from '#app/ui/form-reply.ts'
import { Form } from '#app/ui/form.tsx'
import { calendarOriginWords, checkedWords, originWords, uncheckedWords } from './origin-words.ts'

export type CalendarOriginProps = {
  origin: NonNullable<CalendarsView['origin']>
  companies: { vendor: string; customer: string }
  /** Null for readers who may not say so. */
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
        {words} {checkedWords(checked)}
      </p>
    )
  return (
    <div className="origin asks">
      <p>
        {words} {uncheckedWords(companies.customer, idempotencyKey !== null)}
      </p>
      {idempotencyKey && (
        <Form idempotencyKey={idempotencyKey} intent="check-calendar" reply={reply} className="plain">
          <SubmitButton tone="plain">{calendarOriginWords.confirm}</SubmitButton>
        </Form>
      )}
    </div>
  )
}
