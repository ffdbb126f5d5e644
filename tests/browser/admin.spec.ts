import type { Page } from '@playwright/test'
import { createPlan, enterBy, expect, fill, openPlan, openWorkspace, region, signIn, task, test } from './cast.ts'
import { redSquare } from '#tests/samples/red-square.ts'

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()
const follow = (page: Page, name: string) => page.getByRole('link', { name, exact: true }).click()

for (const javaScriptEnabled of [true, false]) {
  const how = javaScriptEnabled ? 'with script' : 'without script'

  test(`a plan is closed, opened again, archived and brought back, ${how}`, async ({
    app,
    home,
    mailbox,
    somebody,
  }) => {
    const [rep, champion] = [await somebody({ javaScriptEnabled }), await somebody({ javaScriptEnabled })]
    const { path, cast } = await openPlan({ app, home, rep, champion })
    await follow(rep, 'Close or archive')
    await press(rep, 'Close this plan')
    await expect(rep.getByLabel('Why', { exact: true })).toHaveAccessibleDescription(/Please choose a reason/)
    await rep.getByLabel('Why', { exact: true }).selectOption({ label: 'Postponed' })
    await fill(rep, { Note: 'Ask Walter again in spring.' })
    await press(rep, 'Close this plan')
    await expect(rep.getByText('Closed without an order by Ana Lind')).toBeVisible()
    await expect(rep.getByText('Ask Walter again in spring.')).toBeVisible()
    await expect(rep.getByRole('link', { name: 'Invite', exact: true })).toHaveCount(0)
    await champion.goto(path)
    await expect(champion.getByText('Closed without an order by Ana Lind')).toBeVisible()
    await expect(champion.getByText('postponed')).toBeVisible()
    await expect(champion.getByText('Walter')).toHaveCount(0)
    await expect(champion.getByRole('button', { name: /Mark (not )?done|Agree/ })).toHaveCount(0)
    await expect(champion.getByRole('link', { name: 'Close or archive' })).toHaveCount(0)

    await follow(rep, 'Reopen plan')
    await press(rep, 'Reopen this plan')
    await expect(region(rep, 'Plan')).toBeVisible()
    await expect(rep.getByText('Closed without an order')).toHaveCount(0)
    await champion.goto(path)
    await expect(task(champion, 'Contract at Legal').getByRole('button', { name: 'Mark done' })).toBeVisible()

    await follow(rep, 'Close or archive')
    await press(rep, 'Archive this plan')
    await expect(rep.getByText('Archived by Ana Lind')).toBeVisible()
    expect((await champion.goto(path))?.status()).toBe(401)
    await rep.goto('/plans')
    await expect(rep.locator(`a[href="${path}"]`)).toHaveCount(0)
    await rep.getByRole('link', { name: 'Archived plans' }).click()
    await expect(rep.getByRole('heading', { name: 'Archived plans' })).toBeVisible()
    await rep.locator(`a[href="${path}"]`).click()

    await follow(rep, 'Restore plan')
    await press(rep, 'Restore this plan')
    await expect(rep.getByText('Archived by')).toHaveCount(0)
    await signIn(champion, mailbox, cast.champion)
    await expect(champion).toHaveURL(new RegExp(path))
  })

  test(`roles change, and who leads a plan is removed with a successor, ${how}`, async ({ app, mailbox, somebody }) => {
    const [admin, max] = [await somebody({ javaScriptEnabled }), await somebody()]
    const { domain } = await openWorkspace(admin, app)
    await admin.goto('/workspace')
    await fill(admin, { Name: 'Max Lind', Email: `max@${domain}` })
    await admin.getByLabel('Rep: wins the deal').check()
    await press(admin, 'Add member')
    await enterBy(max, await mailbox.waitFor(`max@${domain}`, 'sign in'))
    await expect(max).toHaveURL(/\/plans$/)
    const path = await createPlan(max)

    await admin.goto('/workspace')
    await follow(admin, 'Max Lind')
    await expect(admin.getByRole('heading', { name: 'Max Lind', level: 1 })).toBeVisible()
    await admin.getByLabel(/^Support/).check()
    await press(admin, 'Save')
    await expect(admin.getByRole('listitem').filter({ hasText: 'Max Lind' })).toContainText('support')

    await follow(admin, 'Ana Lind')
    await expect(admin.getByRole('heading', { name: 'Ana Lind', level: 1 })).toBeVisible()
    await admin.getByLabel(/^Admin/).uncheck()
    await press(admin, 'Save')
    await expect(admin.getByText('Ana Lind is the only admin.').first()).toBeVisible()

    await admin.goto('/workspace')
    await follow(admin, 'Max Lind')
    await admin.getByText('Remove Max Lind').first().click()
    await expect(admin.getByRole('link', { name: 'Halden Foods: Faster month-end close' })).toBeVisible()
    await press(admin, 'Remove Max Lind')
    await expect(admin.getByLabel('Who takes over the plans')).toHaveAccessibleDescription(/Max Lind leads 1 plan/)
    await admin.getByLabel('Who takes over the plans').selectOption({ label: 'Ana Lind' })
    await press(admin, 'Remove Max Lind')
    await expect(admin).toHaveURL(/\/workspace$/)
    await expect(admin.getByRole('link', { name: 'Max Lind' })).toHaveCount(0)
    expect((await max.goto(path))?.status()).toBe(401)
    await admin.goto(`${path}/activity`)
    await expect(admin.getByText('handed the plan over to Ana Lind')).toBeVisible()
  })

  test(`logo and colour are the workspace’s, on the page that customers read too, ${how}`, async ({
    app,
    somebody,
  }) => {
    const admin = await somebody({ javaScriptEnabled })
    await openWorkspace(admin, app)
    await admin.goto('/workspace')
    await follow(admin, 'Settings')
    await admin.getByLabel('Colour').fill('#aa3377')
    await press(admin, 'Save')
    const back = admin.getByRole('main').getByRole('link', { name: 'Workspace' })
    const colour = () => back.evaluate((it) => getComputedStyle(it).color)
    await expect.poll(colour).toBe('rgb(170, 51, 119)')

    const picture = admin.getByLabel('Picture')
    await press(admin, 'Use this picture')
    await expect(picture).toHaveAccessibleDescription(/Please choose a file/)
    await picture.setInputFiles({ name: 'big.png', mimeType: 'image/png', buffer: Buffer.alloc(7_500_000) })
    await press(admin, 'Use this picture')
    if (javaScriptEnabled) {
      await expect(picture).toHaveAccessibleDescription(/This file is too large. The maximum is 200 kB/)
    } else {
      await expect(
        admin.getByText('This file is too large. The maximum is 200 kB. Go back and choose another.'),
      ).toBeVisible()
      await admin.goto('/workspace/settings')
    }
    await picture.setInputFiles({
      name: 'logo.png',
      mimeType: 'image/png',
      buffer: Buffer.from('<svg onload="alert(1)"/>'),
    })
    await press(admin, 'Use this picture')
    await expect(picture).toHaveAccessibleDescription(/^SVG files are not accepted/)
    await picture.setInputFiles({ name: 'logo.png', mimeType: 'image/png', buffer: redSquare })
    await press(admin, 'Use this picture')
    await expect(admin.getByRole('button', { name: 'Show the first letter instead' })).toBeVisible()
    await createPlan(admin)
    const shown = admin.locator('.plan-top img')
    await expect.poll(() => shown.evaluate((it) => (it as HTMLImageElement).naturalWidth)).toBe(8)

    await admin.goto('/workspace/settings')
    await press(admin, 'Show the first letter instead')
    await expect(admin.getByRole('button', { name: 'Show the first letter instead' })).toHaveCount(0)
  })
}

test('the lead says who works on the plan', async ({ app, home, mailbox, somebody }) => {
  const [rep, colleague] = [await somebody(), await somebody()]
  const { path } = await openPlan({ app, home, rep })
  const email = `noor.${path.slice(-6)}@${home.cast.domain}`
  await rep.goto('/workspace')
  await fill(rep, { Name: `Noor ${path.slice(-6)}`, Email: email })
  await rep.getByLabel(/^Services/).check()
  await press(rep, 'Add member')
  await enterBy(colleague, await mailbox.waitFor(email, 'sign in'))
  await expect(colleague).toHaveURL(/\/plans$/)
  await colleague.goto(path)
  await expect(region(colleague, 'Plan')).toBeVisible()
  await expect(colleague.getByRole('link', { name: 'Invite', exact: true })).toHaveCount(0)
  await rep.goto(path)
  await follow(rep, 'Team')
  await rep.getByRole('checkbox', { name: `Noor ${path.slice(-6)}` }).check()
  await press(rep, 'Save')
  await expect(region(rep, 'Plan')).toBeVisible()
  await colleague.goto(path)
  await expect(colleague.getByRole('link', { name: 'Invite', exact: true })).toBeVisible()
})
