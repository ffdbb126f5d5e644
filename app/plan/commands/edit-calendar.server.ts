import { type Change, defineCommand } from '#app/runner/command.ts'
import { canonical } from '#app/runner/compare.ts'
import { fault } from '#app/runner/refusal.ts'
import type { StoredCalendar } from '#app/plan/calendar.ts'
import { calendarWords } from '#app/plan/calendar-words.ts'
import { withHolidays } from '#app/plan/calendar.server.ts'
import { calendarInput } from '#app/plan/model.ts'
import { checkSchedule, raiseTerms, takePlan } from '#app/plan/steps/plan-tasks.server.ts'

/** Changes when the two sides work. Public holidays of a region are written out, so that the plan keeps the days it was agreed with. */
export const editCalendar = defineCommand({
  name: 'edit-calendar',
  scope: 'plan',
  input: calendarInput,
  async run(context) {
    const { trx, workspaceId, row, input, record, todayIn } = context
    const { plan } = await takePlan(context)
    const fromYear = Number(plan.startOn.slice(0, 4))
    const nextOf = (side: 'vendor' | 'customer', stored: StoredCalendar): StoredCalendar => {
      const workweek = input[`${side}Workweek`].map(Number)
      if (workweek.length === 0) throw fault(`${side}Workweek`, 'At least one day of the week is needed.')
      const closed = input[`${side}Closed`]
      if (closed.some(({ from, to }) => to < from))
        throw fault(`${side}Closed`, 'A closed period ends before it begins.')
      const region = input[`${side}Region`]?.toUpperCase() ?? null
      // Nothing new is looked up for a region that stays: its days were agreed.
      if (region === stored.region) return { ...stored, workweek, closed }
      const next = withHolidays({ ...stored, workweek, closed, region }, fromYear)
      if (!next) throw fault(`${side}Region`, 'This region is not known. Codes are like US, GB or DE-BY.')
      return next
    }
    const vendorCalendar = nextOf('vendor', plan.vendorCalendar)
    const customerCalendar = nextOf('customer', plan.customerCalendar)
    const changes: Record<string, Change> = {}
    if (canonical(vendorCalendar) !== canonical(plan.vendorCalendar))
      changes['vendorCalendar'] = { before: calendarWords(plan.vendorCalendar), after: calendarWords(vendorCalendar) }
    if (canonical(customerCalendar) !== canonical(plan.customerCalendar))
      changes['customerCalendar'] = {
        before: calendarWords(plan.customerCalendar),
        after: calendarWords(customerCalendar),
      }
    if (Object.keys(changes).length === 0) return null
    await trx
      .updateTable('plan')
      .set({ vendorCalendar: JSON.stringify(vendorCalendar), customerCalendar: JSON.stringify(customerCalendar) })
      .where('workspaceId', '=', workspaceId)
      .where('id', '=', row.id)
      .execute()
    await raiseTerms(context)
    await record({ event: 'calendar changed', subjectId: row.id, subject: plan.project, changes })
    await checkSchedule(context, todayIn(row.timeZone))
    return null
  },
})
