import type { ReactNode } from 'react'
import { textSizes } from '#app/kit/limits.ts'
import { ButtonLink, SubmitButton } from '#app/ui/button.tsx'
import { buttonWords } from '#app/ui/button-words.ts'
import { CheckGroup } from '#app/ui/check-group.tsx'
import { type FormReply, listOfWords } from '#app/ui/form-reply.ts'
import { Form } from '#app/ui/form.tsx'
import { TextField } from '#app/ui/text-field.tsx'
import type { StoredCalendar } from '#app/schedule/stored-calendar.ts'
import { type CalendarSide, typedCalendar } from './calendar-rows.ts'
import { closedListText, calendarWeekWords, workDayListText } from '../core/calendar-words.ts'
import { weekdayNames } from '../sittings/sitting-words.ts'
import { fromJsonList } from '#app/kit/from-json-list.ts'
import { RegionField, RegionList, type RegionOption, nameOfRegion } from './region-field.tsx'
import { DaysFault, DaysOff, Holidays, WorkDays } from './calendar-days.tsx'
import { calendarFormWords, holidaysTitle, workweekTitle } from './calendar-form-words.ts'

export type CalendarFormProps = {
  idempotencyKey: string
  reply?: FormReply | null | undefined
  companies: { vendor: string; customer: string }
  timeZone: string
  /** Every zone that the platform knows by name. */
  zones: readonly string[]
  /** Every country and state with public holidays of its own. */
  regions: readonly RegionOption[]
  vendor: StoredCalendar
  customer: StoredCalendar
  /** The time of the plan, whose public holidays are shown one by one. */
  span: { from: string; to: string }
  cancelTo: string
  actions?: ReactNode
  preview?: ReactNode
}

/** What is compared for conflicts: each part of a side's calendar by itself. */
const seenOf = (side: CalendarSide, { workweek, region, closed, extraWorkdays }: StoredCalendar) => ({
  [`${side}Workweek`]: workweek.map(String),
  [`${side}Region`]: region ?? '',
  [`${side}Closed`]: JSON.stringify(closed),
  [`${side}Days`]: JSON.stringify(extraWorkdays),
})

/** How a posted part reads to people. */
function partWords(regions: readonly RegionOption[], field: string, value: string): string {
  if (field.endsWith('Region')) return nameOfRegion(regions, value) || calendarFormWords.none
  if (field.endsWith('Workweek')) return calendarWeekWords(listOfWords(value) ?? [value])
  const rows = fromJsonList(value) ?? []
  if (field.endsWith('Closed'))
    return closedListText(rows.map(({ from = '', to = '', why = '' }) => ({ from, to, why }))) || calendarFormWords.none
  if (field.endsWith('Days'))
    return workDayListText(rows.map(({ date = '', why = '' }) => ({ date, why }))) || calendarFormWords.none
  return value || calendarFormWords.none
}

/**
 * When both sides work, and in which zone. Posts `timeZone` and for each side `…Workweek` (1 is Monday, repeated), `…Region`, rows
 * `…Closed.0.from`, `.to`, `.why` and `…Extra.0.date`, `.why`, and for public holidays that are worked `…Works` (a date, repeated)
 * with `…WorksWhy.<date>`; a row left blank is none. `rows` asks for a row more or less, where no script can.
 */
export function CalendarForm(props: CalendarFormProps) {
  const { idempotencyKey, reply, companies, vendor, customer, timeZone, zones, cancelTo, actions, preview } = props
  return (
    <Form
      idempotencyKey={idempotencyKey}
      intent="edit-calendar"
      reply={reply}
      seen={{ timeZone, ...seenOf('vendor', vendor), ...seenOf('customer', customer) }}
      show={(field, value) => partWords(props.regions, field, value)}
      className="calendar-form"
    >
      {/* The Enter key presses the first button of a form, which must not be one that takes a row away. */}
      <button type="submit" hidden tabIndex={-1} />
      <div className="fields">
        <TextField
          name="timeZone"
          label={calendarFormWords.timeZone}
          width="half"
          list="time-zones"
          autoComplete="off"
          maxLength={textSizes.timeZone}
          value={timeZone}
          hint={calendarFormWords.timeZoneHint}
        />
        <datalist id="time-zones">
          {zones.map((zone) => (
            <option key={zone} value={zone} />
          ))}
        </datalist>
        <RegionList regions={props.regions} />
      </div>
      <SideCalendar {...props} side="customer" company={companies.customer} calendar={customer} />
      <SideCalendar {...props} side="vendor" company={companies.vendor} calendar={vendor} />
      {preview}
      <div className="acts">
        <SubmitButton>{buttonWords.save}</SubmitButton>
        {actions}
        <ButtonLink to={cancelTo} tone="quiet">
          {buttonWords.cancel}
        </ButtonLink>
      </div>
    </Form>
  )
}

type SideProps = Pick<CalendarFormProps, 'reply' | 'span' | 'regions'> & {
  side: CalendarSide
  company: string
  calendar: StoredCalendar
}

function SideCalendar({ side, company, calendar, reply, span, regions }: SideProps) {
  const holidays = calendar.holidays.filter(({ date }) => date >= span.from && date <= span.to)
  const values = reply && reply.status !== 'done' ? reply.values : null
  const typed = typedCalendar(
    values,
    side,
    { closed: calendar.closed, days: calendar.extraWorkdays },
    new Set(holidays.map(({ date }) => date)),
  )
  // What a chooser settled came whole: the rows start again from it.
  const whole = String(values?.[`${side}Closed`] ?? '') + String(values?.[`${side}Days`] ?? '')
  return (
    <div className="fieldset">
      <h2>{company}</h2>
      <CheckGroup
        name={`${side}Workweek`}
        legend={workweekTitle(company)}
        options={weekdayNames.map((label, index) => ({
          value: String(index + 1),
          label,
          checked: calendar.workweek.includes(index + 1),
        }))}
      />
      <div className="fields">
        <RegionField
          name={`${side}Region`}
          label={holidaysTitle(company)}
          width="half"
          code={calendar.region ?? ''}
          regions={regions}
        />
      </div>
      <Holidays
        side={side}
        company={company}
        region={calendar.region && nameOfRegion(regions, calendar.region)}
        holidays={holidays}
        worked={typed.worked}
      />
      <DaysFault field={`${side}Closed`} />
      <DaysOff key={`off ${whole}`} side={side} company={company} rows={typed.closed} />
      <DaysFault field={`${side}Days`} />
      <WorkDays key={`days ${whole}`} side={side} company={company} rows={typed.days} />
    </div>
  )
}
