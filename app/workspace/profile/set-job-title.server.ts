import { defineCommand } from '#app/runner/command.ts'
import { notFound } from '#app/runner/refusal.ts'
import { jobTitleInput } from '../model.ts'

/** A member's own job title, as their invitations are signed; nothing to have none. */
export const setJobTitle = defineCommand({
  name: 'set-job-title',
  scope: 'workspace',
  input: jobTitleInput,
  async run({ trx, actor, workspaceId, input: { jobTitle }, record }) {
    if (actor.kind !== 'member') throw notFound()
    const { jobTitle: before } = await trx
      .selectFrom('member')
      .select('jobTitle')
      .where('workspaceId', '=', workspaceId)
      .where('id', '=', actor.id)
      .executeTakeFirstOrThrow()
    if (before === jobTitle) return { changed: false }
    await trx
      .updateTable('member')
      .set({ jobTitle })
      .where('workspaceId', '=', workspaceId)
      .where('id', '=', actor.id)
      .execute()
    await record({
      event: 'job title changed',
      subjectId: actor.id,
      subject: actor.name,
      changes: { jobTitle: { before, after: jobTitle } },
    })
    return { changed: true }
  },
})
