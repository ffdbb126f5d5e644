import type { WorkspaceReading } from '#db/reading.ts'
import type { NoteTexts } from './note-texts.ts'

/** A note as it was saved, with the name of who wrote it; undefined before. */
export async function findNote(
  trx: WorkspaceReading,
  { workspaceId, planId }: { workspaceId: string; planId: string },
): Promise<{ texts: NoteTexts; by: string | null } | undefined> {
  const found = await trx
    .selectFrom('managementNote')
    .leftJoin('planParticipant', (join) =>
      join
        .onRef('planParticipant.workspaceId', '=', 'managementNote.workspaceId')
        .onRef('planParticipant.planId', '=', 'managementNote.planId')
        .onRef('planParticipant.participantId', '=', 'managementNote.participantId')
        .on('planParticipant.removedAt', 'is', null),
    )
    .select([
      'managementNote.why',
      'managementNote.byWhen',
      'managementNote.brings',
      'managementNote.asks',
      'planParticipant.name',
    ])
    .where('managementNote.workspaceId', '=', workspaceId)
    .where('managementNote.planId', '=', planId)
    .executeTakeFirst()
  if (!found) return undefined
  const { name, ...texts } = found
  return { texts, by: name }
}
