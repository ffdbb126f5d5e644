import { defineCommand } from '#app/runner/command.ts'
import { keepLogo } from './keep-logo.server.ts'
import { setLogoInput } from '../model.ts'

/** Shows the customer by another picture, or by its first letter again, on all plans of that account. */
export const setAccountLogo = defineCommand({
  name: 'set-account-logo',
  scope: 'plan',
  input: setLogoInput,
  async run(context) {
    const { trx, workspaceId, row, input, record } = context
    const { accountId } = row
    // Locked, since another plan of the account may be changing it too.
    const account = await trx
      .selectFrom('account')
      .select(['name', 'logo'])
      .where('workspaceId', '=', workspaceId)
      .where('id', '=', accountId)
      .forNoKeyUpdate()
      .executeTakeFirstOrThrow()
    if (!input.image && !account.logo) return { logo: null }
    const logo = await keepLogo(context, { workspaceId, accountId }, input.image)
    await trx
      .updateTable('account')
      .set({ logo })
      .where('workspaceId', '=', workspaceId)
      .where('id', '=', accountId)
      .execute()
    await record({
      event: 'customer logo changed',
      subjectId: accountId,
      subject: account.name,
      changes: { logo: { before: account.logo, after: logo } },
    })
    return { logo }
  },
})
