import type { CommandContext } from '#app/runner/command.ts'
import type { IsoDate } from '#app/schedule/model.ts'
import { storedCalendar } from '#app/schedule/stored-calendar.ts'
import { withLaterHolidays } from './plan-holidays.server.ts'

type Context = Pick<CommandContext<unknown, 'plan'>, 'trx' | 'workspaceId' | 'compute'>

/**
 * Writes out the public holidays of both sides up to the plan's win date and beyond, wherever that date is new: no due date may fall
 * on a holiday that was not looked up.
 */
export async function extendCalendars({ trx, workspaceId, compute }: Context, planId: string): Promise<void> {
  const plan = await trx
    .selectFrom('plan')
    .select(['startOn', 'winBy', 'vendorCalendar', 'customerCalendar'])
    .where('workspaceId', '=', workspaceId)
    .where('id', '=', planId)
    .executeTakeFirstOrThrow()
  const time = { from: plan.startOn as IsoDate, to: plan.winBy as IsoDate }
  const [vendor, customer] = [storedCalendar.parse(plan.vendorCalendar), storedCalendar.parse(plan.customerCalendar)]
  const nextVendor = await withLaterHolidays(compute, vendor, time)
  const nextCustomer = await withLaterHolidays(compute, customer, time)
  if (nextVendor === vendor && nextCustomer === customer) return
  await trx
    .updateTable('plan')
    .set({ vendorCalendar: JSON.stringify(nextVendor), customerCalendar: JSON.stringify(nextCustomer) })
    .where('workspaceId', '=', workspaceId)
    .where('id', '=', planId)
    .execute()
}
