import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import type { RunningApp } from '#tests/harness/app.ts'
import { type LocalProvider, startIdentityProvider } from '#tests/factories/identity-provider.ts'
import { check } from './axe.ts'
import { type Cast, expect, fill, openWorkspace, signInEmail, test } from './cast.ts'

/** The admin of a new workspace sets up a provider; its page is open. */
async function setUp(admin: Page, app: RunningApp): Promise<{ cast: Cast; provider: LocalProvider; start: string }> {
  const cast = await openWorkspace(admin, app)
  await admin.goto('/workspace')
  await admin.getByRole('link', { name: 'Single sign-on' }).click()
  const callbackUrl = (await admin.getByText(/\/sso\/[0-9a-f-]{36}\/callback$/).textContent()) ?? ''
  const provider = await startIdentityProvider({ callbackUrl })
  await fill(admin, { Issuer: 'https://10.0.0.1', 'Client ID': provider.clientId })
  await admin.getByRole('button', { name: 'Test provider' }).click()
  await expect(admin.getByLabel('Issuer')).toHaveAccessibleDescription(
    /We could not reach an OpenID Connect provider there/,
  )
  await fill(admin, { Issuer: provider.issuer })
  await admin.getByRole('button', { name: 'Test provider' }).click()
  await expect(admin.getByText('works as an OpenID Connect provider')).toBeVisible()
  await fill(admin, { 'Client secret': provider.clientSecret })
  await admin.getByRole('button', { name: 'Save' }).click()
  await expect(admin.getByRole('heading', { name: 'Next, sign in with it once' })).toBeVisible()
  await expect(admin.getByLabel('Client secret')).toHaveValue('')
  return { cast, provider, start: callbackUrl.replace(/callback$/, 'start') }
}

const press = (page: Page) => page.getByRole('button', { name: 'Continue to your company’s sign-in' }).click()

async function signInThere(page: Page, address: string) {
  await expect(page.getByRole('heading', { name: 'Example ID' })).toBeVisible()
  await page.getByLabel('Work address').fill(address)
  await page.getByRole('button', { name: 'Sign in' }).click()
}

for (const javaScriptEnabled of [true, false])
  test(`a workspace sets up its provider, comes in by it and requires it, with script ${javaScriptEnabled ? 'on' : 'off'}`, async ({
    app,
    mailbox,
    somebody,
  }) => {
    test.setTimeout(120_000)
    const admin = await somebody({ javaScriptEnabled })
    const { cast, provider, start } = await setUp(admin, app)
    if (javaScriptEnabled) await check(admin, 'single sign-on')

    await admin.getByRole('link', { name: /\/sso\/.*\/start/ }).click()
    if (javaScriptEnabled) await check(admin, 'the start of single sign-on')
    await press(admin)
    await signInThere(admin, cast.rep)
    await expect(admin).toHaveURL(/\/workspace\/sign-on$/)
    await expect(admin.getByRole('heading', { name: 'Sign-in address for members' })).toBeVisible()

    await admin.getByLabel(/must sign in this way/).check()
    await admin.getByRole('button', { name: 'Save' }).click()
    // Enforcement makes everyone sign in again, including the admin who required it.
    await admin.getByLabel('Email', { exact: true }).fill(cast.rep)
    const email = await signInEmail(mailbox, cast.rep, async () => {
      await admin.getByRole('button', { name: 'Send sign-in link' }).click()
      await expect(admin.getByText('a link is on its way')).toBeVisible()
    })
    expect(email.text).not.toContain('/link/')
    await admin.goto(/https?:\/\/\S+\/sso\/[^\s"'<>)]+/.exec(email.text)?.[0] ?? '')
    await press(admin)
    // The provider still knows this browser.
    await expect(admin).toHaveURL(/\/workspace\/sign-on$/)

    const other = await somebody({ javaScriptEnabled })
    await other.goto(start)
    await press(other)
    await other.getByRole('button', { name: 'Cancel' }).click()
    await expect(other.getByRole('heading', { name: 'You were not signed in' })).toBeVisible()
    if (javaScriptEnabled) await check(other, 'a stopped sign-in')
    await other.getByRole('link', { name: 'Start again' }).click()
    await press(other)
    await signInThere(other, 'nobody@elsewhere.example')
    await expect(other.getByRole('heading', { name: 'You are not a member yet' })).toBeVisible()
    await provider.stop()
  })

for (const javaScriptEnabled of [true, false])
  test(`admins read, filter and export the security log, with script ${javaScriptEnabled ? 'on' : 'off'}`, async ({
    app,
    somebody,
  }) => {
    const admin = await somebody({ javaScriptEnabled })
    await openWorkspace(admin, app)
    await admin.goto('/workspace')
    await admin.getByRole('link', { name: 'Security log' }).click()
    const rows = admin.getByRole('table', { name: 'Security events, newest first' }).getByRole('row')
    await expect(rows.nth(1)).toContainText('Signed in')
    await expect(rows.nth(2)).toContainText('Member added')
    await admin.getByLabel('Type').selectOption('Signed in')
    await admin.getByRole('button', { name: 'Show' }).click()
    await expect(admin).toHaveURL(/kind=signed\+in/)
    await expect(rows).toHaveCount(2)
    if (javaScriptEnabled) await check(admin, 'the security log')
    const [file] = await Promise.all([
      admin.waitForEvent('download'),
      admin.getByRole('button', { name: 'Export CSV' }).click(),
    ])
    expect(file.suggestedFilename()).toMatch(/^security-log-[\d-]{10}\.csv$/)
    expect(readFileSync(await file.path(), 'utf8')).toMatch(/^\uFEFFat,kind,person.*\r\n[^\r]*signed in[^\r]*\r\n$/)
    await admin.goto('/workspace/security')
    await expect(rows.nth(1)).toContainText('Exported')
    await admin.getByLabel('Person').fill('nobody of this name')
    await admin.getByRole('button', { name: 'Show' }).click()
    await expect(admin.getByRole('heading', { name: 'No matching events' })).toBeVisible()
  })

for (const javaScriptEnabled of [true, false])
  test(`sessions of two workspaces live side by side in one browser, with script ${javaScriptEnabled ? 'on' : 'off'}`, async ({
    app,
    somebody,
  }) => {
    const page = await somebody({ javaScriptEnabled })
    const first = await openWorkspace(page, app)
    const second = await openWorkspace(page, app)
    await page.goto('/plans')
    await expect(page.getByRole('link', { name: 'Switch workspace' })).toBeVisible()

    await page.getByRole('link', { name: 'Switch workspace' }).click()
    await expect(page.getByRole('listitem').filter({ hasText: second.rep })).toContainText('in use')
    if (javaScriptEnabled) await check(page, 'the workspaces')
    await page
      .getByRole('listitem')
      .filter({ hasText: first.rep })
      .getByRole('button', { name: /^Switch to/ })
      .click()
    await expect(page).toHaveURL(/\/plans$/)

    // Rendered for the first one; another tab has switched back to the second.
    const stale = await page.context().newPage()
    await stale.goto('/workspace/settings')
    await page.goto('/switch')
    await page
      .getByRole('listitem')
      .filter({ hasText: second.rep })
      .getByRole('button', { name: /^Switch to/ })
      .click()
    await expect(page).toHaveURL(/\/plans$/)
    await stale.getByLabel('Workspace name').fill('Brightline North')
    await stale.getByRole('button', { name: 'Save' }).first().click()
    await expect(stale.getByText('Brightline North').first()).toBeVisible()
    await page.goto('/switch')
    await expect(page.getByRole('listitem').filter({ hasText: first.rep })).toContainText('Brightline North')
    await expect(page.getByRole('listitem').filter({ hasText: second.rep })).not.toContainText('North')

    await page
      .getByRole('listitem')
      .filter({ hasText: second.rep })
      .getByRole('button', { name: /^Sign out of/ })
      .click()
    await expect(page).toHaveURL(/\/switch$/)
    await expect(page.getByRole('listitem').filter({ hasText: second.rep })).toHaveCount(0)
    await page.goto('/plans/6f1c2a3e-0000-4000-8000-000000000001')
    await expect(page.getByRole('link', { name: 'Sign in as someone else' })).toBeVisible()
    await page.getByRole('button', { name: 'Sign out', exact: true }).click()
    await expect(page).toHaveURL(/\/sign-in$/)
  })
