import { defineCommand } from '#app/runner/command.ts'
import { authorOf } from '../core/author-of.ts'
import { attachmentIdInput } from '../model.ts'
import { refuseWithoutFile } from './refuse-without-file.server.ts'
import { takeAttachment } from './take-attachment.server.ts'

/** Removes a link or file from its task: no one can open it any longer. For a day it can be restored. */
export const removeAttachment = defineCommand({
  name: 'remove-attachment',
  scope: 'plan',
  input: attachmentIdInput,
  async run(context) {
    const { trx, workspaceId, input, actor, record, now } = context
    const { attachment, subject, visibleTo } = await takeAttachment(context, input.attachmentId)
    if (attachment.removedAt) return { attachmentId: attachment.id }
    await trx
      .updateTable('attachment')
      .set({ removedAt: now, removedByName: authorOf(actor).name })
      .where('workspaceId', '=', workspaceId)
      .where('id', '=', attachment.id)
      .execute()
    await refuseWithoutFile(trx, { attachment, subject })
    await record({
      event: 'attachment removed',
      subjectId: subject.id,
      subject: subject.title,
      visibleTo,
      changes: { attachment: { before: attachment.name, after: null } },
    })
    return { attachmentId: attachment.id }
  },
})
