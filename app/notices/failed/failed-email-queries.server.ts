import { bounds } from '#app/kit/limits.ts'
import type { Parts } from '#app/kit/parts.ts'
import { paths, planLinks } from '#app/kit/paths.ts'
import { readableAddress } from '#app/kit/readable-address.server.ts'
import { failedEmailsWords } from './failed-email-words.ts'
import { isSentAgain } from './is-sent-again.ts'

/** An email that never left. What it says is not shown: it may be private to the other side. */
export type FailedEmail = {
  id: string
  kind: string
  to: string
  /** The reader; null where they are gone. */
  name: string | null
  /** The plan that it is about. */
  plan: { path: string; account: string; project: string } | null
  failure: string
  /** ISO time. */
  at: string
  /** What could help its reader: to send it again, to correct the address on a page, or nothing here. */
  help: 'send again' | { correctOn: string } | null
}

/** The newest emails of a workspace that could not be sent. */
export async function listFailedEmails(
  { reads, clock }: Pick<Parts, 'reads' | 'clock'>,
  workspaceId: string,
): Promise<FailedEmail[]> {
  const now = clock.now()
  const rows = await reads.in(workspaceId, (trx) =>
    trx
      .selectFrom('notice')
      .leftJoin('member', (join) =>
        join
          .onRef('member.workspaceId', '=', 'notice.workspaceId')
          .onRef('member.id', '=', 'notice.memberId')
          .on('member.removedAt', 'is', null),
      )
      .leftJoin('planParticipant as seat', (join) =>
        join
          .onRef('seat.workspaceId', '=', 'notice.workspaceId')
          .onRef('seat.planId', '=', 'notice.planId')
          .onRef('seat.participantId', '=', 'notice.participantId')
          .on('seat.removedAt', 'is', null),
      )
      .leftJoin('plan', (join) =>
        join.onRef('plan.workspaceId', '=', 'notice.workspaceId').onRef('plan.id', '=', 'notice.planId'),
      )
      .leftJoin('account', (join) =>
        join.onRef('account.workspaceId', '=', 'plan.workspaceId').onRef('account.id', '=', 'plan.accountId'),
      )
      .leftJoin('blockedAddress as blocked', (join) =>
        join.onRef('blocked.workspaceId', '=', 'notice.workspaceId').onRef('blocked.address', '=', 'notice.toAddress'),
      )
      .select(['notice.id', 'notice.kind', 'notice.state', 'notice.toAddress', 'notice.failure', 'notice.createdAt'])
      .select(['notice.planId', 'plan.project', 'account.name as account', 'blocked.reason'])
      .select(['member.id as memberId', 'member.name as member', 'seat.name as participant'])
      .where('notice.workspaceId', '=', workspaceId)
      .where('notice.state', 'in', ['failed', 'set-aside'])
      .orderBy('notice.createdAt', 'desc')
      .limit(bounds.listRows)
      .execute(),
  )
  return rows.map((row) => ({
    ...{ id: row.id, kind: row.kind, to: readableAddress(row.toAddress), at: row.createdAt.toISOString() },
    name: row.member ?? row.participant,
    plan:
      row.planId !== null && row.account !== null && row.project !== null
        ? { path: paths.plan(row.planId), account: row.account, project: row.project }
        : null,
    failure: isUnread(row) ? failedEmailsWords.unreadable : (row.failure ?? failedEmailsWords.unknown),
    help: helpFor(row, now),
  }))
}

/** Whether it was set aside since its facts could not be read: sending it again needs another version of the program. */
const isUnread = ({ state }: Pick<Row, 'state'>): boolean => state === 'set-aside'

type Row = {
  kind: string
  state: string
  createdAt: Date
  reason: string | null
  memberId: string | null
  participant: string | null
  planId: string | null
}

function helpFor(row: Row, now: Date): FailedEmail['help'] {
  const { reason, memberId, participant, planId } = row
  if (reason === 'bounced' && memberId !== null) return { correctOn: paths.member(memberId) }
  if (reason === 'bounced' && participant !== null && planId !== null) return { correctOn: planLinks(planId).invite }
  return reason !== null || isUnread(row) || !isSentAgain(row, now) ? null : 'send again'
}
