import type { WorkspaceReading } from '#db/reading.ts'
import { storedCalendar } from '#app/schedule/stored-calendar.ts'

/** Zone and calendars of an account's latest plan: what its next one starts with. */
export async function findLastCalendars(trx: WorkspaceReading, workspaceId: string, accountId: string) {
  const last = await trx
    .selectFrom('plan')
    .select(['timeZone', 'vendorCalendar', 'customerCalendar'])
    .where('workspaceId', '=', workspaceId)
    .where('accountId', '=', accountId)
    .orderBy('createdAt', 'desc')
    .limit(1)
    .executeTakeFirst()
  return (
    last && {
      timeZone: last.timeZone,
      vendorCalendar: storedCalendar.parse(last.vendorCalendar),
      customerCalendar: storedCalendar.parse(last.customerCalendar),
    }
  )
}
