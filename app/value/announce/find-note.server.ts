import type { WorkspaceReading } from '#db/reading.ts'
import type { NoteTexts } from './note-texts.ts'

/** The champion's own note as it was saved, with their name; undefined before, and for one that an earlier champion wrote: a note is its author's. */
export async function findNote(
  trx: WorkspaceReading,
  { workspaceId, planId }: { workspaceId: string; planId: string },
): Promise<{ texts: NoteTexts; by: string } | undefined> {
  const found = await trx
    .selectFrom('managementNote')
    .innerJoin('planParticipant', (join) =>
      join
        .onRef('planParticipant.workspaceId', '=', 'managementNote.workspaceId')
        .onRef('planParticipant.planId', '=', 'managementNote.planId')
        .onRef('planParticipant.participantId', '=', 'managementNote.participantId')
        .on('planParticipant.role', '=', 'champion')
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
