import { type StoredCalendar, storedCalendar } from '#app/plan/core/calendar.ts'
import { regionCodeOf, withHolidays } from '#app/plan/core/calendar.server.ts'
import { regionName } from '#app/schedule/regions.server.ts'
import { type Change, defineCommand } from '#app/runner/command.ts'
import { fault } from '#app/runner/refusal.ts'
import { defaultCalendarsInput } from '../model.ts'

type Side = 'vendor' | 'customer'

/** Says what a new plan begins with, where its customer has no plan yet. Plans that there are stay as they are. */
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
        vendorWorkweek: { label: 'Your working days', value: vendor.workweek.map(String).sort() },
        vendorRegion: { label: 'Your public holidays', value: vendor.region },
        customerWorkweek: { label: 'A customer’s working days', value: customer.workweek.map(String).sort() },
        customerRegion: { label: 'A customer’s public holidays', value: customer.region },
      },
    })
  },
  async run({ trx, workspaceId, row, input, record, todayIn, compute }, touched) {
    if (touched.size === 0) return null
    const today = todayIn(row.timeZone)
    const changes: Record<string, Change> = {}
    const nextOf = async (side: Side): Promise<StoredCalendar> => {
      const stored = storedCalendar.parse(row[`${side}Calendar`])
      const [days, place] = [`${side}Workweek`, `${side}Region`] as const
      const workweek = touched.has(days) ? input[days].map(Number) : stored.workweek
      const region = regionCodeOf(place, touched.has(place) ? input[place] : stored.region)
      if (workweek.length === 0) throw fault(days, 'Please choose at least one day of the week.')
      const next = await withHolidays(compute, { ...stored, workweek, region }, { from: today, to: today })
      if (!next) throw fault(place, `We have no public holidays for ${region ?? ''}.`)
      if (touched.has(days)) changes[days] = { before: stored.workweek, after: workweek }
      if (touched.has(place))
        changes[place] = { before: stored.region && regionName(stored.region), after: region && regionName(region) }
      return next
    }
    const vendorCalendar = JSON.stringify(await nextOf('vendor'))
    const customerCalendar = JSON.stringify(await nextOf('customer'))
    await trx
      .updateTable('workspace')
      .set({ vendorCalendar, customerCalendar })
      .where('workspaceId', '=', workspaceId)
      .execute()
    await record({ event: 'calendars of new plans changed', subjectId: workspaceId, subject: row.name, changes })
    return null
  },
})
