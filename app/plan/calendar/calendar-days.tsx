import { withoutDirectionMarks } from '#db/without-direction-marks.ts'
import { useContext, useId } from 'react'
import type { StoredCalendar } from '#app/schedule/stored-calendar.ts'
import { holidaysWords } from '../core/calendar-words.ts'
import type { CalendarSide, ClosedRow, DayRow } from './calendar-rows.ts'
import { isFilled } from './calendar-rows.ts'
import { FormContext, useField } from '#app/ui/form-context.ts'
import { postedValue } from '#app/ui/form-reply.ts'
import { longDate, weekdayDate } from '#app/ui/date-words.ts'
import { RowCell, RowList } from './row-list.tsx'
import { textSizes } from '#app/kit/limits.ts'
import {
  addDaysOffWords,
  addWorkDayWords,
  calendarDaysWords,
  closedPeriodName,
  daysOffTitle,
  extraDayName,
  extraDaysTitle,
  whyWorksWords,
  worksOnDayLabel,
} from './calendar-form-words.ts'

type SideProps = { side: CalendarSide; company: string }

export type HolidaysProps = SideProps & {
  region: string | null
  holidays: StoredCalendar['holidays']
  /** By their dates, with the reasons. */
  worked: ReadonlyMap<string, string>
}

/** The public holidays of a region, by name, each with a way to work on it. Folded unless one is worked. */
export function Holidays({ side, company, region, holidays, worked }: HolidaysProps) {
  const { fault } = useField(`${side}Days`)
  if (region === null || holidays.length === 0) return null
  return (
    <details className="waits holidays" open={worked.size > 0}>
      <summary>{holidaysWords(holidays.length, region, worked.size)}</summary>
      <ul>
        {holidays.map(({ date, name, localName }) => (
          <li key={date}>
            <p>
              <b>{name}</b>
              {localName && <span> {localName}</span>}
              <small>{weekdayDate(date)}</small>
            </p>
            <WorkOn
              side={side}
              company={company}
              date={date}
              name={name}
              why={worked.get(date)}
              isFaulty={fault !== undefined && worked.get(date) === ''}
            />
          </li>
        ))}
      </ul>
    </details>
  )
}

type WorkOnProps = SideProps & { date: string; name: string; why: string | undefined; isFaulty: boolean }

function WorkOn({ side, company, date, name, why, isFaulty }: WorkOnProps) {
  const id = useId()
  return (
    <div className="work-on">
      <input
        id={id}
        type="checkbox"
        name={`${side}Works`}
        value={date}
        aria-label={worksOnDayLabel({ company, holiday: name, date: longDate(date) })}
        defaultChecked={why !== undefined}
      />
      <label htmlFor={id}>{calendarDaysWords.workOn}</label>
      <input
        className="cell"
        name={`${side}WorksWhy.${date}`}
        aria-label={whyWorksWords({ company, holiday: name, date: longDate(date) })}
        placeholder={calendarDaysWords.workOnReason}
        maxLength={textSizes.dayOff}
        dir="auto"
        defaultValue={withoutDirectionMarks(why ?? '')}
        aria-invalid={isFaulty || undefined}
        aria-describedby={isFaulty ? `${side}Days-fault` : undefined}
        // eslint-disable-next-line jsx-a11y/no-autofocus -- a field with a fault takes the focus, also without JavaScript
        autoFocus={isFaulty}
      />
    </div>
  )
}

/** Days off that the week and the public holidays do not know, each with its reason. */
export function DaysOff({ side, company, rows }: SideProps & { rows: readonly ClosedRow[] }) {
  const { fault } = useField(`${side}Closed`)
  const asked = useAskedFor(`${side}Closed`)
  return (
    <RowList
      list={`${side}Closed`}
      legend={daysOffTitle(company)}
      add={addDaysOffWords(company)}
      rows={rows}
      name={(at) => closedPeriodName(at, company)}
    >
      {(row, fresh) => {
        const bad = fault !== undefined && row !== undefined && isFilled(row) && !isWhole(row)
        const cell = { bad, faultId: `${side}Closed-fault` }
        return (
          <>
            <RowCell
              {...cell}
              part="from"
              label={calendarDaysWords.closedFrom}
              type="date"
              value={row?.from}
              focus={fresh || asked}
            />
            <RowCell {...cell} part="to" label={calendarDaysWords.closedTo} type="date" value={row?.to} optional />
            <RowCell {...cell} part="why" label={calendarDaysWords.why} value={row?.why} />
          </>
        )
      }}
    </RowList>
  )
}

const isWhole = ({ from, to, why }: ClosedRow) => from !== '' && why.trim() !== '' && (to === '' || to >= from)

/** Days that are worked although the week or a holiday would make them days off. */
export function WorkDays({ side, company, rows }: SideProps & { rows: readonly DayRow[] }) {
  const { fault } = useField(`${side}Days`)
  const asked = useAskedFor(`${side}Extra`)
  return (
    <RowList
      list={`${side}Extra`}
      legend={extraDaysTitle(company)}
      add={addWorkDayWords(company)}
      rows={rows}
      name={(at) => extraDayName(at, company)}
    >
      {(row, fresh) => {
        const bad = fault !== undefined && row !== undefined && isFilled(row) && !(row.date && row.why.trim())
        const cell = { bad, faultId: `${side}Days-fault` }
        return (
          <>
            <RowCell
              {...cell}
              part="date"
              label={calendarDaysWords.worksOn}
              type="date"
              value={row?.date}
              focus={fresh || asked}
            />
            <RowCell {...cell} part="why" label={calendarDaysWords.why} value={row?.why} />
          </>
        )
      }}
    </RowList>
  )
}

/** Whether the last post added a row to this list: its blank row gets the focus. */
function useAskedFor(list: string): boolean {
  const { reply } = useContext(FormContext)
  return postedValue(reply, 'rows') === `add ${list}`
}

/** What is wrong with one of the days, where no single field can say it. */
export function DaysFault({ field }: { field: string }) {
  const { fault } = useField(field)
  return fault ? (
    <p className="err" role="alert" id={`${field}-fault`}>
      {fault}
    </p>
  ) : null
}
