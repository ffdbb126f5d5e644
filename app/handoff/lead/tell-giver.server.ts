import { planLinks } from '#app/kit/paths.ts'
import type { CommandContext } from '#app/runner/command.ts'
import type { WaitingHandoff } from './take-handoff.server.ts'

type Context = Pick<CommandContext<unknown, 'plan'>, 'trx' | 'actor' | 'workspaceId' | 'notify'> & {
  row: { id: string }
}

/** Tells the lead who hands over, and the admin who asked for it, what became of it, with their email of the day; not who did it. */
export async function tellGiver(
  { trx, actor, workspaceId, row, notify }: Context,
  { giver, receiver, offeredBy }: WaitingHandoff,
  { answer, questions = null }: { answer: 'accepted' | 'sent back' | 'receiver left'; questions?: string | null },
): Promise<void> {
  const people = await trx
    .selectFrom('member')
    .select(['id', 'email'])
    .where('workspaceId', '=', workspaceId)
    .where('id', 'in', [giver.id, offeredBy])
    .where('id', '<>', actor.id)
    .where('removedAt', 'is', null)
    .orderBy('id')
    .execute()
  for (const { id, email } of people)
    await notify({
      kind: 'handoff-answered',
      facts: { by: receiver.name, answer, questions },
      to: { memberId: id, address: email },
      planId: row.id,
      link: { path: planLinks(row.id).handoff },
    })
}
