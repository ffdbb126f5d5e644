import { noInput } from '#app/kit/field-schemas.ts'
import { defineCommand } from '#app/runner/command.ts'
import { notFound } from '#app/runner/refusal.ts'
import { noteCopy } from './note-copy.server.ts'

/** A participant takes a copy of what is kept about them, on all plans (GDPR, articles 15 and 20). */
export const exportOwnData = defineCommand({
  name: 'export-own-data',
  scope: 'plan',
  input: noInput,
  async run({ trx, actor, workspaceId, now }) {
    if (actor.kind !== 'participant') throw notFound()
    await noteCopy(trx, { workspaceId, actor, personId: actor.id, now })
    return { personId: actor.id }
  },
})
