import type { WorkspaceReading } from '#db/reading.ts'
import type { CardMaterial, CardPerson } from './build-card.ts'

type OfPlan = { workspaceId: string; planId: string }

/** What a victory card is made of; undefined before the first win is confirmed. */
export async function findCardMaterial(trx: WorkspaceReading, of: OfPlan): Promise<CardMaterial | undefined> {
  const [win, people] = await Promise.all([findConfirmedWin(trx, of), listCardPeople(trx, of)])
  if (!win) return undefined
  const { baseline, target, measured, headlineFor, ...words } = win
  return {
    ...words,
    baseline: Number(baseline),
    target: Number(target),
    measured: Number(measured),
    headline: headlineFor === win.winVersion ? words.headline : null,
    people,
  }
}

const findConfirmedWin = (trx: WorkspaceReading, { workspaceId, planId }: OfPlan) =>
  trx
    .selectFrom('plan')
    .innerJoin('workspace', 'workspace.workspaceId', 'plan.workspaceId')
    .innerJoin('account', (join) =>
      join.onRef('account.workspaceId', '=', 'plan.workspaceId').onRef('account.id', '=', 'plan.accountId'),
    )
    .innerJoin('winResult', (join) =>
      join.onRef('winResult.workspaceId', '=', 'plan.workspaceId').onRef('winResult.planId', '=', 'plan.id'),
    )
    .leftJoin('winCard', (join) =>
      join.onRef('winCard.workspaceId', '=', 'plan.workspaceId').onRef('winCard.planId', '=', 'plan.id'),
    )
    .select([
      'plan.winVersion',
      'workspace.name as vendor',
      'workspace.accent',
      'account.name as customer',
      'account.logo',
      'winResult.statement',
      'winResult.measure',
      'winResult.unit',
      'winResult.baseline',
      'winResult.target',
      'winResult.measured',
      'winResult.confirmedOn',
      'winCard.headline',
      'winCard.winVersion as headlineFor',
      'winCard.people as chosen',
    ])
    .where('plan.workspaceId', '=', workspaceId)
    .where('plan.id', '=', planId)
    .executeTakeFirst()

/** Everyone who may be named on a card: who takes part and was accepted, and the vendor's lead and team. */
async function listCardPeople(trx: WorkspaceReading, { workspaceId, planId }: OfPlan): Promise<CardPerson[]> {
  const [participants, members] = await Promise.all([
    trx
      .selectFrom('planParticipant')
      .leftJoin('cardLeaver', (join) =>
        join
          .onRef('cardLeaver.workspaceId', '=', 'planParticipant.workspaceId')
          .onRef('cardLeaver.planId', '=', 'planParticipant.planId')
          .onRef('cardLeaver.participantId', '=', 'planParticipant.participantId'),
      )
      .select(['planParticipant.participantId as id', 'name', 'role', 'mayConfirm', 'leftAt'])
      .where('planParticipant.workspaceId', '=', workspaceId)
      .where('planParticipant.planId', '=', planId)
      .where('removedAt', 'is', null)
      .where('acceptedAt', 'is not', null)
      .orderBy('role')
      .orderBy('name')
      .execute(),
    trx
      .selectFrom('member')
      .innerJoin('plan', 'plan.workspaceId', 'member.workspaceId')
      .leftJoin('planTeam', (join) =>
        join
          .onRef('planTeam.workspaceId', '=', 'member.workspaceId')
          .onRef('planTeam.planId', '=', 'plan.id')
          .onRef('planTeam.memberId', '=', 'member.id'),
      )
      .select(['member.id', 'member.name'])
      .where('member.workspaceId', '=', workspaceId)
      .where('plan.id', '=', planId)
      .where('member.removedAt', 'is', null)
      .where(({ or, eb }) => or([eb('planTeam.memberId', 'is not', null), eb('plan.leadId', '=', eb.ref('member.id'))]))
      .orderBy('member.name')
      .execute(),
  ])
  return [
    ...participants.map(({ id, name, role, mayConfirm, leftAt }) => ({
      id,
      name,
      side: 'customer' as const,
      // Who only reads the plan has not made the win; they can be named.
      isNamedFirst: role !== 'viewer' || mayConfirm,
      hasLeft: leftAt !== null,
    })),
    ...members.map((member) => ({ ...member, side: 'vendor' as const, isNamedFirst: true, hasLeft: false })),
  ]
}
