import type { WorkspaceReading } from '#db/reading.ts'
import type { ScopeRow } from '#app/runner/command.ts'
import { Refusal } from '#app/runner/refusal.ts'
import { findFurtherWin } from './find-further-win.server.ts'
import { furtherWinRefusals } from './further-win-words.ts'
import { agreedWin } from './kept-win.server.ts'
import { winRefusals } from './win-words.ts'

/**
 * The win that is measured: a further one, or the first where none is named.
 * @throws Refusal 409 where it is confirmed or not defined, 404 for one that is not on the plan
 */
export async function measuredWin(
  trx: WorkspaceReading,
  row: ScopeRow<'plan'>,
  winId: string | null,
): Promise<{ measure: string }> {
  if (winId === null) {
    if (row.state === 'won') throw new Refusal(409, winRefusals.alreadyConfirmed)
    return agreedWin(row)
  }
  const win = await findFurtherWin(trx, { workspaceId: row.workspaceId, planId: row.id, winId })
  if (win.confirmedOn !== null) throw new Refusal(409, furtherWinRefusals.confirmed)
  return win
}
