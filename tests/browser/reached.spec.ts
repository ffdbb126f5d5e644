import { withClient } from '#tests/harness/template.ts'
import { check } from './axe.ts'
import { expect, openPlan, test } from './cast.ts'

for (const javaScriptEnabled of [true, false])
  test(`who never got the invitation gets one at another address by one form, ${javaScriptEnabled ? 'with' : 'without'} script`, async ({
    app,
    home,
    somebody,
  }) => {
    const rep = await somebody({ javaScriptEnabled })
    const { cast, path } = await openPlan({ app, home, rep })
    await rep.goto(`${path}/invite`)
    await rep.getByLabel('Name', { exact: true }).fill('Jonas Weber')
    await rep.getByLabel('Email', { exact: true }).fill(cast.colleague)
    await rep.getByLabel('Role', { exact: true }).selectOption('contributor')
    await rep.getByRole('button', { name: 'Send invitation' }).click()
    await app.mailbox.waitFor(cast.colleague, 'invited you')
    await rep.reload()
    const jonas = rep.getByRole('listitem').filter({ hasText: cast.colleague })
    await expect(jonas).toContainText(/Invitation (sent|delivered) on/)
    await withClient(app.ownerUrl, (client) =>
      client.query(
        `insert into blocked_address (workspace_id, address, reason, since)
         select workspace_id, email, 'bounced', now() from participant where email = $1`,
        [cast.colleague],
      ),
    )
    await rep.reload()
    await expect(jonas).toContainText('Jonas Weber never got it')
    if (javaScriptEnabled) await check(rep, 'someone who was not reached')
    const other = `new.${cast.colleague}`
    await rep.setViewportSize({ width: 390, height: 844 })
    await jonas.getByLabel('Another email address').fill(other)
    await jonas.getByRole('button', { name: 'Send to this address' }).click()
    await app.mailbox.waitFor(other, 'invited you')
    await expect(rep.getByText('Invitation sent by email.')).toBeVisible()
    const again = rep.getByRole('listitem').filter({ hasText: other })
    await again.getByRole('button', { name: 'Send it again: Jonas Weber' }).click()
    await expect.poll(async () => (await app.mailbox.list(other)).length).toBe(2)
    await expect(rep.getByText(cast.colleague, { exact: true })).toHaveCount(0)
  })
