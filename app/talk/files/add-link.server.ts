import { newId } from '#app/kit/ids.ts'
import { defineCommand } from '#app/runner/command.ts'
import { authorOf } from '../core/author-of.ts'
import { addLinkInput } from '../model.ts'
import { linkName } from '../core/link-name.ts'
import { refuseFull, takeTaskSubject } from './take-attachment.server.ts'

/** Adds a link to a task. */
export const addLink = defineCommand({
  name: 'add-link',
  scope: 'plan',
  input: addLinkInput,
  async run(context) {
    const { trx, workspaceId, row, input, actor, record, now } = context
    const author = authorOf(actor)
    const subject = await takeTaskSubject(context, input.taskId)
    await refuseFull(context, subject, 'url', 0)
    const link = { id: newId(), name: input.linkTitle ?? linkName(input.url), url: input.url }
    await trx
      .insertInto('attachment')
      .values({
        ...link,
        ...{ workspaceId, planId: row.id, subjectId: subject.id, visibleTo: subject.privateTo },
        ...{ side: author.side, addedById: author.id, addedByName: author.name },
        ...{ createdAt: now, addedAt: now },
      })
      .execute()
    await record({
      event: 'attachment added',
      subjectId: subject.id,
      subject: subject.title,
      visibleTo: subject.privateTo,
      changes: { attachment: { before: null, after: link.name } },
    })
    return { attachmentId: link.id }
  },
})
