import type { NewNoticeFacts } from '#app/outbox/notice-kinds.ts'
import type { CommandContext } from '#app/runner/command.ts'
import { type Seat, findChampion } from './seats.server.ts'

type Context = Pick<CommandContext<unknown, 'plan'>, 'trx' | 'actor' | 'workspaceId' | 'row' | 'notify'>

/** The facts that each of these emails has. */
export type CommonFacts = { workspace: string; name: string; project: string }

/**
 * Emails the champion at once when another person adds someone or changes a role. A champion who has not joined yet sees it on
 * the plan.
 */
export async function tellChampion(context: Context, about: (told: CommonFacts) => NewNoticeFacts): Promise<void> {
  const champion = await findChampion(context.trx, context.workspaceId, context.row.id)
  if (champion?.joinedAt) await tellParticipants(context, [champion], about)
}

/** Emails participants at once about a change of who is on the plan, except the person who made it. */
export async function tellParticipants(
  { trx, actor, workspaceId, row, notify }: Context,
  people: readonly Seat[],
  about: (told: CommonFacts, seat: Seat) => NewNoticeFacts,
): Promise<void> {
  const others = people.filter(({ participantId }) => participantId !== actor.id)
  if (others.length === 0) return
  const { name: workspace } = await trx
    .selectFrom('workspace')
    .select('name')
    .where('workspaceId', '=', workspaceId)
    .executeTakeFirstOrThrow()
  const planId = row.id
  for (const seat of others) {
    const { participantId, name, email } = seat
    await notify({
      ...about({ workspace, name, project: row.project }, seat),
      to: { participantId, address: email },
      planId,
      link: { kind: 'return', planId },
    })
  }
}
