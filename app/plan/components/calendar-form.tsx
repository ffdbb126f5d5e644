import { ButtonLink, SubmitButton } from '#app/ui/button.tsx'
import { CheckGroup } from '#app/ui/check-group.tsx'
import { useField } from '#app/ui/form-context.ts'
import type { FormReply } from '#app/ui/form-reply.ts'
import { Form } from '#app/ui/form.tsx'
import { DateField, TextField } from '#app/ui/text-field.tsx'
import type { StoredCalendar } from '#app/plan/calendar.ts'

export type CalendarFormProps = {
  idempotencyKey: string
  reply?: FormReply | null | undefined
  companies: { vendor: string; customer: string }
  vendor: StoredCalendar
  customer: StoredCalendar
  cancelTo: string
}

/** So many empty rows wait for further closed periods. */
const spareRows = 2

const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']

/**
 * When both sides work. Posts for each side `…Workweek` (1 is Monday, repeated), `…Region`, and rows `…Closed.0.from`, `.to`
 * and `.why`; a row left blank is none.
 */
export function CalendarForm({ idempotencyKey, reply, companies, vendor, customer, cancelTo }: CalendarFormProps) {
  return (
    <Form idempotencyKey={idempotencyKey} intent="edit-calendar" reply={reply}>
      <SideCalendar side="customer" company={companies.customer} calendar={customer} />
      <SideCalendar side="vendor" company={companies.vendor} calendar={vendor} />
      <div className="acts">
        <SubmitButton>Save</SubmitButton>
        <ButtonLink to={cancelTo} tone="quiet">
          Cancel
        </ButtonLink>
      </div>
    </Form>
  )
}

type SideProps = { side: 'vendor' | 'customer'; company: string; calendar: StoredCalendar }

function SideCalendar({ side, company, calendar }: SideProps) {
  const rows = [...calendar.closed, ...Array.from({ length: spareRows }, () => ({ from: '', to: '', why: '' }))]
  return (
    <div className="fieldset">
      <h2>{company}</h2>
      <CheckGroup
        name={`${side}Workweek`}
        legend={`${company} works on`}
        options={weekdays.map((label, index) => ({
          value: String(index + 1),
          label,
          checked: calendar.workweek.includes(index + 1),
        }))}
      />
      <div className="fields">
        <TextField
          name={`${side}Region`}
          label={`Public holidays of ${company}`}
          width="half"
          optional
          maxLength={20}
          value={calendar.region ?? ''}
          hint="The code of a country or state: US, GB, DE-BY"
        />
      </div>
      {rows.map((period, row) => (
        <div className="fields" key={row} role="group" aria-label={`Closed period ${row + 1} of ${company}`}>
          <DateField
            name={`${side}Closed.${row}.from`}
            label="Closed from"
            width="third"
            optional
            value={period.from}
          />
          <DateField name={`${side}Closed.${row}.to`} label="Closed to" width="third" optional value={period.to} />
          <TextField
            name={`${side}Closed.${row}.why`}
            label="Why"
            width="third"
            optional
            maxLength={120}
            value={period.why}
          />
        </div>
      ))}
      <ClosedFault side={side} />
    </div>
  )
}

/** What is wrong with one of the rows, where no single row can say it. */
function ClosedFault({ side }: { side: 'vendor' | 'customer' }) {
  const { fault } = useField(`${side}Closed`)
  return fault ? (
    <p className="err" role="alert">
      {fault}
    </p>
  ) : null
}
