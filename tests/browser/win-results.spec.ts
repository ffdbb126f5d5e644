import { expect, fill, inDays, openPlan, region, test } from './cast.ts'

/** Says where a picture of a page goes, for people who look at one: `PICTURES=/tmp/x`. */
const pictures = process.env['PICTURES']

for (const javaScriptEnabled of [true, false]) {
  test(`from a question to measurements, not yet, and a confirmation whose emails were read, ${javaScriptEnabled ? 'with' : 'without'} JavaScript`, async ({
    app,
    mailbox,
    somebody,
    home,
  }) => {
    test.setTimeout(120_000)
    const rep = await somebody({ javaScriptEnabled })
    const champion = await somebody({ javaScriptEnabled })
    const { path } = await openPlan({ app, rep, champion, home })
    const see = async (page: typeof rep, name: string) => {
      if (!pictures) return
      for (const width of [1280, 390])
        for (const colorScheme of ['light', 'dark'] as const) {
          await page.setViewportSize({ width, height: 900 })
          await page.emulateMedia({ colorScheme })
          await page.screenshot({ path: `${pictures}/${name}-${width}-${colorScheme}.png`, fullPage: true })
        }
      await page.setViewportSize({ width: 1440, height: 900 })
    }

    await test.step('the vendor asks, and cannot confirm', async () => {
      await rep.goto(path)
      await region(rep, 'First win').getByRole('link', { name: 'Results' }).click()
      await expect(rep.getByRole('heading', { name: 'Results', exact: true })).toBeVisible()
      await expect(rep.getByRole('link', { name: 'Record the result' })).toHaveCount(0)
      await fill(rep, { Note: 'You closed May last week.' })
      await see(rep, 'asking')
      await rep.getByRole('button', { name: 'Send the question' }).click()
      await expect(rep.getByText(/asked on .* whether it has happened: “You closed May last week\.?”/)).toBeVisible()
      await expect(rep.getByText(/You can ask again from/)).toBeVisible()
      await expect(rep.getByRole('button', { name: 'Send the question' })).toHaveCount(0)
    })

    await test.step('either side says how it is measured; the vendor reads that services has not looked yet', async () => {
      await expect(rep.getByText('No one from services has looked at this first win yet.')).toBeVisible()
      await expect(rep.getByRole('heading', { name: 'Tasks it depends on' })).toBeVisible()
      await rep.getByLabel('Who measures it').fill('Jonas Weber, Finance')
      await rep.locator('#measuring').getByRole('button', { name: 'Save' }).click()
      await expect(rep.getByText('You changed how the first win is measured')).toBeVisible()
      await see(rep, 'defining')
    })

    await test.step('the champion measures, and takes a mistake out', async () => {
      await champion.goto(path)
      await expect(region(champion, 'Next for you')).toContainText('You closed May last week.')
      await region(champion, 'First win').getByRole('link', { name: 'Results' }).click()
      await fill(champion, { 'Measured value': 'twelve' })
      await champion.getByRole('button', { name: 'Save measurement' }).click()
      await expect(champion.getByText('Please enter a number')).toBeVisible()
      for (const [value, on, note] of [
        ['22', inDays(-9), 'without the two new plants'],
        ['12', inDays(-2), ''],
        ['120', inDays(0), ''],
      ] as const) {
        await fill(champion, { 'Measured value': value, 'Measured on': on })
        await champion.getByLabel('Note').fill(note)
        await champion.getByRole('button', { name: 'Save measurement' }).click()
        await expect(champion.getByRole('table').getByText(`${value} days`)).toBeVisible()
      }
      await champion.getByRole('button', { name: /^Remove: the value of .* 120 days$/ }).click()
      await expect(champion.getByRole('table').getByText('120 days')).toHaveCount(0)
      await expect(
        champion.getByRole('img', { name: /baseline 30 days, 22 days on .* 12 days on .* Target: 1 day/ }),
      ).toBeVisible()
    })

    await test.step('another win is added by the vendor, measured and confirmed by the customer', async () => {
      await rep.reload()
      await rep.locator('summary', { hasText: 'Add a win' }).click()
      const form = rep.locator('#other-wins')
      await form.getByLabel('What will be said').fill('No more overtime.')
      for (const [label, value] of Object.entries({ Measure: 'Overtime', Unit: 'hours', Baseline: '20', Target: '0' }))
        await form.getByLabel(label, { exact: true }).fill(value)
      await form.getByRole('button', { name: 'Save win' }).click()
      await expect(rep.getByRole('article', { name: 'No more overtime.' })).toBeVisible()
      await champion.reload()
      const other = champion.getByRole('article', { name: 'No more overtime.' })
      await other.locator('summary', { hasText: 'Add a value' }).click()
      await other.getByLabel('Measured value').first().fill('9')
      await other.getByRole('button', { name: 'Save measurement' }).click()
      await expect(other.getByRole('table')).toContainText('9 hours')
      await other.locator('summary', { hasText: 'Confirm it' }).click()
      const confirm = other.locator('form').filter({ has: champion.getByRole('button', { name: 'Confirm win' }) })
      await confirm.getByLabel('Measured value').fill('0')
      await expect(confirm).toContainText('reads it in the next daily email')
      await see(champion, 'others')
      await confirm.getByRole('button', { name: 'Confirm win' }).click()
      await expect(champion.getByText(/Confirmed by Priya Raman on .*: 0 hours\./)).toBeVisible()
    })

    await test.step('the champion says not yet; the lead reads why', async () => {
      await champion.goto(`${path}/win`)
      await champion.getByRole('link', { name: 'Not yet' }).click()
      const notYet = champion.locator('#not-yet')
      await notYet.getByLabel('Reason').fill('Two plants start next month.')
      await notYet.getByLabel('Next measurement on').fill(inDays(30))
      await see(champion, 'results')
      await champion.getByRole('button', { name: 'Say not yet' }).click()
      await expect(champion.getByText(/not yet\. “Two plants start next month\.?”/)).toBeVisible()
      await rep.goto(path)
      await expect(region(rep, 'Next for you')).toContainText('Read why the first win has not happened yet')
      await see(rep, 'plan')
      await champion.goto(path)
      await see(champion, 'plan-of-champion')
    })

    await test.step('before confirming, every email is read as it will be sent', async () => {
      await champion.goto(`${path}/win`)
      const own = 'One day. It used to take us a whole month!'
      await fill(champion, { 'Measured value': '1', 'Happened on': inDays(-1) })
      await champion.getByRole('button', { name: 'Continue' }).click()
      const check = region(champion, 'What will be sent, and who will be told')
      await expect(check).toContainText('We closed the books in one day')
      await fill(champion, { Statement: own })
      await champion.getByRole('button', { name: 'Confirm first win' }).click()
      // Changed since it was read, it is shown again.
      await expect(check.getByText(`Halden Foods did it: ${own}`)).toBeVisible()
      await expect(check).toContainText('Ana Lind')
      await expect(check).toContainText('Reached on')
      await see(champion, 'check')
      await champion.getByRole('button', { name: 'Confirm first win' }).click()
      await expect(champion.getByText('Halden Foods did it', { exact: true })).toBeVisible()
      await expect(champion.getByRole('heading', { level: 1 })).toContainText(own)
      await expect(champion.getByText(/^Reached on/)).toBeVisible()
      const sent = await mailbox.waitFor(home.cast.rep, `Halden Foods did it: ${own}`)
      expect(sent.text).toContain('Reached on')
    })
  })
}
