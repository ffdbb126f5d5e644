import { expect, test } from 'vitest'
import { sendUnderKills } from '#tests/fault/emails-under-kills.ts'
import { freshDatabase } from '#tests/harness/database.ts'

/** The smallest of what `npm run fault -- emails` tries with 2,000 emails, 50 kills and answers that hang. */
test('workers that are killed while they send lose no email, double none, and keep to the limit', async () => {
  const { appUrl, ownerUrl } = await freshDatabase()
  const sent = await sendUnderKills({
    ...{ appUrl, adminUrl: ownerUrl, notices: 40, kills: 2, perSecond: 6, late: 8, seed: 19 },
    ...{ lost: 'breaks', between: { least: 3, most: 4 } },
  })
  expect(sent).toMatchObject({ sent: 40, rolledBack: 5 })
})
