import { keptRegion } from '#app/runner/events/values.ts'
import type { StoredCalendar } from '#app/schedule/stored-calendar.ts'

type Calendars = { vendorCalendar: StoredCalendar; customerCalendar: StoredCalendar }

/** Both calendars of a plan, part by part, as the activity keeps them. */
export const calendarValues = ({ vendorCalendar: vendor, customerCalendar: customer }: Calendars) => ({
  vendorWorkweek: vendor.workweek,
  vendorRegion: keptRegion(vendor.region),
  vendorClosed: vendor.closed,
  vendorDays: vendor.extraWorkdays,
  customerWorkweek: customer.workweek,
  customerRegion: keptRegion(customer.region),
  customerClosed: customer.closed,
  customerDays: customer.extraWorkdays,
})
