import { writeSecurityEvent } from '#app/access/security-log/write-security-event.server.ts'
import { endPlanAccess } from '#app/access/participants/end-plan-access.server.ts'
import type { CommandContext } from '#app/runner/command.ts'

type Context = Pick<CommandContext<unknown, 'plan'>, 'trx' | 'actor' | 'workspaceId' | 'row' | 'now'>

/** What archiving a plan ends, however it came to be archived: its participants' access and what they shared by links. */
export async function closeToParticipants({ trx, actor, workspaceId, row, now }: Context): Promise<void> {
  await endPlanAccess(trx, { workspaceId, planId: row.id }, now)
  const event = {
    kind: 'plan closed to participants',
    person: null,
    detail: { by: actor.name, planId: row.id },
  } as const
  await writeSecurityEvent(trx, workspaceId, event, now)
}
