import { sql } from 'kysely'
import type { WorkspaceReading } from '#db/reading.ts'
import { day } from '#app/kit/durations.ts'
import { calendarSpecOf } from '#app/schedule/calendar-spec-of.ts'
import { storedCalendar } from '#app/schedule/stored-calendar.ts'
import { type EmailChoices, readEmailChoices } from './choices/find-email-choices.server.ts'
import type { ReaderTime } from './is-time-for-email.ts'

export type DailyReader = { kind: 'member' | 'participant'; id: string }

/** When someone reads, and what they want to be told. */
export type DailyWish = ReaderTime &
  Pick<EmailChoices, 'silent'> & {
    /** Whether emails to their address came back, or were complained about. */
    isBlocked: boolean
  }

/**
 * When each of these people reads: in the time zone that they chose, else that of the plan they were invited to last, for members the
 * workspace's; on the working days of the same. Nothing for those who are gone.
 */
export async function listReaderTimes(
  trx: WorkspaceReading,
  workspaceId: string,
  readers: readonly DailyReader[],
  now: Date,
): Promise<Map<string, DailyWish>> {
  const idsOf = (kind: DailyReader['kind']) => readers.filter((it) => it.kind === kind).map(({ id }) => id)
  const [members, participants] = [idsOf('member'), idsOf('participant')]
  const isBlocked = (table: 'member' | 'participant') => sql<boolean>`exists (
    select from blocked_address as blocked
    where blocked.workspace_id = ${workspaceId} and blocked.address = ${sql.ref(`${table}.email`)}
  )`
  const [workspace, present, seats, choices, last] = await Promise.all([
    trx
      .selectFrom('workspace')
      .select(['timeZone', 'vendorCalendar'])
      .where('workspaceId', '=', workspaceId)
      .executeTakeFirstOrThrow(),
    trx
      .selectFrom('member')
      .select(['id', isBlocked('member').as('isBlocked')])
      .where('workspaceId', '=', workspaceId)
      .where('id', 'in', [...members, noOne])
      .where('removedAt', 'is', null)
      .execute(),
    trx
      .selectFrom('planParticipant')
      .innerJoin('plan', (join) =>
        join
          .onRef('plan.workspaceId', '=', 'planParticipant.workspaceId')
          .onRef('plan.id', '=', 'planParticipant.planId'),
      )
      .innerJoin('participant', (join) =>
        join
          .onRef('participant.workspaceId', '=', 'planParticipant.workspaceId')
          .onRef('participant.id', '=', 'planParticipant.participantId'),
      )
      .distinctOn('participantId')
      .select(['participantId', 'plan.timeZone', 'plan.customerCalendar', isBlocked('participant').as('isBlocked')])
      .where('planParticipant.workspaceId', '=', workspaceId)
      .where('participantId', 'in', [...participants, noOne])
      .where('removedAt', 'is', null)
      .where('plan.archivedAt', 'is', null)
      .orderBy('participantId')
      .orderBy('invitedAt', 'desc')
      .execute(),
    trx
      .selectFrom('emailChoice')
      .select(['readerId', 'timeZone', 'rhythm', 'silent'])
      .where('workspaceId', '=', workspaceId)
      .where('readerId', 'in', [...members, ...participants, noOne])
      .execute(),
    trx
      .selectFrom('notice')
      .select(({ fn }) => [
        ...(['memberId', 'participantId'] as const),
        fn.max('createdAt').as('lastAt'),
        fn.max('createdAt').filterWhere('kind', '<>', 'daily').as('invitedAt'),
      ])
      .where('workspaceId', '=', workspaceId)
      .where('kind', 'in', emailsOfADay)
      .where('state', '<>', 'unwanted')
      .where('createdAt', '>', new Date(now.getTime() - week))
      .where(({ or, eb }) =>
        or([eb('memberId', 'in', [...members, noOne]), eb('participantId', 'in', [...participants, noOne])]),
      )
      .groupBy(['memberId', 'participantId'])
      .execute(),
  ])
  const lastOf = new Map(last.map(({ memberId, participantId, ...at }) => [memberId ?? participantId, at]))
  const own = new Map(choices.map((choice) => [choice.readerId, choice]))
  const timeOf = (id: string, isBlocked: boolean, timeZone: string, calendar: unknown): [string, DailyWish] => {
    const { timeZone: chosenZone, rhythm, silent } = readEmailChoices(own.get(id))
    const { lastAt = null, invitedAt = null } = lastOf.get(id) ?? {}
    return [
      id,
      {
        timeZone: chosenZone ?? timeZone,
        calendar: calendarSpecOf(storedCalendar.parse(calendar)),
        ...{ rhythm, silent, lastAt, invitedAt, isBlocked },
      },
    ]
  }
  return new Map([
    ...present.map((it) => timeOf(it.id, it.isBlocked, workspace.timeZone, workspace.vendorCalendar)),
    ...seats.map((it) => timeOf(it.participantId, it.isBlocked, it.timeZone, it.customerCalendar)),
  ])
}

/** One of these a day and person: what we write by ourselves. An invitation counts, since it tells what is new on its plan. */
const emailsOfADay = ['daily', 'invitation', 'invitation-reminder']

/** What left before is of another week or day. */
const week = 7 * day

/** PostgreSQL knows no empty list; no one has this id. */
const noOne = '00000000-0000-0000-0000-000000000000'
