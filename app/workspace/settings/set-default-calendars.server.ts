import { type StoredCalendar, storedCalendar } from '#app/schedule/stored-calendar.ts'
import { regionCodeOf, withHolidays } from '#app/plan/core/plan-holidays.server.ts'
import { defineCommand } from '#app/runner/command.ts'
import { changedFields } from '#app/runner/events/changed-fields.ts'
import { calendarValues } from '#app/plan/core/calendar-values.ts'
import { fieldRefusal } from '#app/runner/refusal.ts'
import { defaultCalendarsInput } from '../model.ts'
import { defaultCalendarsWords } from './settings-words.ts'
import { calendarRefusals } from '#app/plan/calendar/calendar-form-words.ts'

type Side = 'vendor' | 'customer'

/** Says what a new plan starts with, where its customer has no plan yet. Plans that there are stay as they are. */
export const setDefaultCalendars = defineCommand({
  name: 'set-default-calendars',
  scope: 'workspace',
  input: defaultCalendarsInput,
  current({ row }) {
    const of = (side: Side) => storedCalendar.parse(row[`${side}Calendar`])
    const [vendor, customer] = [of('vendor'), of('customer')]
    return Promise.resolve({
      subjectId: row.workspaceId,
      fields: {
        vendorWorkweek: { label: defaultCalendarsWords.vendorWorkweek, value: vendor.workweek.map(String).sort() },
        vendorRegion: { label: defaultCalendarsWords.vendorHolidays, value: vendor.region },
        customerWorkweek: {
          label: defaultCalendarsWords.customerWorkweek,
          value: customer.workweek.map(String).sort(),
        },
        customerRegion: { label: defaultCalendarsWords.customerRegion, value: customer.region },
      },
    })
  },
  async run({ trx, workspaceId, row, input, record, todayIn, compute }, touched) {
    if (touched.size === 0) return null
    const today = todayIn(row.timeZone)
    const nextOf = async (side: Side): Promise<StoredCalendar> => {
      const stored = storedCalendar.parse(row[`${side}Calendar`])
      const [days, place] = [`${side}Workweek`, `${side}Region`] as const
      const workweek = touched.has(days) ? input[days].map(Number) : stored.workweek
      const region = regionCodeOf(place, touched.has(place) ? input[place] : stored.region)
      if (workweek.length === 0) throw fieldRefusal(days, calendarRefusals.noWeekday)
      const next = await withHolidays(compute, { ...stored, workweek, region }, { from: today, to: today })
      if (!next) throw fieldRefusal(place, calendarRefusals.noHolidays(region ?? ''))
      return next
    }
    const next = { vendorCalendar: await nextOf('vendor'), customerCalendar: await nextOf('customer') }
    const stored = {
      vendorCalendar: storedCalendar.parse(row.vendorCalendar),
      customerCalendar: storedCalendar.parse(row.customerCalendar),
    }
    await trx
      .updateTable('workspace')
      .set({
        vendorCalendar: JSON.stringify(next.vendorCalendar),
        customerCalendar: JSON.stringify(next.customerCalendar),
      })
      .where('workspaceId', '=', workspaceId)
      .execute()
    await record({
      event: 'calendars of new plans changed',
      subjectId: workspaceId,
      subject: row.name,
      changes: changedFields(
        (['vendorWorkweek', 'vendorRegion', 'customerWorkweek', 'customerRegion'] as const).filter((field) =>
          touched.has(field),
        ),
        calendarValues(stored),
        calendarValues(next),
      ),
    })
    return null
  },
})
