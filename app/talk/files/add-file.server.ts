import { defineCommand } from '#app/runner/command.ts'
import { fieldRefusal } from '#app/runner/refusal.ts'
import { authorOf } from '../core/author-of.ts'
import { addFileInput } from '../model.ts'
import { goneUploadWords } from './attachment-words.ts'
import { refuseFull, takeTaskSubject } from './take-attachment.server.ts'

/** Adds a file that its sender has stored before, which is found by what it holds: so a form that is sent twice adds it once. */
export const addFile = defineCommand({
  name: 'add-file',
  scope: 'plan',
  input: addFileInput,
  async run(context) {
    const { trx, workspaceId, row, input, actor, record, now } = context
    const subject = await takeTaskSubject(context, input.taskId)
    const stored = await trx
      .selectFrom('attachment')
      .select(['id', 'name', 'size'])
      .where('workspaceId', '=', workspaceId)
      .where('planId', '=', row.id)
      .where('subjectId', '=', subject.id)
      .where('addedById', '=', authorOf(actor).id)
      .where('addedAt', 'is', null)
      .where('name', '=', input.name)
      .where('digest', '=', input.digest)
      .orderBy('createdAt', 'desc')
      .limit(1)
      .executeTakeFirst()
    if (!stored) throw fieldRefusal('file', goneUploadWords)
    await refuseFull(context, subject, 'file', stored.size ?? 0)
    await trx
      .updateTable('attachment')
      .set({ addedAt: now, visibleTo: subject.privateTo })
      .where('workspaceId', '=', workspaceId)
      .where('id', '=', stored.id)
      .execute()
    await record({
      event: 'attachment added',
      subjectId: subject.id,
      subject: subject.title,
      visibleTo: subject.privateTo,
      changes: { attachment: { before: null, after: stored.name } },
    })
    return { attachmentId: stored.id }
  },
})
