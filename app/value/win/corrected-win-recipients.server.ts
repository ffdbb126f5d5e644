import type { WorkspaceTransaction } from '#db/workspace.ts'
import { paths } from '#app/kit/paths.ts'
import { type NewNotice, recallUntried } from '#app/outbox/outbox.server.ts'
import { listNoticeRecipients, winKinds, winKindsToMarketing } from '#app/notices/notice-recipients.server.ts'
import { toReferences } from '#app/references/list-marketing.server.ts'

type Which = { workspaceId: string; planId: string }

export type CorrectedWinRecipient = Pick<NewNotice, 'to' | 'link'> & {
  name: string | undefined
  reader: 'marketing' | 'plan'
}

/** Cancels unsent emails about the win. */
export const recallWinNotices = (trx: WorkspaceTransaction, which: Which) =>
  recallUntried(trx, { ...which, kinds: winKinds })

/**
 * Who is told when a confirmed win changes: everyone who was told about it, and the person who confirmed it.
 * @param except the participant who made the change
 */
export async function listCorrectedWinRecipients(
  trx: WorkspaceTransaction,
  { except, ...which }: Which & { except: string | null },
): Promise<CorrectedWinRecipient[]> {
  const { workspaceId, planId } = which
  const told = (await listNoticeRecipients(trx, { ...which, kinds: winKinds })).map(
    ({ to, name, kinds }): CorrectedWinRecipient => {
      const isMarketing = winKindsToMarketing.some((kind) => kinds.has(kind))
      if (isMarketing) return { to, name, link: toReferences, reader: 'marketing' }
      return { to, name, link: to.memberId ? { path: paths.plan(planId) } : { kind: 'return', planId }, reader: 'plan' }
    },
  )
  const confirmer = await trx
    .selectFrom('winResult')
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
    .select(['participant.id as participantId', 'participant.email as address', 'planParticipant.name'])
    .where('winResult.workspaceId', '=', workspaceId)
    .where('winResult.planId', '=', planId)
    .executeTakeFirst()
  const isToldAlready = told.some(({ to }) => to.participantId === confirmer?.participantId)
  const hearers: CorrectedWinRecipient[] =
    confirmer && !isToldAlready
      ? [
          ...told,
          {
            to: { participantId: confirmer.participantId, address: confirmer.address },
            name: confirmer.name,
            link: { kind: 'return', planId },
            reader: 'plan',
          },
        ]
      : told
  return hearers.filter(({ to }) => except === null || to.participantId !== except)
}
