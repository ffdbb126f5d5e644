import { sql } from 'kysely'
import type { WorkspaceReading } from '#db/reading.ts'
import type { Parts } from '#app/kit/parts.ts'
import { calendarSpecOf } from '#app/schedule/calendar-spec-of.ts'
import { storedCalendar } from '#app/schedule/stored-calendar.ts'
import { findLastCalendars } from '#app/plan/calendar/find-last-calendars.server.ts'
import { findAccountByName } from './find-account-by-name.server.ts'

/** A longer list helps no one: more are found by typing a part of their name. */
const accountsOffered = 50

type Asked = { typed?: string; previewed?: string }

/**
 * What the page of a new plan offers: the newest accounts, or those whose names contain what was typed, each with the zone of its last
 * plan, where there is one; the workspace's name and zone; and the zone, which says which day it is, and the calendars that a plan for
 * the previewed account would have.
 */
export async function getNewPlanChoices(
  parts: Pick<Parts, 'reads'>,
  workspaceId: string,
  { typed = '', previewed = '' }: Asked = {},
) {
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
    const [found, own, last] = await Promise.all([
      accounts,
      workspace,
      previewed === '' ? undefined : findCalendarsOf(trx, workspaceId, previewed),
    ])
    const { vendorCalendar, customerCalendar, ...named } = own
    const offered = found.slice(0, accountsOffered)
    return {
      accounts: offered.sort((a, b) => a.name.localeCompare(b.name, 'en')),
      hasMore: found.length > offered.length,
      workspace: named,
      start: {
        timeZone: last?.timeZone ?? named.timeZone,
        calendars: {
          vendor: calendarSpecOf(last?.vendorCalendar ?? storedCalendar.parse(vendorCalendar)),
          customer: calendarSpecOf(last?.customerCalendar ?? storedCalendar.parse(customerCalendar)),
        },
      },
    }
  })
}

async function findCalendarsOf(trx: WorkspaceReading, workspaceId: string, name: string) {
  const account = await findAccountByName(trx, workspaceId, name)
  return account && findLastCalendars(trx, workspaceId, account.id)
}
