import { sql } from 'kysely'
import type { Parts } from '#app/kit/parts.ts'
import { longestName } from '#app/kit/plain-text.ts'
import { calendarSpecOf } from '#app/schedule/calendar-spec-of.ts'
import { storedCalendar } from '#app/schedule/stored-calendar.ts'

/** A longer list helps no one: more are found by typing a part of their name. */
const accountsOffered = 50

/** What was typed of an account's name, as an address carries it. */
export const readTyped = (search: URLSearchParams): string =>
  (search.get('account') ?? '').replaceAll('\0', '').slice(0, longestName).trim()

/**
 * What the page of a new plan offers: the newest accounts, or those whose names contain what was typed, each with the zone of its last
 * plan, where there is one; and the workspace's name, zone (which says which day it is) and calendars.
 */
export async function getNewPlanChoices(parts: Pick<Parts, 'reads'>, workspaceId: string, typed = '') {
  const place = sql<number>`position(lower(${typed}) in lower(account.name))`
  return parts.reads.in(workspaceId, async (trx) => {
    const accounts = trx
      .selectFrom('account')
      .select((account) => [
        'name',
        account
          .selectFrom('plan')
          .select('plan.timeZone')
          .where('plan.workspaceId', '=', workspaceId)
          .whereRef('plan.accountId', '=', 'account.id')
          .orderBy('plan.createdAt', 'desc')
          .limit(1)
          .as('zone'),
      ])
      .where('workspaceId', '=', workspaceId)
      .$if(typed !== '', (query) =>
        query
          .where(place, '>', 0)
          .orderBy(place)
          .orderBy(sql`lower(account.name)`),
      )
      .orderBy('createdAt', 'desc')
      .orderBy('id')
      .limit(accountsOffered + 1)
      .execute()
    const workspace = trx
      .selectFrom('workspace')
      .select(['name', 'timeZone', 'vendorCalendar', 'customerCalendar'])
      .where('workspaceId', '=', workspaceId)
      .executeTakeFirstOrThrow()
    const [found, own] = await Promise.all([accounts, workspace])
    const { vendorCalendar, customerCalendar, ...named } = own
    const offered = found.slice(0, accountsOffered)
    return {
      accounts: offered.sort((a, b) => a.name.localeCompare(b.name, 'en')),
      hasMore: found.length > offered.length,
      workspace: named,
      calendars: {
        vendor: calendarSpecOf(storedCalendar.parse(vendorCalendar)),
        customer: calendarSpecOf(storedCalendar.parse(customerCalendar)),
      },
    }
  })
}
