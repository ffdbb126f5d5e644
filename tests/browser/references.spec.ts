import type { Page } from '@playwright/test'
import { check } from './axe.ts'
import { expect, fill, openPlan, takenOver, test } from './cast.ts'

const svg = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
const png = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg=='

for (const javaScriptEnabled of [true, false]) {
  test(`a win is asked for, agreed to, written, approved, used and withdrawn, ${javaScriptEnabled ? 'with' : 'without'} JavaScript`, async ({
    app,
    home,
    somebody,
  }) => {
    test.setTimeout(150_000)
    const [rep, champion] = [await somebody({ javaScriptEnabled }), await somebody({ javaScriptEnabled })]
    const { cast, path } = await openPlan({ app, home, rep, champion })
    for (const page of [rep, champion]) page.setDefaultTimeout(20_000)
    await champion.setViewportSize({ width: 390, height: 844 })
    const settled = async () => {
      if (javaScriptEnabled) await Promise.all([takenOver(rep), takenOver(champion)])
    }
    // Axe is a script of the page.
    const looked = async (page: Page, what: string) => {
      if (!javaScriptEnabled) return
      await expect(page.getByRole('progressbar')).toHaveCount(0)
      await check(page, what)
    }
    const sendForApproval = async (text: string) => {
      await rep.getByRole('textbox', { name: 'Text', exact: true }).last().fill(text)
      const sent = rep.waitForResponse((answer) => answer.request().method() === 'POST')
      await rep.getByRole('button', { name: 'Send for approval' }).last().click()
      expect((await sent).status()).toBeLessThan(400)
    }
    const row = rep.getByRole('row').filter({ has: rep.locator(`a[href="${path}/reference/use"]`) })
    const nextAct = (name: string) => row.getByRole('link', { name: `${name}: Halden Foods` })

    await test.step('the champion confirms the win, and the vendor asks', async () => {
      await champion.goto(`${path}/win`)
      await fill(champion, { 'Measured value': '1' })
      await champion.getByRole('button', { name: 'Continue' }).click()
      await champion.getByRole('button', { name: 'Confirm first win' }).click()
      await expect(champion).toHaveURL(new RegExp(`${path}$`))
      await rep.goto('/references')
      await expect(row).toContainText('Reference-ready')
      await looked(rep, 'the board')
      await nextAct('Ask the champion').click()
      await expect(rep.getByRole('heading', { name: 'Reference: Halden Foods' })).toBeVisible()
      await settled()
      await rep.locator('summary').filter({ hasText: 'Ask the champion' }).click()
      await rep.getByRole('button', { name: 'Send the request' }).click()
      await expect(rep.getByText('The champion was asked and has not answered.')).toBeVisible()
    })

    await test.step('the champion decides later, then agrees within limits; an SVG is no logo', async () => {
      await champion.goto(path)
      await champion.getByRole('link', { name: 'Agree to a reference' }).first().click()
      await expect(champion).toHaveURL(new RegExp(`${path}/reference$`))
      await settled()
      await expect(champion.getByRole('button', { name: 'No', exact: true })).toBeVisible()
      await champion.getByRole('button', { name: 'Later', exact: true }).click()
      await expect(champion).toHaveURL(new RegExp(`${path}$`))
      await champion.goto(`${path}/reference`)
      await settled()
      for (const name of ['Logo', 'Quote', 'Case study', 'Call', 'Talk'])
        await champion.getByRole('checkbox', { name, exact: true }).check()
      await fill(champion, { 'Approved quote': 'We closed the books in 10 days.', 'Never for': 'Acme\nAPAC' })
      const logo = champion.getByLabel('Picture of the logo')
      await logo.setInputFiles({ name: 'logo.svg', mimeType: 'image/png', buffer: Buffer.from(svg) })
      await champion.getByRole('button', { name: 'Give consent' }).click()
      await expect(champion.getByText('SVG files are not accepted')).toBeVisible()
      await looked(champion, 'the consent with a fault')
      await settled()
      await logo.setInputFiles({ name: 'logo.png', mimeType: 'image/png', buffer: Buffer.from(png, 'base64') })
      await champion.getByRole('button', { name: 'Give consent' }).click()
      await expect(champion).toHaveURL(new RegExp(`${path}$`))
      await champion.goto(`${path}/reference`)
      const history = champion.getByRole('region', { name: 'History of this consent' })
      await expect(history).toContainText('Never for: Acme, APAC')
      await expect(history).toContainText('Priya Raman')
      await looked(champion, 'the consent')
    })

    await test.step('a case study is written and sent', async () => {
      await rep.goto('/references')
      await expect(row).toContainText('Agreed')
      await expect(row).toContainText('The quote says 10 days, but 1 day was confirmed.')
      await nextAct('Write the case study').click()
      await expect(rep.getByRole('img', { name: 'Logo of Halden Foods' })).toBeVisible()
      await expect(rep.getByText('No wording is approved yet, so it may not be used.')).toBeVisible()
      await settled()
      await sendForApproval('# One ledger\n\n**One** day.')
      await expect(rep.getByText('Sent for approval on').first()).toBeVisible()
    })

    await test.step('the champion approves word for word what was not changed while it was read', async () => {
      await champion.goto(path)
      await champion.getByRole('link', { name: 'Approve the case study' }).click()
      await expect(champion.getByRole('heading', { name: 'One ledger' })).toBeVisible()
      await looked(champion, 'the text to approve')
      await settled()
      await sendForApproval('# One ledger\n\n**Two** days.')
      await champion.getByRole('button', { name: 'Approve word for word' }).click()
      await expect(champion.getByText('The wording was changed after you opened it.')).toBeVisible()
      await expect(champion.getByRole('region', { name: 'You read' })).toContainText('One day.')
      await expect(champion.getByText('Two days.')).toBeVisible()
      await champion.getByLabel('What should be different?').fill('It was one day.')
      await champion.getByRole('button', { name: 'Send back' }).click()
      await expect(champion).toHaveURL(new RegExp(`${path}/reference$`))
      await rep.goto('/references')
      await nextAct('Change the case study').click()
      await expect(rep.getByText('It was one day.')).toBeVisible()
      await settled()
      await sendForApproval('# One ledger\n\n**One** day, always.')
      await champion.goto(`${path}/reference`)
      await champion.getByRole('link', { name: 'Read and answer: case study' }).click()
      await settled()
      await champion.getByRole('button', { name: 'Approve word for word' }).click()
      await expect(champion.getByText('Approved by Priya Raman')).toBeVisible()
      await rep.goto(`${path}/library`)
      await expect(rep.getByRole('heading', { name: 'One ledger' })).toBeVisible()
    })

    await test.step('it is used, then withdrawn: it is gone everywhere, and its user gets an email', async () => {
      await rep.goto('/references')
      await expect(row).toContainText('Captured')
      await nextAct('Note a use').click()
      await expect(rep.getByText('One day, always.').first()).toBeVisible()
      await settled()
      await rep.getByLabel('What was used', { exact: true }).selectOption('Case study')
      await fill(rep, {
        'Used for': 'Offer for Aldermann',
        'Region of the deal': 'none',
        'Competitor in the deal': 'none',
      })
      await rep.getByRole('button', { name: 'Note a use' }).click()
      await expect(rep.getByText('Offer for Aldermann').first()).toBeVisible()
      await looked(rep, 'the reference')
      await rep.goto('/references')
      await expect(row).toContainText('In use')
      await champion.goto(`${path}/reference`)
      await settled()
      await champion.getByText('Withdraw consent…').click()
      await champion.getByRole('button', { name: 'Withdraw consent now' }).click()
      await expect(champion).toHaveURL(new RegExp(`${path}$`))
      const told = await app.mailbox.waitFor(cast.rep, 'Stop using: Halden Foods’ reference has ended')
      expect(told.text).toContain('Offer for Aldermann')
      await rep.goto(`${path}/reference/use`)
      await expect(rep.getByText('The champion said no. No one is asked again.')).toBeVisible()
      await expect(rep.getByText('One day, always.')).toHaveCount(0)
      await expect(rep.getByRole('img', { name: 'Logo of Halden Foods' })).toHaveCount(0)
      expect((await rep.request.get(`${path}/reference/logo`)).status()).toBe(404)
    })
  })
}
