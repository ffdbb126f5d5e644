import { inWorkspace } from '#db/workspace.ts'
import type { Parts } from '#app/kit/parts.ts'
import { notFound } from '#app/runner/refusal.ts'
import type { PlanViewer } from './guards.server.ts'

export type Seat = {
  id: string
  name: string
  email: string
  role: string
  mayConfirm: boolean
  joined: boolean
  cameBy: string
}

export type InvitePage = { account: string; project: string; entryDomains: string[]; seats: Seat[] }

/** Who takes part in a plan, in the order in which they came. */
export function getInvitePage(parts: Parts, { actor: { workspaceId }, planId }: PlanViewer): Promise<InvitePage> {
  return inWorkspace(parts.db, workspaceId, async (trx) => {
    const plan = await trx
      .selectFrom('plan')
      .innerJoin('account', (join) =>
        join.onRef('account.workspaceId', '=', 'plan.workspaceId').onRef('account.id', '=', 'plan.accountId'),
      )
      .select(['plan.project', 'plan.entryDomains', 'account.name as account'])
      .where('plan.workspaceId', '=', workspaceId)
      .where('plan.id', '=', planId)
      .executeTakeFirst()
    if (!plan) throw notFound()
    const seats = await trx
      .selectFrom('planParticipant')
      .innerJoin('participant', (join) =>
        join
          .onRef('participant.workspaceId', '=', 'planParticipant.workspaceId')
          .onRef('participant.id', '=', 'planParticipant.participantId'),
      )
      .select(['participant.id', 'participant.name', 'participant.email', 'role', 'mayConfirm', 'joinedAt', 'cameBy'])
      .where('planParticipant.workspaceId', '=', workspaceId)
      .where('planParticipant.planId', '=', planId)
      .where('removedAt', 'is', null)
      .orderBy('invitedAt')
      .orderBy('participant.name')
      .execute()
    return { ...plan, seats: seats.map(({ joinedAt, ...seat }) => ({ ...seat, joined: joinedAt !== null })) }
  })
}
