import { findChampion } from '#app/access/participants/seats.server.ts'
import type { CommandContext } from '#app/runner/command.ts'
import { endRequests } from './end-requests.server.ts'

/** Someone else is champion: a call was asked of a person and promised by them, so it moves to no one; who takes over can be asked for one. */
export async function endFormerChampionsRequests(context: CommandContext<unknown, 'plan'>): Promise<void> {
  const { trx, workspaceId, row, actor } = context
  const champion = await findChampion(trx, workspaceId, row.id)
  await endRequests(context, {
    ...{ planId: row.id, by: actor.name, event: 'handed on' },
    keeps: ({ participantId }) => participantId === champion?.participantId,
  })
}
