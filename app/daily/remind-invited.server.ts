import { type SqlBool, sql } from 'kysely'
import { inWorkspace } from '#db/workspace.ts'
import { todayIn } from '#app/kit/clock.ts'
import { day } from '#app/kit/durations.ts'
import type { Parts } from '#app/kit/parts.ts'
import { writeNotice } from '#app/outbox/outbox.server.ts'
import { isTimeForEmail } from './is-time-for-email.ts'
import { type DailyWish, listReaderTimes } from './list-reader-times.server.ts'

/** Invitations that one run reminds of; the next continues. */
const atOnce = 100

/** How long after the invitation someone who has not opened the plan is reminded, and for the last time. */
const firstAfter = 2 * day
const lastAfter = 5 * day

/**
 * Reminds people who were invited and have not opened the plan, two and five days later, each once: as their email of the day, so at a time when they get
 * emails, and no one who wants none or can't be reached. Safe to run at any time.
 */
export async function remindInvited(parts: Parts, workspaceId: string): Promise<void> {
  const now = parts.clock.now()
  await inWorkspace(parts.db, workspaceId, async (trx) => {
    const isLast = sql<boolean>`plan_participant.invited_at <= ${new Date(now.getTime() - lastAfter)}::timestamptz`
    const dueAfter = sql`(case when ${isLast} then ${lastAfter / 1000}::int else ${firstAfter / 1000}::int end * interval '1 second')`
    const isReminded = sql<SqlBool>`exists (
      select from notice
      where notice.workspace_id = ${workspaceId} and notice.plan_id = plan_participant.plan_id
        and notice.participant_id = plan_participant.participant_id and notice.kind = 'invitation-reminder'
        and notice.created_at >= plan_participant.invited_at + ${dueAfter}
    )`
    const due = await trx
      .selectFrom('planParticipant')
      .innerJoin('plan', (join) =>
        join
          .onRef('plan.workspaceId', '=', 'planParticipant.workspaceId')
          .onRef('plan.id', '=', 'planParticipant.planId'),
      )
      .innerJoin('account', (join) =>
        join.onRef('account.workspaceId', '=', 'plan.workspaceId').onRef('account.id', '=', 'plan.accountId'),
      )
      .innerJoin('workspace', 'workspace.workspaceId', 'plan.workspaceId')
      .innerJoin('participant', (join) =>
        join
          .onRef('participant.workspaceId', '=', 'planParticipant.workspaceId')
          .onRef('participant.id', '=', 'planParticipant.participantId'),
      )
      .leftJoin('member as inviter', (join) =>
        join
          .onRef('inviter.workspaceId', '=', 'planParticipant.workspaceId')
          .onRef('inviter.id', '=', 'planParticipant.invitedByMemberId'),
      )
      .leftJoin('participant as colleague', (join) =>
        join
          .onRef('colleague.workspaceId', '=', 'planParticipant.workspaceId')
          .onRef('colleague.id', '=', 'planParticipant.invitedByParticipantId'),
      )
      .select(['plan.id as planId', 'plan.project', 'plan.timeZone', 'account.name as account'])
      .select(['workspace.name as workspace', 'inviter.id as memberId', 'inviter.name as member'])
      .select(['colleague.id as colleagueId', 'colleague.name as colleague'])
      .select(['planParticipant.name', 'invitedAt', 'participant.id as participantId', 'participant.email as address'])
      .select(isLast.as('isLast'))
      .where('planParticipant.workspaceId', '=', workspaceId)
      .where('planParticipant.joinedAt', 'is', null)
      .where('planParticipant.removedAt', 'is', null)
      .where('planParticipant.cameBy', '=', 'invitation')
      .where('planParticipant.invitedAt', '<=', new Date(now.getTime() - firstAfter))
      .where('planParticipant.invitedAt', '>', new Date(now.getTime() - remindsFor))
      .where('plan.archivedAt', 'is', null)
      .where('plan.state', 'not in', ['won', 'lost'])
      .where(({ not }) => not(isReminded))
      .orderBy('invitedAt')
      .forNoKeyUpdate('planParticipant')
      .execute()
    const readers = due.map(({ participantId: id }) => ({ kind: 'participant' as const, id }))
    const times =
      readers.length > 0 ? await listReaderTimes(trx, workspaceId, readers, now) : new Map<string, DailyWish>()
    const isReading = (id: string) => {
      const wish = times.get(id)
      return (
        wish !== undefined &&
        !wish.isBlocked &&
        wish.rhythm !== 'none' &&
        isTimeForEmail({ ...wish, rhythm: 'daily' }, now)
      )
    }
    // One who was invited to two plans is reminded of one of them a day.
    const seats = [...new Map(due.toReversed().map((seat) => [seat.participantId, seat])).values()]
      .filter(({ participantId }) => isReading(participantId))
      .slice(0, atOnce)
    for (const seat of seats) {
      const { planId, workspace, account, project, name, timeZone, invitedAt, participantId, address } = seat
      const isOfVendor = seat.memberId !== null
      const inviter = seat.member ?? seat.colleague
      if (inviter === null) continue
      const senderId = seat.memberId ?? seat.colleagueId
      await writeNotice(
        parts,
        trx,
        workspaceId,
        {
          kind: 'invitation-reminder',
          facts: {
            ...{ workspace, account, project, name, inviter },
            inviterCompany: isOfVendor ? workspace : account,
            invitedOn: todayIn(timeZone, invitedAt),
            isLast: seat.isLast,
          },
          to: { participantId, address },
          planId,
          link: { kind: 'invitation', planId, keepsOlder: true },
          ...(senderId !== null && { sender: { kind: isOfVendor ? 'member' : 'participant', id: senderId } }),
        },
        now,
      )
    }
  })
}

/** Invitations older than this are not reminded of: nothing was running when it was due. */
const remindsFor = 10 * day
