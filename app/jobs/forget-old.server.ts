import { type WorkspaceTransaction, inWorkspace } from '#db/workspace.ts'
import { forgetSignInRows } from '#app/access/sign-in/forget-sign-in-rows.server.ts'
import { writeSecurityEvent } from '#app/access/security-log/write-security-event.server.ts'
import { shortenLog } from '#app/access/security-log/shorten-log.server.ts'
import { forgetSessions } from '#app/access/core/forget-sessions.server.ts'
import { BucketFault } from '#app/kit/file-bucket.ts'
import type { Parts } from '#app/kit/parts.ts'
import { forgetChatPosts } from '#app/notices/channels/forget-chat-posts.server.ts'
import { forgetEmails } from '#app/notices/forget-emails.server.ts'
import { forgetMailEvents } from '#app/notices/delivery/forget-mail-events.server.ts'
import { forgetLinks } from '#app/outbox/forget-links.server.ts'
import { forgetReceipts } from '#app/runner/receipts.server.ts'
import { commentsRestorableFor } from '#app/talk/comments/restorable-comments.ts'
import { forgetComments } from '#app/talk/comments/forget-comments.server.ts'
import { forgetFiles } from '#app/talk/files/forget-files.server.ts'
import { attachmentsRestorableFor } from '#app/talk/files/restorable-attachments.ts'
import { day } from '#app/kit/durations.ts'

/** The most rows of one kind that one transaction deletes; a file may hold 40 pieces. */
const atOnce = {
  emails: 1_000,
  posts: 1_000,
  sessions: 1_000,
  links: 1_000,
  comments: 1_000,
  files: 50,
  receipts: 1_000,
} as const
type Kind = keyof typeof atOnce
/** Bounds one run, also after years without one; the next night continues. */
const rounds = 200

/**
 * Deletes a workspace's expired records in small transactions, each of which notes in the security log what it deleted. The
 * activity of plans is not included: it is kept with its plan.
 */
export async function forgetOld(parts: Parts, workspaceId: string): Promise<void> {
  await forgetSignInRows(parts, workspaceId)
  for (let round = 0; round < rounds; round++) if (!(await forgetSome(parts, workspaceId))) break
  for (let round = 0; round < rounds; round++) if ((await shortenLog(parts, workspaceId)) === 0) break
  // Last, since a store of files that is away must keep nothing else.
  for (let round = 0; round < rounds; round++) if (!(await forgetSomeFiles(parts, workspaceId))) break
}

/** @returns whether there may be more */
async function forgetSomeFiles(parts: Pick<Parts, 'db' | 'clock' | 'bucket' | 'log'>, workspaceId: string) {
  const now = parts.clock.now()
  const limits = { workspaceId, before: new Date(now.getTime() - attachmentsRestorableFor), atMost: atOnce.files }
  try {
    const count = await forgetFiles(parts, limits, (trx, files) =>
      noteDeleted(trx, workspaceId, { files: String(files) }, now),
    )
    return count >= atOnce.files
  } catch (error) {
    if (!(error instanceof BucketFault)) throw error
    parts.log.error(
      { err: error, workspace: workspaceId },
      'removed files could not be deleted; the next night tries again',
    )
    return false
  }
}

const noteDeleted = (trx: WorkspaceTransaction, workspaceId: string, detail: Record<string, string>, now: Date) =>
  writeSecurityEvent(trx, workspaceId, { kind: 'records deleted', person: null, detail }, now)

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
    const past = (kind: Kind, days: number) => ({
      workspaceId,
      before: new Date(now.getTime() - days * day),
      atMost: atOnce[kind],
    })
    const deleted = [
      ['emails', await forgetEmails(trx, past('emails', keeps.keepEmailsDays))],
      ['posts', await forgetChatPosts(trx, past('posts', keeps.keepEmailsDays))],
      ['sessions', await forgetSessions(trx, past('sessions', keeps.keepSessionsDays))],
      ['links', await forgetLinks(trx, past('links', keeps.keepSessionsDays))],
      ['comments', await forgetComments(trx, past('comments', commentsRestorableFor / day))],
      [
        'receipts',
        (await forgetReceipts(trx, past('receipts', keeps.keepReceiptsDays))) +
          (await forgetMailEvents(trx, past('receipts', keeps.keepReceiptsDays))),
      ],
    ] as const
    const counts = deleted.filter(([, count]) => count > 0)
    if (counts.length > 0)
      await noteDeleted(trx, workspaceId, Object.fromEntries(counts.map(([what, count]) => [what, String(count)])), now)
    return counts.some(([kind, count]) => count >= atOnce[kind])
  })
