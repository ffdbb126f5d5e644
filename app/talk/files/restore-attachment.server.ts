import { defineCommand } from '#app/runner/command.ts'
import { Refusal } from '#app/runner/refusal.ts'
import { attachmentIdInput } from '../model.ts'
import { isAttachmentRestorable } from './restorable-attachments.ts'
import { refuseFull, takeAttachment } from './take-attachment.server.ts'
import { attachmentRefusals } from './attachment-words.ts'

/** Undoes the removal of a link or file, within a day. */
export const restoreAttachment = defineCommand({
  name: 'restore-attachment',
  scope: 'plan',
  input: attachmentIdInput,
  async run(context) {
    const { trx, workspaceId, input, record, now } = context
    const { attachment, subject, visibleTo } = await takeAttachment(context, input.attachmentId)
    const { id, name, size, removedAt } = attachment
    if (!removedAt) return { attachmentId: id }
    if (!isAttachmentRestorable(removedAt, now)) throw new Refusal(409, attachmentRefusals.removedLongAgo)
    await refuseFull(context, subject, 'attachmentId', size ?? 0)
    await trx
      .updateTable('attachment')
      .set({ removedAt: null, removedByName: null })
      .where('workspaceId', '=', workspaceId)
      .where('id', '=', id)
      .execute()
    await record({
      event: 'attachment restored',
      subjectId: subject.id,
      subject: subject.title,
      visibleTo,
      changes: { attachment: { before: null, after: name } },
    })
    return { attachmentId: id }
  },
})
