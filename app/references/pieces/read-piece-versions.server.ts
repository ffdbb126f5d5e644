import { z } from 'zod'
import type { WorkspaceReading } from '#db/reading.ts'
import { todayIn } from '#app/kit/clock.ts'
import type { PieceKind } from '#app/runner/events/reference-kinds.ts'
import { type PieceVersion, pieceStates } from './piece-version.ts'

type Of = { workspaceId: string; planId: string; kind: PieceKind; timeZone: string }

const stateOf = z.enum(pieceStates)

/** The versions of a piece as people read them, newest first. @param ofVendor whether drafts are among them */
export async function readPieceVersions(
  trx: WorkspaceReading,
  { workspaceId, planId, kind, timeZone }: Of,
  { ofVendor }: { ofVendor: boolean },
): Promise<PieceVersion[]> {
  const rows = await trx
    .selectFrom('referencePiece')
    .innerJoin('member', (join) =>
      join
        .onRef('member.workspaceId', '=', 'referencePiece.workspaceId')
        .onRef('member.id', '=', 'referencePiece.memberId'),
    )
    .leftJoin('planParticipant', (join) =>
      join
        .onRef('planParticipant.workspaceId', '=', 'referencePiece.workspaceId')
        .onRef('planParticipant.planId', '=', 'referencePiece.planId')
        .onRef('planParticipant.participantId', '=', 'referencePiece.participantId'),
    )
    .select(['version', 'text', 'state', 'reason', 'writtenAt', 'sentAt', 'answeredAt'])
    .select(['member.name as by', 'planParticipant.name as answeredBy'])
    .where('referencePiece.workspaceId', '=', workspaceId)
    .where('referencePiece.planId', '=', planId)
    .where('referencePiece.kind', '=', kind)
    .$if(!ofVendor, (versions) => versions.where('sentAt', 'is not', null))
    .orderBy('version', 'desc')
    .execute()
  const dayOf = (at: Date | null) => at && todayIn(timeZone, at)
  return rows.map(({ state, writtenAt, sentAt, answeredAt, ...row }) => ({
    ...row,
    state: stateOf.parse(state),
    writtenOn: todayIn(timeZone, writtenAt),
    sentOn: dayOf(sentAt),
    answeredOn: dayOf(answeredAt),
  }))
}
