import { withoutDirectionMarks } from '#db/without-direction-marks.ts'
import { fieldWords } from '#app/kit/field-words.ts'
import { bounds, textSizes } from '#app/kit/limits.ts'
import { readWhole } from '#app/kit/read-number.ts'
import { isIsoDate } from '#app/schedule/dates.ts'
import { type IsoDate, maxDays } from '#app/schedule/model.ts'
import type { StoredCalendar } from '#app/schedule/stored-calendar.ts'
import type { PlanRows, PlanTerms, TaskRow } from './compute-plan.ts'
import { type Edit, type TaskEdit, editNameOf } from './edit.ts'
import { type Lag, lagOf, readLag, termsOfLag } from './lag.ts'
import { editValueRefusals, planRefusals } from './plan-refusal-words.ts'

export type ReadEdit = { edit: Edit } | { fault: string } | null

/** Reads an edit from its name and its text. @returns null for an unknown name, a fault for an invalid value */
export function readEdit(name: string, text: string): ReadEdit {
  const [field = '', first = '', second = '', third = ''] = name.split('.')
  const value = text.trim()
  switch (field) {
    case 'durationDays':
      return first ? whole(value, (days) => ({ field, task: first, value: days })) : null
    case 'notBefore':
    case 'notAfter':
    case 'startedOn':
      return first ? dateOrNone(value, (date) => ({ field, task: first, value: date })) : null
    case 'lag':
      if (!first || !second) return null
      return lagOrNone(value, (lag) => ({ field, task: first, after: second, value: lag }))
    case 'criticalDate':
    case 'winBy':
      return first ? null : isIsoDate(value) ? { edit: { field, value } } : { fault: noDate(value) }
    case 'closed':
      if ((first !== 'vendor' && first !== 'customer') || !isIsoDate(second) || !isIsoDate(third)) return null
      if (isTooMuch(value)) return { fault: planRefusals.mostRows(bounds.calendarRows) }
      return { edit: { field, side: first, from: second, to: third, value: reasonsIn(value) } }
    default:
      return null
  }
}

/** Whether these are more reasons than a calendar has rows, or longer ones: told before anything is computed with them. */
const isTooMuch = (reasons: string): boolean =>
  reasons.length > bounds.calendarRows * (textSizes.dayOff + 1) || reasons.split('\n').length > bounds.calendarRows

/** Reasons in one order, so that they can be compared, and without the marks of direction that pages put around them. */
const reasonsIn = (text: string): string | null =>
  withoutDirectionMarks(text)
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
    .sort()
    .join('\n') || null

const noDate = (value: string) => (value === '' ? fieldWords.missingDate : fieldWords.noSuchDate)

function whole(value: string, make: (days: number) => Edit): ReadEdit {
  const days = readWhole(value)
  if (days !== null && days >= 0 && days <= maxDays) return { edit: make(days) }
  return { fault: editValueRefusals.wholeDays }
}

function lagOrNone(value: string, make: (lag: Lag | null) => Edit): ReadEdit {
  const lag = readLag(value)
  return value === '' || lag !== null ? { edit: make(lag) } : { fault: editValueRefusals.wholeLag }
}

const dateOrNone = (value: string, make: (date: IsoDate | null) => Edit): ReadEdit =>
  value === '' ? { edit: make(null) } : isIsoDate(value) ? { edit: make(value) } : { fault: noDate(value) }

/** All edits among posted or asked-for values, and what is wrong with the others; names of anything else are passed over. */
export function readEdits(values: Iterable<[string, string]>): {
  edits: Edit[]
  faults: { field: string; message: string }[]
} {
  const edits: Edit[] = []
  const faults: { field: string; message: string }[] = []
  for (const [name, text] of values) {
    const read = readEdit(name, text)
    if (read && 'edit' in read) edits.push(read.edit)
    else if (read) faults.push({ field: name, message: read.fault })
  }
  return { edits, faults }
}

/** The list with one more edit, which takes the place of an earlier one of its name. */
export const withMoreEdits = (edits: readonly Edit[], ...more: Edit[]): Edit[] =>
  more.reduce<Edit[]>((list, edit) => [...list.filter((it) => editNameOf(it) !== editNameOf(edit)), edit], [...edits])

const taskIn = (rows: PlanRows, id: string): TaskRow | undefined => rows.tasks.find((task) => task.id === id)

const calendarOf = (plan: PlanTerms, side: 'vendor' | 'customer') =>
  side === 'vendor' ? plan.vendorCalendar : plan.customerCalendar

const isPeriod = (edit: { from: IsoDate; to: IsoDate }) => (period: StoredCalendar['closed'][number]) =>
  period.from === edit.from && period.to === edit.to

/** What a plan holds where an edit would write; undefined where the plan has no such task. */
export function storedValue(rows: PlanRows, edit: Edit): Edit['value'] | undefined {
  switch (edit.field) {
    case 'criticalDate':
    case 'winBy':
      return rows.plan[edit.field]
    case 'closed':
      return reasonsIn(
        calendarOf(rows.plan, edit.side)
          .closed.filter(isPeriod(edit))
          .map(({ why }) => why)
          .join('\n'),
      )
    case 'lag': {
      const task = taskIn(rows, edit.task)
      if (!task || !taskIn(rows, edit.after)) return undefined
      const link = task.dependsOn.find((it) => it.task === edit.after)
      return link ? lagOf(link) : null
    }
    default:
      return taskIn(rows, edit.task)?.[edit.field]
  }
}

/** The rows with one edit made; all that it does not touch stays the same objects. */
export function withEdit<Rows extends PlanRows>(rows: Rows, edit: Edit): Rows {
  switch (edit.field) {
    case 'criticalDate':
    case 'winBy':
      return { ...rows, plan: { ...rows.plan, [edit.field]: edit.value } }
    case 'closed': {
      const key = edit.side === 'vendor' ? 'vendorCalendar' : 'customerCalendar'
      return { ...rows, plan: { ...rows.plan, [key]: withClosedPeriod(rows.plan[key], edit) } }
    }
    default:
      return { ...rows, tasks: rows.tasks.map((task) => (task.id === edit.task ? withTaskEdit(task, edit) : task)) }
  }
}

/** A calendar with the period of an edit closed, once for each reason, or open where the edit has none. */
export function withClosedPeriod(calendar: StoredCalendar, edit: Extract<Edit, { field: 'closed' }>): StoredCalendar {
  const others = calendar.closed.filter((period) => !isPeriod(edit)(period))
  const { from, to, value } = edit
  const periods = value === null ? [] : value.split('\n').map((why) => ({ from, to, why }))
  return { ...calendar, closed: [...others, ...periods] }
}

function withTaskEdit(task: TaskRow, edit: TaskEdit): TaskRow {
  if (edit.field !== 'lag') return { ...task, [edit.field]: edit.value }
  const { after, value } = edit
  const others = task.dependsOn.filter((link) => link.task !== after)
  if (value === null) return { ...task, dependsOn: others }
  return { ...task, dependsOn: [...others, { task: after, ...termsOfLag(value) }] }
}
