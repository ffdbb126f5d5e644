import { sql } from 'kysely'
import { type WorkspaceTransaction, inWorkspace } from '#db/workspace.ts'
import { forgetDoors } from '#app/access/links/forget-doors.server.ts'
import { writeSecurityEvent } from '#app/access/security/security-log.server.ts'
import { shortenLog } from '#app/access/security/shorten-log.server.ts'
import type { Parts } from '#app/kit/parts.ts'
import { winKinds } from './told.server.ts'

const day = 24 * 60 * 60 * 1000

/** Rows of one kind that one transaction deletes at most. */
const atOnce = 1_000
/** A job ends in time, also after years without one; the next night goes on. */
const rounds = 50

/**
 * Deletes what a workspace no longer keeps, in small transactions, each of which says in the security log what it deleted. The
 * activity of plans is no part of it: it is kept with its plan.
 */
export async function forgetOld(parts: Parts, workspaceId: string): Promise<void> {
  await forgetDoors(parts, workspaceId)
  for (let round = 0; round < rounds; round++) if (!(await forgetSome(parts, workspaceId))) break
  for (let round = 0; round < rounds; round++) if ((await shortenLog(parts, workspaceId)) === 0) break
}

/** @returns whether there may be more */
const forgetSome = ({ db, clock }: Pick<Parts, 'db' | 'clock'>, workspaceId: string): Promise<boolean> =>
  inWorkspace(db, workspaceId, async (trx) => {
    const now = clock.now()
    const keeps = await trx
      .selectFrom('workspace')
      .select(['keepEmailsDays', 'keepSessionsDays', 'keepReceiptsDays'])
      .where('workspaceId', '=', workspaceId)
      .executeTakeFirst()
    if (!keeps) return false
    const before = (days: number) => new Date(now.getTime() - days * day)
    const deleted = {
      emails: await forgetEmails(trx, workspaceId, before(keeps.keepEmailsDays)),
      sessions: await forgetSessions(trx, workspaceId, before(keeps.keepSessionsDays)),
      links: await forgetLinks(trx, workspaceId, before(keeps.keepSessionsDays)),
      receipts: await forgetReceipts(trx, workspaceId, before(keeps.keepReceiptsDays)),
    }
    const counts = Object.entries(deleted).filter(([, count]) => count > 0)
    if (counts.length > 0)
      await writeSecurityEvent(
        trx,
        workspaceId,
        {
          kind: 'records deleted',
          person: null,
          detail: Object.fromEntries(counts.map(([what, count]) => [what, String(count)])),
        },
        now,
      )
    return counts.some(([, count]) => count >= atOnce)
  })

/**
 * Emails that left or never will. Of those about a first win it stays known who got them, so that a correction reaches the same
 * people; what they said goes all the same.
 */
async function forgetEmails(trx: WorkspaceTransaction, workspaceId: string, before: Date): Promise<number> {
  const old = trx
    .selectFrom('notice')
    .select('id')
    .where('workspaceId', '=', workspaceId)
    .where('state', '<>', 'waiting')
    .where('createdAt', '<', before)
    .limit(atOnce)
  const emptied = await trx
    .updateTable('notice')
    .set({ message: null, facts: '{}', failure: null })
    .where('workspaceId', '=', workspaceId)
    .where('id', 'in', old.where('kind', 'in', winKinds).where(sql<boolean>`facts <> '{}'::jsonb`))
    .executeTakeFirst()
  const deleted = await trx
    .deleteFrom('notice')
    .where('workspaceId', '=', workspaceId)
    .where('id', 'in', old.where('kind', 'not in', winKinds))
    .executeTakeFirst()
  return Number(emptied.numUpdatedRows) + Number(deleted.numDeletedRows)
}

async function forgetSessions(trx: WorkspaceTransaction, workspaceId: string, before: Date): Promise<number> {
  const old = trx
    .selectFrom('session')
    .select('id')
    .where('workspaceId', '=', workspaceId)
    .where(({ or, eb }) => or([eb('endedAt', '<', before), eb('expiresAt', '<', before)]))
    .limit(atOnce)
  const deleted = await trx
    .deleteFrom('session')
    .where('workspaceId', '=', workspaceId)
    .where('id', 'in', old)
    .executeTakeFirst()
  return Number(deleted.numDeletedRows)
}

/** Links that open nothing any more; one whose email has still to leave is looked up when it does. */
async function forgetLinks(trx: WorkspaceTransaction, workspaceId: string, before: Date): Promise<number> {
  const old = trx
    .selectFrom('linkToken')
    .select('id')
    .where('workspaceId', '=', workspaceId)
    .where('kind', '<>', 'demo')
    .where(({ or, eb }) => or([eb('usedAt', '<', before), eb('revokedAt', '<', before), eb('expiresAt', '<', before)]))
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('notice')
            .select('notice.id')
            .where('notice.workspaceId', '=', workspaceId)
            .where('notice.state', '=', 'waiting')
            .whereRef('notice.linkTokenId', '=', 'linkToken.id'),
        ),
      ),
    )
    .limit(atOnce)
  const deleted = await trx
    .deleteFrom('linkToken')
    .where('workspaceId', '=', workspaceId)
    .where('id', 'in', old)
    .executeTakeFirst()
  return Number(deleted.numDeletedRows)
}

/** The receipts of commands that nobody will repeat any more. */
async function forgetReceipts(trx: WorkspaceTransaction, workspaceId: string, before: Date): Promise<number> {
  const old = trx
    .selectFrom('commandReceipt')
    .select(['actor', 'command', 'key'])
    .where('workspaceId', '=', workspaceId)
    .where('at', '<', before)
    .limit(atOnce)
  const deleted = await trx
    .deleteFrom('commandReceipt')
    .where('workspaceId', '=', workspaceId)
    .where(({ eb, refTuple }) => eb(refTuple('actor', 'command', 'key'), 'in', old.$asTuple('actor', 'command', 'key')))
    .executeTakeFirst()
  return Number(deleted.numDeletedRows)
}
