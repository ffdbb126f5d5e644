import { mayEver } from '#app/policy/policy.ts'
import type { CommandContext } from '#app/runner/command.ts'

type Checking = Pick<CommandContext<unknown, 'plan'>, 'trx' | 'workspaceId' | 'row' | 'actor' | 'standings' | 'now'>

/**
 * Marks the plan's original calendar as checked by a participant; the first one counts.
 * @returns whether it was this one
 */
export async function markCalendarChecked({
  trx,
  workspaceId,
  row,
  actor,
  standings,
  now,
}: Checking): Promise<boolean> {
  if (!mayEver('check-calendar', standings) || row.calendarFrom === null || row.calendarCheckedAt !== null) return false
  await trx
    .updateTable('plan')
    .set({ calendarCheckedAt: now, calendarCheckedBy: actor.name })
    .where('workspaceId', '=', workspaceId)
    .where('id', '=', row.id)
    .execute()
  return true
}
