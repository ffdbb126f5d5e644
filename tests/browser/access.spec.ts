import { request as httpRequest } from 'node:http'
import type { Page } from '@playwright/test'
import { check } from './axe.ts'
import { enterBy, expect, fill, linkIn, openPlan, openWorkspace, region, signIn, signInEmail, test } from './cast.ts'

test.beforeEach(() => test.setTimeout(180_000))

/** The six digits in an email. */
const codeIn = (text: string) => /\b\d{6}\b/.exec(text)?.[0] ?? ''

for (const javaScriptEnabled of [true, false])
  test.describe(javaScriptEnabled ? 'with script' : 'without script', () => {
    // Axe needs JavaScript.
    const look = (page: Page, what: string) => (javaScriptEnabled ? check(page, what) : Promise.resolve())

    test('a colleague comes by the email domain, the champion sees it and takes the colleague off', async ({
      app,
      mailbox,
      home,
      somebody,
    }) => {
      const [rep, champion] = [await somebody(), await somebody({ javaScriptEnabled })]
      const colleague = await somebody({ javaScriptEnabled })
      const { cast, path } = await openPlan({ app, home, rep, champion })
      const domain = cast.champion.split('@')[1] ?? ''

      await champion.goto(`${path}/invite`)
      const domains = champion.getByLabel('Email domains', { exact: true })
      await domains.fill('gmail.com')
      await champion.getByRole('button', { name: 'Save domains' }).click()
      await expect(champion.getByText('gmail.com is a public email provider')).toBeVisible()
      await expect(domains).toHaveValue('gmail.com')
      await look(champion, 'refused domains')
      await domains.fill(domain)
      await champion.getByRole('button', { name: 'Save domains' }).click()
      await expect(champion.getByText('is a public email provider')).toBeHidden()
      await expect(domains).toHaveValue(domain)

      const address = `ines.roth@${domain}`
      await colleague.goto(path)
      await colleague.getByLabel('Email', { exact: true }).fill(address)
      await colleague.getByRole('button', { name: 'Send sign-in link' }).click()
      await expect(colleague.getByText('a link is on its way')).toBeVisible()
      await enterBy(colleague, await mailbox.waitFor(address, 'sign in'))
      await expect(colleague).toHaveURL(new RegExp(`${path}$`))
      await expect(colleague.getByText('Signed in as Ines Roth')).toBeVisible()
      await expect(region(colleague, 'Plan').getByRole('button', { name: 'Mark done' })).toHaveCount(0)

      await champion.reload()
      const row = champion.getByRole('listitem').filter({ hasText: address })
      await expect(row.getByText('joined by email domain')).toBeVisible()
      await row.getByText('Remove…').click()
      await expect(row.getByText(/Ines Roth will lose access to this plan right away/)).toBeVisible()
      await row.getByRole('button', { name: 'Remove now: Ines Roth' }).click()
      await expect(row).toHaveCount(0)
      // With JavaScript the open page notices this, and stays readable until the reader continues.
      if (javaScriptEnabled) await expect(colleague.getByRole('status').getByText('You are signed out')).toBeVisible()
      await colleague.reload()
      await expect(colleague.getByRole('heading', { name: 'Sign in to continue' })).toBeVisible()
    })

    test('a new device is asked for a code, one that is known is not', async ({ app, mailbox, somebody }) => {
      const [admin, other] = [await somebody({ javaScriptEnabled }), await somebody({ javaScriptEnabled })]
      const cast = await openWorkspace(admin, app)
      await admin.goto('/workspace')
      await admin.getByRole('button', { name: 'Ask for a code on new devices' }).click()
      await expect(admin.getByRole('button', { name: 'Stop asking for a code on new devices' })).toBeVisible()
      await look(admin, 'the workspace with codes')

      await signIn(other, mailbox, cast.rep)
      await expect(other.getByRole('heading', { name: 'New device' })).toBeVisible()
      await look(other, 'the code')
      const email = await mailbox.waitFor(cast.rep, 'Your code')
      const code = codeIn(email.text)
      await other.getByLabel('Code', { exact: true }).fill(code === '123456' ? '654321' : '123456')
      await other.getByRole('button', { name: 'Continue' }).click()
      await expect(other.getByText('This code is not correct. You have 4 attempts left.')).toBeVisible()
      await other.getByLabel('Code', { exact: true }).fill(code)
      await other.getByRole('button', { name: 'Continue' }).click()
      await expect(other).toHaveURL(/\/plans$/)

      await other.getByRole('button', { name: 'Sign out', exact: true }).click()
      await signIn(other, mailbox, cast.rep)
      await expect(other).toHaveURL(/\/plans$/)
    })

    test('one sees one’s devices, signs one out, then all', async ({ app, mailbox, somebody }) => {
      const [here, there] = [await somebody({ javaScriptEnabled }), await somebody()]
      const cast = await openWorkspace(here, app)
      await signIn(there, mailbox, cast.rep)
      await expect(there).toHaveURL(/\/plans$/)
      await here.getByRole('link', { name: 'Account', exact: true }).click()
      await expect(here.getByRole('heading', { name: 'Your account' })).toBeVisible()
      await expect(here.getByText('this device', { exact: true })).toHaveCount(1)
      await look(here, 'the devices')
      await here.getByRole('button', { name: /^Sign out: / }).click()
      await expect(here.getByRole('button', { name: /^Sign out: / })).toHaveCount(0)
      await there.goto('/plans')
      await expect(there.getByRole('heading', { name: 'Sign in to continue' })).toBeVisible()
      await here.getByRole('button', { name: 'Sign out everywhere' }).click()
      await expect(here).toHaveURL(/\/sign-in$/)
      await here.goto('/plans')
      await expect(here.getByRole('heading', { name: 'Sign in to continue' })).toBeVisible()
    })

    test('who asks too often is told how long to wait, and what was typed stays', async ({ app, somebody }) => {
      const page = await somebody({ javaScriptEnabled })
      const address = `nobody-${javaScriptEnabled}@elsewhere.example`
      for (let n = 0; n < 8; n++)
        expect((await page.request.post(`${app.baseUrl}/sign-in`, { form: { email: address } })).status()).toBe(200)
      const refused = await page.request.post(`${app.baseUrl}/sign-in`, { form: { email: address } })
      expect(refused.status()).toBe(429)
      expect(Number(refused.headers()['retry-after'])).toBeGreaterThan(0)
      await page.goto('/sign-in')
      await fill(page, { Email: address })
      await page.getByRole('button', { name: 'Send sign-in link' }).click()
      await expect(page.getByText(/Too many attempts. Please wait \d+ minutes/)).toBeVisible()
      await expect(page.getByLabel('Email', { exact: true })).toHaveValue(address)
      await look(page, 'too many tries')
    })
  })

test('an invitation is withdrawn: its link no longer works', async ({ app, mailbox, home, somebody }) => {
  const [rep, visitor] = [await somebody(), await somebody()]
  const { cast, path } = await openPlan({ app, home, rep })
  await rep.goto(`${path}/invite`)
  await fill(rep, { Name: 'Jonas Weber', Email: cast.colleague })
  await rep.getByRole('button', { name: 'Send invitation' }).click()
  const link = linkIn(await mailbox.waitFor(cast.colleague, 'invited you to the go-live plan'))
  await visitor.goto(link)
  await expect(visitor.getByRole('button', { name: 'Continue' })).toBeVisible()
  await rep.getByRole('button', { name: 'Withdraw invitation: Jonas Weber' }).click()
  await expect(rep.getByText(cast.colleague)).toHaveCount(0)
  await visitor.getByRole('button', { name: 'Continue' }).click()
  await expect(visitor.getByRole('heading', { name: 'This link no longer works' })).toBeVisible()
})

test('emailed links are made of APP_URL, whatever host a request claims', async ({ app, mailbox, somebody }) => {
  const cast = await openWorkspace(await somebody(), app)
  const at = new URL('/sign-in', app.baseUrl)
  const headers = {
    Host: 'evil.example',
    'X-Forwarded-Host': 'evil.example',
    Forwarded: 'host=evil.example',
    'Content-Type': 'application/x-www-form-urlencoded',
  }
  const email = await signInEmail(mailbox, cast.rep, async () => {
    const status = await new Promise<number | undefined>((done, fail) => {
      const sent = httpRequest(at, { method: 'POST', headers }, (answer) => done(answer.resume().statusCode))
      sent.on('error', fail)
      sent.end(new URLSearchParams({ email: cast.rep }).toString())
    })
    expect(status).toBe(200)
  })
  expect(`${email.html}${email.text}`).not.toContain('evil.example')
  expect(new URL(linkIn(email)).origin).toBe(app.baseUrl)
})
