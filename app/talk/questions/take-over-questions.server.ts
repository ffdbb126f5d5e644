import type { CommandContext } from '#app/runner/command.ts'

/**
 * The next champion takes over the open questions of one who is gone: answers wait for them, and they close the questions. Who asked is still shown, as the
 * comment is theirs.
 */
export async function takeOverQuestions(
  { trx, workspaceId, row, record }: CommandContext<unknown, 'plan'>,
  { participantId, formerId }: { participantId: string; formerId: string },
): Promise<void> {
  const taken = await trx
    .updateTable('question')
    .set({ askerId: participantId })
    .where('workspaceId', '=', workspaceId)
    .where('planId', '=', row.id)
    .where('askerId', '=', formerId)
    .where('closedAt', 'is', null)
    .executeTakeFirst()
  if (taken.numUpdatedRows === 0n) return
  const former = await trx
    .selectFrom('planParticipant')
    .select('name')
    .where('workspaceId', '=', workspaceId)
    .where('planId', '=', row.id)
    .where('participantId', '=', formerId)
    .executeTakeFirstOrThrow()
  await record({ event: 'questions taken over', subjectId: formerId, subject: former.name, changes: {} })
}
