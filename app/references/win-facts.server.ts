import type { WorkspaceReading } from '#db/reading.ts'
import type { WinFacts } from '#emails/parts/win-facts.ts'
import { compareWithTarget } from '#app/plan/terms/win-measure.ts'
import { notFound } from '#app/runner/refusal.ts'
import { addressOwner } from '#app/access/core/address-owner.server.ts'

export type ToldWin = Omit<WinFacts, 'sentOn'> & {
  workspace: string
  announcedTo: string
  timeZone: string
  winVersion: number
}

/**
 * The facts of a confirmed win for every email about it, as stored with the confirmation.
 * @throws Refusal 404 when the plan has no confirmed win
 */
export async function getWinFacts(trx: WorkspaceReading, workspaceId: string, planId: string): Promise<ToldWin> {
  const found = await trx
    .selectFrom('winResult')
    .innerJoin('plan', (join) =>
      join.onRef('plan.workspaceId', '=', 'winResult.workspaceId').onRef('plan.id', '=', 'winResult.planId'),
    )
    .innerJoin('workspace', 'workspace.workspaceId', 'plan.workspaceId')
    .innerJoin('account', (join) =>
      join.onRef('account.workspaceId', '=', 'plan.workspaceId').onRef('account.id', '=', 'plan.accountId'),
    )
    .innerJoin('participant', (join) =>
      join
        .onRef('participant.workspaceId', '=', 'winResult.workspaceId')
        .onRef('participant.id', '=', 'winResult.participantId'),
    )
    .innerJoin('planParticipant', (join) =>
      join
        .onRef('planParticipant.workspaceId', '=', 'winResult.workspaceId')
        .onRef('planParticipant.planId', '=', 'winResult.planId')
        .onRef('planParticipant.participantId', '=', 'winResult.participantId'),
    )
    .select([
      'workspace.name as workspace',
      'account.name as account',
      'plan.project',
      'plan.timeZone',
      'plan.winVersion',
      'winResult.statement',
      'winResult.measure',
      'winResult.unit',
      'winResult.baseline',
      'winResult.target',
      'winResult.announcedTo',
      'winResult.measured',
      'winResult.reachedOn',
      'winResult.confirmedOn',
      'planParticipant.name as confirmedBy',
      'participant.jobTitle',
      'participant.accountId',
      'participant.email',
      'plan.accountId as ofAccount',
    ])
    .where('winResult.workspaceId', '=', workspaceId)
    .where('winResult.planId', '=', planId)
    .executeTakeFirst()
  if (!found) throw notFound()
  const figures = { baseline: Number(found.baseline), target: Number(found.target), measured: Number(found.measured) }
  const { email, jobTitle, accountId, ofAccount, ...win } = found
  return {
    ...win,
    // A title at another customer is none of this one's.
    confirmedByTitle: accountId === ofAccount ? jobTitle : null,
    ...figures,
    targetMet: compareWithTarget(figures, figures.measured) === 'met',
    confirmedFrom: addressOwner(email),
  }
}

/** The facts alone, without what only some of the emails say. */
export const winFactsOf = ({
  announcedTo: _to,
  timeZone: _zone,
  workspace: _workspace,
  winVersion: _version,
  ...facts
}: ToldWin): Omit<WinFacts, 'sentOn'> => facts
