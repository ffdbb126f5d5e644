import type { Selectable } from 'kysely'
import type { Attachment } from '#db/schema.ts'
import type { WorkspaceTransaction } from '#db/workspace.ts'
import { Refusal } from '#app/runner/refusal.ts'
import type { Subject } from '../core/take-subject.server.ts'
import { resultFileRefusal } from './attachment-words.ts'

type Removed = { attachment: Selectable<Attachment>; subject: Subject }

/**
 * Called after a file was removed: a refusal undoes that.
 * @throws Refusal 422 where its task is done and asks for a file, and this was the last that counts for it
 */
export async function refuseWithoutFile(
  trx: WorkspaceTransaction,
  { attachment: { workspaceId, planId, visibleTo, contentType }, subject }: Removed,
): Promise<void> {
  // What was added while the task was private counts for that side's own task only.
  if (contentType === null || (visibleTo !== null && visibleTo !== subject.privateTo)) return
  const lacking = await trx
    .selectFrom('task')
    .select('title')
    .where('workspaceId', '=', workspaceId)
    .where('planId', '=', planId)
    .where('id', '=', subject.id)
    .where('doneOn', 'is not', null)
    .where('resultAsks', '=', 'file')
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('attachment')
            .select('attachment.id')
            .where('attachment.workspaceId', '=', workspaceId)
            .where('attachment.planId', '=', planId)
            .where('attachment.subjectId', '=', subject.id)
            .where('attachment.contentType', 'is not', null)
            .where('attachment.addedAt', 'is not', null)
            .where('attachment.removedAt', 'is', null)
            .where(({ or, eb, ref }) =>
              or([eb('attachment.visibleTo', 'is', null), eb('attachment.visibleTo', '=', ref('task.privateTo'))]),
            ),
        ),
      ),
    )
    .executeTakeFirst()
  if (lacking) throw new Refusal(422, resultFileRefusal(lacking.title))
}
