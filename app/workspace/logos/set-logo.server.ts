import { defineCommand } from '#app/runner/command.ts'
import { keepLogo } from './keep-logo.server.ts'
import { setLogoInput } from '../model.ts'

/** Shows the vendor by another picture, or by its first letter again. */
export const setLogo = defineCommand({
  name: 'set-logo',
  scope: 'workspace',
  input: setLogoInput,
  async run(context) {
    const { trx, workspaceId, row, input, record } = context
    if (!input.image && !row.logo) return { logo: null }
    const logo = await keepLogo(context, { workspaceId, accountId: null }, input.image)
    await trx.updateTable('workspace').set({ logo }).where('workspaceId', '=', workspaceId).execute()
    await record({
      event: 'logo changed',
      subjectId: workspaceId,
      subject: row.name,
      changes: { logo: { before: row.logo, after: logo } },
    })
    return { logo }
  },
})
