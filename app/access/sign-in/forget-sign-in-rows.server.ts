import { inWorkspace } from '#db/workspace.ts'
import type { Parts } from '#app/kit/parts.ts'
import { knownFor } from './known-device.server.ts'
import { day } from '#app/kit/durations.ts'

/** Forgets codes and flows that were dead yesterday, and devices that would be new again. */
export async function forgetSignInRows(parts: Parts, workspaceId: string): Promise<void> {
  const now = parts.clock.now().getTime()
  await inWorkspace(parts.db, workspaceId, async (trx) => {
    await trx
      .deleteFrom('signInCode')
      .where('workspaceId', '=', workspaceId)
      .where('expiresAt', '<', new Date(now - day))
      .execute()
    await trx
      .deleteFrom('spentFlow')
      .where('workspaceId', '=', workspaceId)
      .where('spentAt', '<', new Date(now - day))
      .execute()
    await trx
      .deleteFrom('knownDevice')
      .where('workspaceId', '=', workspaceId)
      .where('seenAt', '<', new Date(now - knownFor))
      .execute()
  })
}
