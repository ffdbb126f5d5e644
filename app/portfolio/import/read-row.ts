import { optionalName, optionalText, requiredText } from '#app/kit/field-schemas.ts'
import { fieldWords } from '#app/kit/field-words.ts'
import { isSameName } from '#app/kit/is-same-name.ts'
import { bounds, textSizes } from '#app/kit/limits.ts'
import { nameFromAddress } from '#app/kit/name-from-address.ts'
import { isNearDate } from '#app/kit/near-dates.ts'
import { stages } from '#app/plan/core/stages.ts'
import type { Stage } from '#app/plan/core/stages.ts'
import { addDays, daysBetween, weekday } from '#app/schedule/dates.ts'
import { type IsoDate, type Side, sides } from '#app/schedule/model.ts'
import { sideCellWords, stageCellWords, statusCellWords } from './cell-name-words.ts'
import type { ImportField } from './import-fields.ts'
import { importFieldLabels } from './import-field-words.ts'
import { importRowFaults as faultWords } from './import-row-words.ts'
import { memberNamed } from './member-named.ts'
import { plainName } from './plain-name.ts'
import { type DayOrder, readDay } from './read-day.ts'
import { readDuration } from './read-duration.ts'

/** What rows are read by, beside their cells. */
export type RowReading = {
  dayOrder: DayOrder
  today: IsoDate
  /** Whose a task is where neither its row nor its owner says. */
  side: Side
  companies: { vendor: string; customer: string }
  members: readonly { id: string; name: string; email: string }[]
}

/** What a row says of a task. */
export type ReadTask = {
  title: string
  description: string | null
  side: Side
  durationDays: number
  notBefore: IsoDate | null
  notAfter: IsoDate | null
  startedOn: IsoDate | null
  doneOn: IsoDate | null
  owner: string | null
  isMember: boolean
  stage: Stage | null
  milestone: string | null
}

type Status = keyof typeof statusCellWords

/** The text of a cell, without the apostrophe that keeps a spreadsheet from computing it. */
const cellText = (cell: string): string => cell.trim().replace(/^'(?=[=+\-@])/, '')

const keyOf = <Key extends string>(lists: Record<Key, readonly string[]>, cell: string, keys: readonly Key[]) =>
  keys.find((key) => lists[key].includes(plainName(cell))) ?? null

/** Monday to Friday from one day to another, ends included: the calendars of the plan are not known yet. */
function weekdaysBetween(from: IsoDate, to: IsoDate): number {
  const days = Math.min(daysBetween(from, to) + 1, bounds.workingDays)
  return Array.from({ length: Math.max(0, days) }, (_, at) => weekday(addDays(from, at))).filter((day) => day < 6)
    .length
}

/**
 * Reads the cells of a row.
 * @param cellOf the cell of a field, empty where no column holds it
 * @param told is called with each reason why the row cannot be imported
 */
export function readRow(
  cellOf: (field: ImportField) => string,
  reading: RowReading,
  told: (fault: string) => void,
): ReadTask {
  const { today, companies, members } = reading
  const text = (field: ImportField) => cellText(cellOf(field))
  const checked = <Value>(
    read: { success: true; data: Value } | { success: false; error: { issues: { message: string }[] } },
    otherwise: Value,
  ): Value => {
    if (read.success) return read.data
    told(read.error.issues[0]?.message ?? fieldWords.notValid)
    return otherwise
  }
  const dayIn = (field: 'start' | 'due' | 'done'): IsoDate | null => {
    const cell = text(field)
    if (cell === '' || /^(-+|n\/?a|tbd|tbc|\?+)$/i.test(cell)) return null
    const day = readDay(cell, reading.dayOrder)
    if (day === null) told(faultWords.noDay(importFieldLabels[field], cell))
    else if (!isNearDate(day, today)) told(faultWords.farDay(importFieldLabels[field], cell))
    return day
  }
  const one = <Key extends string>(
    field: ImportField,
    lists: Record<Key, readonly string[]>,
    keys: readonly Key[],
    fault: (cell: string) => string,
  ): Key | null => {
    const cell = text(field)
    const key = cell === '' ? null : keyOf(lists, cell, keys)
    if (cell !== '' && key === null) told(fault(cell))
    return key
  }
  const title = checked(
    requiredText(textSizes.title, faultWords.noTitle).safeParse(text('title').replace(/\s+/g, ' ')),
    '',
  )
  const description = checked(optionalText(textSizes.description).safeParse(text('notes')), null)
  const [start, due, done] = [dayIn('start'), dayIn('due'), dayIn('done')]
  const status = statusOf(text('status'), done, told)
  const { owner, isMember } = ownerIn(text('owner'), members, (name) =>
    checked(optionalName(textSizes.placeholder).safeParse(name), null),
  )
  const duration = text('days') === '' ? null : readDuration(text('days'))
  if (text('days') !== '' && duration === null) told(faultWords.noDuration(text('days')))
  const doneOn = status === 'done' ? doneDay({ done, due, today }, told) : null
  if (start !== null && doneOn !== null && doneOn < start) told(faultWords.doneBeforeStart)
  if (start !== null && due !== null && due < start) told(faultWords.dueBeforeStart)
  const startedOn =
    status === 'open' ? null : status === 'started' ? (start !== null && start <= today ? start : today) : start
  return {
    title,
    description,
    side: sideIn(text('side'), companies, told) ?? (isMember ? 'vendor' : reading.side),
    durationDays: duration?.days ?? (start !== null && due !== null ? Math.max(1, weekdaysBetween(start, due)) : 1),
    notBefore: status === 'open' ? start : null,
    notAfter: due,
    startedOn,
    doneOn,
    owner,
    isMember,
    stage: one('stage', stageCellWords, stages, faultWords.noStage),
    milestone: checked(optionalText(textSizes.title).safeParse(text('milestone').replace(/\s+/g, ' ')), null),
  }
}

function statusOf(cell: string, done: IsoDate | null, told: (fault: string) => void): Status {
  if (cell === '') return done === null ? 'open' : 'done'
  // How much of it is done: "40%", and 0.4 as spreadsheets store it.
  const [, digits = ''] = /^(\d{1,3}(?:[.,]\d+)?)\s?%?$/.exec(cell) ?? []
  const share = Number(digits.replace(',', '.')) * (cell.includes('%') || Number(digits) > 1 ? 1 : 100)
  const found: Status | null =
    digits === ''
      ? keyOf(statusCellWords, cell, ['done', 'started', 'open'])
      : share >= 100
        ? 'done'
        : share > 0
          ? 'started'
          : 'open'
  if (found === null) told(faultWords.noStatus(cell))
  if (found === 'open' && done !== null) told(faultWords.doneAndOpen)
  return found ?? 'open'
}

/** The day on which a task was done: where the row does not say, the day on which it was due, if that is over. */
function doneDay(
  { done, due, today }: { done: IsoDate | null; due: IsoDate | null; today: IsoDate },
  told: (fault: string) => void,
): IsoDate | null {
  if (done !== null && done > today) told(faultWords.doneLater)
  if (done !== null) return done
  if (due !== null && due <= today) return due
  told(faultWords.doneWithoutDay)
  return null
}

/** Who is in charge: a member by name or address, else anyone by name. */
function ownerIn(cell: string, members: RowReading['members'], nameOf: (name: string) => string | null) {
  if (cell === '' || /^(-+|n\/?a|tbd|tbc|\?+)$/i.test(cell)) return { owner: null, isMember: false }
  const member = memberNamed(members, cell)
  if (member) return { owner: member.name, isMember: true }
  return { owner: nameOf(/^\S+@\S+$/.test(cell) ? nameFromAddress(cell) : cell.replace(/\s+/g, ' ')), isMember: false }
}

function sideIn(cell: string, companies: RowReading['companies'], told: (fault: string) => void): Side | null {
  if (cell === '') return null
  if (isSameName(cell, companies.vendor)) return 'vendor'
  if (isSameName(cell, companies.customer)) return 'customer'
  const side = keyOf(sideCellWords, cell, sides)
  if (side === null) told(faultWords.noSide(cell))
  return side
}
