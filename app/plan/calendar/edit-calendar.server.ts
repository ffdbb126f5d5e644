import { type CommandContext, type PlainValue, defineCommand } from '#app/runner/command.ts'
import { changedFields } from '#app/runner/events/changed-fields.ts'
import { fieldRefusal } from '#app/runner/refusal.ts'
import type { z } from 'zod'
import type { StoredCalendar } from '#app/schedule/stored-calendar.ts'
import { regionCodeOf, withHolidays } from '../core/plan-holidays.server.ts'
import { calendarValues } from '../core/calendar-values.ts'
import { closedWords } from '../core/calendar-words.ts'
import { calendarInput } from '../model.ts'
import type { StoredPlan } from '../core/plan-rows.server.ts'
import { markCalendarChecked } from './mark-calendar-checked.server.ts'
import { checkSchedule, raiseTerms, takePlan } from '../core/take-task.server.ts'
import { weekdayDate } from '#app/ui/date-words.ts'
import { makeUndoable } from '../undo/make-undoable.server.ts'
import {
  calendarFormWords,
  calendarRefusals,
  daysOffTitle,
  extraDaysTitle,
  holidaysTitle,
  workweekLabel,
} from './calendar-form-words.ts'

const sides = ['vendor', 'customer'] as const
type CalendarSide = (typeof sides)[number]

const calendarOf = (plan: StoredPlan, side: CalendarSide) =>
  side === 'vendor' ? plan.vendorCalendar : plan.customerCalendar

/**
 * Changes when the two sides work, part by part, and the zone of the plan. Public holidays of a region are written out, so that the
 * plan keeps the days it was agreed with. Who saves it for the customer has checked it.
 */
export const editCalendar = defineCommand({
  name: 'edit-calendar',
  scope: 'plan',
  input: calendarInput,
  async current(context) {
    const { plan } = await takePlan(context)
    const parts = sides.flatMap((side): [string, { label: string; value: PlainValue }][] => {
      const company = side === 'vendor' ? plan.workspace : plan.account
      const { workweek, region, closed, extraWorkdays } = calendarOf(plan, side)
      return [
        [`${side}Workweek`, { label: workweekLabel(company), value: workweek.map(String) }],
        [`${side}Region`, { label: holidaysTitle(company), value: region }],
        [`${side}Closed`, { label: daysOffTitle(company), value: closed }],
        [`${side}Days`, { label: extraDaysTitle(company), value: extraWorkdays }],
      ]
    })
    return {
      subjectId: plan.id,
      fields: { timeZone: { label: calendarFormWords.timeZone, value: plan.timeZone }, ...Object.fromEntries(parts) },
    }
  },
  run: makeUndoable(async (context, touched) => {
    const { trx, workspaceId, row, input, record, todayIn } = context
    const before = await takePlan(context)
    const { plan } = before
    const isFirstLook = await markCalendarChecked(context)
    if (touched.size === 0) {
      if (isFirstLook)
        await record({ event: 'calendar checked', subjectId: row.id, subject: plan.project, changes: {} })
      return null
    }
    const vendorCalendar = await calendarFor('vendor', context, plan, touched)
    const customerCalendar = await calendarFor('customer', context, plan, touched)
    const timeZone = touched.has('timeZone') && input.timeZone !== undefined ? input.timeZone : plan.timeZone
    await trx
      .updateTable('plan')
      .set({
        timeZone,
        vendorCalendar: JSON.stringify(vendorCalendar),
        customerCalendar: JSON.stringify(customerCalendar),
      })
      .where('workspaceId', '=', workspaceId)
      .where('id', '=', row.id)
      .execute()
    // The zone says which day it is; what was agreed are the days.
    if ([...touched].some((field) => field !== 'timeZone')) await raiseTerms(context)
    const was = { timeZone: plan.timeZone, ...calendarValues(plan) }
    const is = { timeZone, ...calendarValues({ vendorCalendar, customerCalendar }) }
    await record({
      event: 'calendar changed',
      subjectId: row.id,
      subject: plan.project,
      changes: changedFields(
        calendarFields.filter((field) => touched.has(field)),
        was,
        is,
      ),
    })
    await checkSchedule(context, { before, today: todayIn(timeZone) })
    return null
  }),
})

/** One side's calendar with the parts that were touched. @throws Refusal 422 beside the part that cannot be */
async function calendarFor(
  side: CalendarSide,
  { input, compute }: Pick<CommandContext<z.infer<typeof calendarInput>, 'plan'>, 'input' | 'compute'>,
  plan: StoredPlan,
  touched: ReadonlySet<string>,
): Promise<StoredCalendar> {
  const stored = calendarOf(plan, side)
  const pick = <Value>(field: string, wanted: Value | undefined, kept: Value): Value =>
    touched.has(`${side}${field}`) && wanted !== undefined ? wanted : kept
  const workweek = pick('Workweek', input[`${side}Workweek`]?.map(Number), stored.workweek)
  if (workweek.length === 0) throw fieldRefusal(`${side}Workweek`, calendarRefusals.noWeekday)
  const closed = pick('Closed', input[`${side}Closed`], stored.closed)
  const backward = closed.find(({ from, to }) => to < from)
  if (backward) throw fieldRefusal(`${side}Closed`, calendarRefusals.endsBeforeStart(closedWords(backward)))
  const extraWorkdays = pick('Days', input[`${side}Days`], stored.extraWorkdays)
  // Days from before reasons were kept stay as they are.
  const isOld = (date: string) => stored.extraWorkdays.some((it) => it.date === date && it.why === '')
  const unexplained = extraWorkdays.find(({ date, why }) => why === '' && !isOld(date))
  if (unexplained) throw fieldRefusal(`${side}Days`, calendarRefusals.noReason(weekdayDate(unexplained.date)))
  const region = regionCodeOf(`${side}Region`, pick('Region', input[`${side}Region`] ?? null, stored.region))
  const next = { ...stored, workweek, closed, extraWorkdays, region }
  // Nothing new is looked up for a region that stays: its days were agreed.
  if (region === stored.region) return next
  const filled = await withHolidays(compute, next, { from: plan.startOn, to: plan.winBy })
  if (!filled) throw fieldRefusal(`${side}Region`, calendarRefusals.noHolidays(region ?? ''))
  return filled
}

const calendarFields = [
  'timeZone',
  ...sides.flatMap((side) => [`${side}Workweek`, `${side}Region`, `${side}Closed`, `${side}Days`] as const),
] as const
