import type { WorkspaceReading } from '#db/reading.ts'
import type { Parts } from '#app/kit/parts.ts'
import { todayIn } from '#app/kit/clock.ts'
import { readableAddress, readableDomain } from '#app/kit/readable-address.server.ts'
import { storedCalendar } from '#app/schedule/stored-calendar.ts'
import { listLedPlans } from '#app/plan/team/hand-over-plans.server.ts'
import { notFound } from '#app/runner/refusal.ts'

export type MemberRow = {
  id: string
  name: string
  email: string
  roles: string[]
  /** Since when emails to the member come back, `YYYY-MM-DD`; null where they do not. */
  bouncedOn: string | null
  /** When the member was invited at this address; null once they have signed in with it. */
  invitedOn: string | null
}
export type WorkspacePageView = { name: string; codeOnNewDevices: boolean; members: MemberRow[] }

/** The workspace and who belongs to it, by name. */
export function getWorkspacePage(parts: Parts, workspaceId: string): Promise<WorkspacePageView> {
  return parts.reads.in(workspaceId, async (trx) => {
    const { name, codeOnNewDevices } = await trx
      .selectFrom('workspace')
      .select(['name', 'codeOnNewDevices'])
      .where('workspaceId', '=', workspaceId)
      .executeTakeFirstOrThrow()
    const members = await listMembers(trx, workspaceId)
    return { name, codeOnNewDevices, members }
  })
}

export type MemberPageView = {
  member: MemberRow
  /** Everyone else, who could take over. */
  others: { id: string; name: string }[]
  led: { id: string; account: string; project: string }[]
}

/** One member, with the plans that would need a new lead. @throws Refusal 404 */
export function getMemberPage(
  parts: Pick<Parts, 'reads'>,
  workspaceId: string,
  memberId: string,
): Promise<MemberPageView> {
  return parts.reads.in(workspaceId, async (trx) => {
    const members = await listMembers(trx, workspaceId)
    const member = members.find(({ id }) => id === memberId)
    if (!member) throw notFound()
    const others = members.filter((it) => it !== member).map(({ id, name }) => ({ id, name }))
    return { member, others, led: await listLedPlans(trx, workspaceId, memberId) }
  })
}

export type Profile = { name: string; email: string; jobTitle: string | null }

/** What a member is shown of their own. */
export const getProfile = (parts: Pick<Parts, 'reads'>, workspaceId: string, memberId: string): Promise<Profile> =>
  parts.reads.in(workspaceId, async (trx) => {
    const { email, ...profile } = await trx
      .selectFrom('member')
      .select(['name', 'email', 'jobTitle'])
      .where('workspaceId', '=', workspaceId)
      .where('id', '=', memberId)
      .executeTakeFirstOrThrow()
    return { ...profile, email: readableAddress(email) }
  })

const listMembers = async (trx: WorkspaceReading, workspaceId: string): Promise<MemberRow[]> => {
  const members = await trx
    .selectFrom('member')
    .innerJoin('workspace', 'workspace.workspaceId', 'member.workspaceId')
    .leftJoin('blockedAddress as blocked', (join) =>
      join
        .onRef('blocked.workspaceId', '=', 'member.workspaceId')
        .onRef('blocked.address', '=', 'member.email')
        .on('blocked.reason', '=', 'bounced'),
    )
    .select(['member.id', 'member.name', 'member.email', 'member.roles', 'member.awaitedSince'])
    .select(['blocked.since', 'workspace.timeZone'])
    .where('member.workspaceId', '=', workspaceId)
    .where('member.removedAt', 'is', null)
    .orderBy('member.name')
    .execute()
  return members.map(({ since, awaitedSince, timeZone, email, ...member }) => ({
    ...member,
    email: readableAddress(email),
    bouncedOn: since && todayIn(timeZone, since),
    invitedOn: awaitedSince && todayIn(timeZone, awaitedSince),
  }))
}

/** A calendar as its form shows it: days of the week as it posts them, no region as nothing. */
type CalendarChoice = { workweek: string[]; region: string }

export type SettingsView = {
  name: string
  timeZone: string
  domains: string[]
  accent: string | null
  logo: string | null
  calendars: { vendor: CalendarChoice; customer: CalendarChoice }
  answerTime: { answerHours: number; answerFrom: string; answerTo: string }
}

/** How the workspace is named, coloured and told from others, what its new plans start with, and by when it answers questions. */
export const getSettings = (parts: Pick<Parts, 'reads'>, workspaceId: string): Promise<SettingsView> =>
  parts.reads.in(workspaceId, async (trx) => {
    const { vendorCalendar, customerCalendar, domains, answerHours, answerFrom, answerTo, ...settings } = await trx
      .selectFrom('workspace')
      .select(['name', 'timeZone', 'domains', 'accent', 'logo', 'vendorCalendar', 'customerCalendar'])
      .select(['answerHours', 'answerFrom', 'answerTo'])
      .where('workspaceId', '=', workspaceId)
      .executeTakeFirstOrThrow()
    return {
      ...settings,
      domains: domains.map(readableDomain),
      calendars: { vendor: choiceOf(vendorCalendar), customer: choiceOf(customerCalendar) },
      answerTime: { answerHours, answerFrom, answerTo },
    }
  })

function choiceOf(stored: unknown): CalendarChoice {
  const { workweek, region } = storedCalendar.parse(stored)
  return { workweek: workweek.map(String), region: region ?? '' }
}
