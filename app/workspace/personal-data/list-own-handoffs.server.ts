import type { WorkspaceReading } from '#db/reading.ts'

/** The handoffs that a member gave, was asked for or offered, with what they wrote in them. */
export const listOwnHandoffs = (trx: WorkspaceReading, workspaceId: string, memberId: string) =>
  trx
    .selectFrom('handoff')
    .select(['planId', 'offeredAt', 'state', 'answeredAt'])
    .select(({ eb }) => [
      eb('giverId', '=', memberId).as('gave'),
      eb('receiverId', '=', memberId).as('wasAsked'),
      eb.case().when('offeredBy', '=', memberId).then(eb.ref('note')).else(null).end().as('note'),
      eb.case().when('receiverId', '=', memberId).then(eb.ref('questions')).else(null).end().as('questions'),
    ])
    .where('workspaceId', '=', workspaceId)
    .where(({ or, eb }) =>
      or([eb('giverId', '=', memberId), eb('receiverId', '=', memberId), eb('offeredBy', '=', memberId)]),
    )
    .orderBy('offeredAt')
    .execute()
