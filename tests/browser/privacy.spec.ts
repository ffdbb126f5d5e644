import { check } from './axe.ts'
import { createPlan, enterBy, expect, fill, invite, openWorkspace, test } from './cast.ts'

for (const javaScriptEnabled of [true, false]) {
  const how = javaScriptEnabled ? 'with script' : 'without script'

  test(`an admin reads what erasing a person does, confirms it by name, and nothing of them is left, ${how}`, async ({
    app,
    mailbox,
    somebody,
  }) => {
    const [admin, colleague] = [await somebody({ javaScriptEnabled }), await somebody({ javaScriptEnabled })]
    const cast = await openWorkspace(admin, app)
    const path = await createPlan(admin)
    const who = { name: 'Jonas Weber', email: cast.colleague, role: 'Contributor' } as const
    await enterBy(colleague, await invite(admin, mailbox, path, who))
    await expect(colleague).toHaveURL(new RegExp(path))

    await colleague.goto('/devices')
    await colleague.getByRole('link', { name: 'Your data' }).click()
    if (javaScriptEnabled) await check(colleague, 'one’s own data')
    await colleague.getByRole('button', { name: 'Request erasure' }).click()
    await expect(colleague.getByText(/^You asked on/)).toBeVisible()

    await mailbox.waitFor(cast.rep, 'asked us to erase their data')
    await admin.goto('/workspace/data')
    await expect(admin.getByRole('heading', { name: 'Erasure requests' })).toBeVisible()
    await admin.getByRole('link', { name: 'Jonas Weber' }).click()
    await expect(admin.getByRole('heading', { name: 'What is erased' })).toBeVisible()
    await expect(admin.getByRole('heading', { name: 'What stays' })).toBeVisible()
    await expect(admin.getByRole('heading', { name: 'Who is notified' })).toBeVisible()
    if (javaScriptEnabled) await check(admin, 'erasing a person')
    await fill(admin, { 'Name or email address': 'Jonas' })
    await admin.getByRole('button', { name: 'Erase for good' }).click()
    await expect(admin.getByLabel('Name or email address')).toHaveAccessibleDescription(/Please type Jonas Weber or/)
    await fill(admin, { 'Name or email address': 'jonas weber' })
    await admin.getByRole('button', { name: 'Erase for good' }).click()
    await expect(admin.getByText('The person was erased.')).toBeVisible()
    await fill(admin, { 'Name or email': 'jonas' })
    await admin.getByRole('button', { name: 'Find' }).click()
    await expect(admin.getByText('No one found with that name or address.')).toBeVisible()

    expect((await colleague.goto(path))?.status()).toBe(401)
    await admin.goto(`${path}/activity`)
    await expect(admin.getByText('Former participant').first()).toBeVisible()
    await expect(admin.getByText('Jonas Weber')).toHaveCount(0)
    await admin.goto('/workspace/security?check=yes')
    await expect(admin.getByText('The log is complete and unchanged')).toBeVisible()
    await expect(admin.getByRole('cell', { name: 'Person erased', exact: true })).toBeVisible()
    await expect(admin.getByText('Jonas Weber')).toHaveCount(0)
  })
}

test('an admin sets how long records are kept', async ({ app, somebody }) => {
  const admin = await somebody()
  await openWorkspace(admin, app)
  await admin.goto('/workspace/data')
  await check(admin, 'data and privacy')
  await fill(admin, { 'Security log, in months': '3' })
  await admin.getByRole('button', { name: 'Save' }).click()
  await expect(admin.getByLabel('Security log, in months')).toHaveAccessibleDescription(/The minimum is 6/)
  await fill(admin, { 'Security log, in months': '36' })
  await admin.getByRole('button', { name: 'Save' }).click()
  await expect(admin.getByText('The minimum is 6.')).toHaveCount(0)
  await admin.reload()
  await expect(admin.getByLabel('Security log, in months')).toHaveValue('36')
})
