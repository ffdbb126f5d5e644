import type { WorkspaceReading } from '#db/reading.ts'

/** Whether a value of the first win was recorded: its unit stays from then on. */
export async function isWinMeasured(
  trx: WorkspaceReading,
  { workspaceId, planId }: { workspaceId: string; planId: string },
): Promise<boolean> {
  const measured = await trx
    .selectFrom('measurement')
    .select('id')
    .where('workspaceId', '=', workspaceId)
    .where('planId', '=', planId)
    .where('winId', 'is', null)
    .limit(1)
    .executeTakeFirst()
  return measured !== undefined
}
