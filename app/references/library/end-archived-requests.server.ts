import type { CommandContext } from '#app/runner/command.ts'
import { endRequests } from './end-requests.server.ts'

/** A plan was archived: its champion can open no page but the consent, so no call can be answered, moved or cancelled by them any longer. */
export async function endArchivedRequests(context: CommandContext<unknown, 'plan'>): Promise<void> {
  await endRequests(context, { planId: context.row.id, by: context.actor.name, event: 'archived' })
}
