import type { Scope } from '#app/policy/policy.ts'
import type { CommandContext } from '#app/runner/command.ts'
import { endRequests } from './end-requests.server.ts'

type Context = Pick<CommandContext<unknown, Scope>, 'trx' | 'workspaceId' | 'now' | 'notify'>

/** Who was asked is there no longer: what they were asked for and promised ends on each plan. @param person by the name that is told */
export async function endRequestsToPerson(context: Context, person: { id: string; name: string }): Promise<void> {
  const { trx, workspaceId } = context
  const plans = await trx
    .selectFrom('referenceRequest')
    .distinct()
    .select('planId')
    .where('workspaceId', '=', workspaceId)
    .where('participantId', '=', person.id)
    .where('state', 'in', ['asked', 'accepted'])
    .orderBy('planId')
    .execute()
  for (const { planId } of plans)
    await endRequests(context, {
      ...{ planId, by: person.name, event: 'person left' },
      keeps: ({ participantId }) => participantId !== person.id,
    })
}
