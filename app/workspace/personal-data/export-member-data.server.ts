import { noInput } from '#app/kit/field-schemas.ts'
import { defineCommand } from '#app/runner/command.ts'
import { notFound } from '#app/runner/refusal.ts'
import { noteCopy } from './note-copy.server.ts'

/** A member takes a copy of what is kept about them (GDPR, articles 15 and 20). */
export const exportMemberData = defineCommand({
  name: 'export-member-data',
  scope: 'workspace',
  input: noInput,
  async run({ trx, actor, workspaceId, now }) {
    if (actor.kind !== 'member') throw notFound()
    await noteCopy(trx, { workspaceId, actor, personId: actor.id, now })
    return { personId: actor.id }
  },
})
