import { fromJsonList } from '#app/kit/from-json-list.ts'

/** The rows of the calendar's form as they are posted: `customerClosed.3.from`, in any numbers, so that a row can be taken away. */
export type CalendarSide = 'vendor' | 'customer'
export type CalendarList = `${CalendarSide}Closed` | `${CalendarSide}Extra`
export type ClosedRow = { row: number; from: string; to: string; why: string }
export type DayRow = { row: number; date: string; why: string }

type Values = Readonly<Record<string, string | string[]>>

const one = (values: Values, name: string): string => [values[name] ?? ''].flat()[0] ?? ''

/** The numbers of a list's rows, in order. */
function rowsOf(values: Values, list: CalendarList): number[] {
  const prefix = `${list}.`
  const numbers = Object.keys(values)
    .filter((name) => name.startsWith(prefix))
    .map((name) => Number(name.slice(prefix.length).split('.')[0]))
  return [...new Set(numbers)].filter((row) => Number.isInteger(row) && row >= 0).sort((a, b) => a - b)
}

/** The rows of closed periods as they were typed, in the form's order; nothing is checked yet. */
export const closedRows = (values: Values, side: CalendarSide): ClosedRow[] =>
  rowsOf(values, `${side}Closed`).map((row) => ({
    row,
    from: one(values, `${side}Closed.${row}.from`),
    to: one(values, `${side}Closed.${row}.to`),
    why: one(values, `${side}Closed.${row}.why`),
  }))

/** The rows of extra working days as they were typed, in the form's order; nothing is checked yet. */
export const dayRows = (values: Values, side: CalendarSide): DayRow[] =>
  rowsOf(values, `${side}Extra`).map((row) => ({
    row,
    date: one(values, `${side}Extra.${row}.date`),
    why: one(values, `${side}Extra.${row}.why`),
  }))

/** The public holidays that are ticked as worked on, each with its reason. */
export const workedHolidays = (values: Values, side: CalendarSide): Omit<DayRow, 'row'>[] =>
  [values[`${side}Works`] ?? []].flat().map((date) => ({ date, why: one(values, `${side}WorksWhy.${date}`) }))

/** Whether anything was typed in a row. */
export const isFilled = ({ row: _, ...typed }: ClosedRow | DayRow): boolean =>
  Object.values(typed).some((value) => value.trim() !== '')

/** The form's values of one side: as posted last, else as stored. */
export function typedCalendar(
  values: Values | null,
  side: CalendarSide,
  stored: { closed: readonly Omit<ClosedRow, 'row'>[]; days: readonly Omit<DayRow, 'row'>[] },
  holidays: ReadonlySet<string>,
): { closed: ClosedRow[]; days: DayRow[]; worked: Map<string, string> } {
  const wholeClosed = values ? fromJsonList(one(values, `${side}Closed`)) : stored.closed
  const wholeDays = values ? fromJsonList(one(values, `${side}Days`)) : stored.days
  const closed = wholeClosed
    ? wholeClosed.map(({ from = '', to = '', why = '' }, row) => ({ row, from, to, why }))
    : closedRows(values ?? {}, side)
  if (!wholeDays) {
    const worked = new Map(workedHolidays(values ?? {}, side).map(({ date, why }) => [date, why]))
    return { closed, days: dayRows(values ?? {}, side), worked }
  }
  const days = wholeDays.map(({ date = '', why = '' }) => ({ date, why }))
  const others = days.filter(({ date }) => !holidays.has(date))
  return {
    closed,
    days: others.map((it, row) => ({ row, ...it })),
    worked: new Map(days.filter(({ date }) => holidays.has(date)).map(({ date, why }) => [date, why])),
  }
}

/**
 * *Add another* and *Remove* without JavaScript: the same form with a row more, or one less. `order` is "add customerClosed" or
 * "drop customerClosed.3"; anything else changes nothing.
 */
export function withRowsChanged(values: Values, order: string): Record<string, string | string[]> {
  const [verb = '', where = ''] = order.split(' ')
  const lists: readonly CalendarList[] = ['vendorClosed', 'vendorExtra', 'customerClosed', 'customerExtra']
  const list = lists.find((each) => each === where.split('.')[0])
  if (!list) return { ...values }
  if (verb === 'drop')
    return Object.fromEntries(
      Object.entries(values).filter(([name]) => !name.replace(/^(held|typed)\./, '').startsWith(`${where}.`)),
    )
  const next = Math.max(-1, ...rowsOf(values, list)) + 1
  return verb === 'add' ? { ...values, [`${list}.${next}.why`]: '' } : { ...values }
}
