import { defineCommand } from '#app/runner/command.ts'
import { changeWorkspaceInput } from '../model.ts'

/** Changes how the vendor is named on every page and in every email. */
export const changeWorkspace = defineCommand({
  name: 'change-workspace',
  scope: 'workspace',
  input: changeWorkspaceInput,
  current: ({ row, workspaceId }) =>
    Promise.resolve({ subjectId: workspaceId, fields: { name: { label: 'Name', value: row.name } } }),
  async run({ trx, workspaceId, row, input: { name }, record }, touched) {
    if (!touched.has('name')) return { workspaceId }
    await trx.updateTable('workspace').set({ name }).where('workspaceId', '=', workspaceId).execute()
    await record({
      event: 'workspace changed',
      subjectId: workspaceId,
      subject: name,
      changes: { name: { before: row.name, after: name } },
    })
    return { workspaceId }
  },
})
