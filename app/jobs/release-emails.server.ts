import { inWorkspace } from '#db/workspace.ts'
import type { Parts } from '#app/kit/parts.ts'
import { jobOfNotice } from '#app/outbox/outbox.server.ts'
import { inEveryWorkspace } from './every-workspace.server.ts'

/**
 * Ends the hold on emails. Waiting emails are queued, or with `discard` never sent; the same goes for those set aside. Emails
 * written before a backup may already have reached people.
 * @returns how many emails that were
 */
export async function releaseEmails(parts: Parts, { discard = false } = {}): Promise<number> {
  let count = 0
  const states = discard ? ['waiting', 'set-aside'] : ['waiting']
  await inEveryWorkspace(parts, async ({ db, boss }, workspaceId) => {
    const waiting = await inWorkspace(db, workspaceId, async (trx) => {
      const ids = await trx
        .selectFrom('notice')
        .select(['id', 'kind', 'daily'])
        .where('workspaceId', '=', workspaceId)
        .where('state', 'in', states)
        .execute()
      if (discard)
        await trx
          .updateTable('notice')
          .set({ state: 'unwanted' })
          .where('workspaceId', '=', workspaceId)
          .where('state', 'in', states)
          .execute()
      return ids
    })
    count += waiting.length
    if (!discard) await queue(boss, workspaceId, waiting)
  })
  await parts.db.deleteFrom('operations.emailHold').execute()
  return count
}

/** Tries emails again that were set aside, after a version is started that can read them. @returns how many */
export async function retrySetAside(parts: Parts): Promise<number> {
  let count = 0
  await inEveryWorkspace(parts, async ({ db, boss }, workspaceId) => {
    const retried = await inWorkspace(db, workspaceId, (trx) =>
      trx
        .updateTable('notice')
        .set({ state: 'waiting', failure: null })
        .where('workspaceId', '=', workspaceId)
        .where('state', '=', 'set-aside')
        .returning(['id', 'kind', 'daily'])
        .execute(),
    )
    count += retried.length
    await queue(boss, workspaceId, retried)
  })
  return count
}

/** What waits for the one email a day is collected by it. */
async function queue(
  boss: Parts['boss'],
  workspaceId: string,
  notices: readonly { id: string; kind: string; daily: boolean }[],
) {
  const due = notices.filter(({ daily }) => !daily)
  if (due.length === 0) return
  await boss.insert(
    'send-notice',
    due.map((notice) => jobOfNotice(workspaceId, notice)),
  )
}
