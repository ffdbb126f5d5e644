import { defineCommand } from '#app/runner/command.ts'
import { notFound } from '#app/runner/refusal.ts'
import { findErasable } from '../erasure/find-erasable.server.ts'
import { exportPersonInput } from './model.ts'
import { noteCopy } from './note-copy.server.ts'

/** An admin takes a copy of what is kept about someone, to answer a request for it (GDPR, article 15). */
export const exportPerson = defineCommand({
  name: 'export-person',
  scope: 'workspace',
  input: exportPersonInput,
  async run({ trx, actor, workspaceId, input: { personId }, now }) {
    if (actor.kind !== 'member') throw notFound()
    if (!(await findErasable(trx, workspaceId, personId))) throw notFound()
    await noteCopy(trx, { workspaceId, actor, personId, now })
    return { personId }
  },
})
