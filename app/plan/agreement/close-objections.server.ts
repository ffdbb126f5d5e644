import type { CommandContext } from '#app/runner/command.ts'

type Closing = Pick<CommandContext<unknown, 'plan'>, 'trx' | 'workspaceId' | 'row' | 'now'>

/** What a side wanted changed is settled: it agreed, withdrew it, or says something else now. */
export async function closeObjections({ trx, workspaceId, row, now }: Closing, side: string): Promise<void> {
  await trx
    .updateTable('objection')
    .set({ closedAt: now })
    .where('workspaceId', '=', workspaceId)
    .where('planId', '=', row.id)
    .where('side', '=', side)
    .where('closedAt', 'is', null)
    .execute()
}
