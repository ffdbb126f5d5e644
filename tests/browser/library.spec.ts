import { quarterOf } from '#app/references/quarter.ts'
import { withClient } from '#tests/harness/template.ts'
import { check } from './axe.ts'
import { enterBy, expect, fill, inDays, openPlan, takenOver, test } from './cast.ts'
import { printed } from './pdf.ts'

/** Three days of one quarter, whatever the day of the run. */
function threeDays(): string[] {
  const first = quarterOf(inDays(3)).quarter === quarterOf(inDays(6)).quarter ? 3 : 8
  return [0, 1, 2].map((more) => inDays(first + more))
}

for (const javaScriptEnabled of [true, false]) {
  const how = javaScriptEnabled ? 'with script' : 'without script, on a phone'
  test(`a member finds a reference, requests a call, the champion accepts, and the deal’s outcome is noted: ${how}`, async ({
    app,
    home,
    mailbox,
    somebody,
  }) => {
    const viewport = javaScriptEnabled ? { width: 1280, height: 800 } : { width: 390, height: 844 }
    const [rep, champion] = [await somebody({ javaScriptEnabled }), await somebody({ javaScriptEnabled })]
    for (const page of [rep, champion]) await page.setViewportSize(viewport)
    const { path, cast } = await openPlan({ app, home, rep, champion })
    const planId = path.split('/').at(-1) ?? ''
    await champion.goto(`${path}/win`)
    await fill(champion, { 'Measured value': '1' })
    await champion.getByRole('button', { name: 'Continue' }).click()
    await champion.getByRole('button', { name: 'Confirm first win' }).click()
    await expect(champion).toHaveURL(new RegExp(`${path}$`))
    await champion.goto(`${path}/reference`)
    for (const kind of ['Call', 'Logo']) await champion.getByRole('checkbox', { name: kind, exact: true }).check()
    await champion.getByRole('button', { name: 'Give consent' }).click()
    await expect(champion).toHaveURL(new RegExp(`${path}$`))

    await test.step('the member searches the library', async () => {
      await rep.goto('/references')
      await rep.getByRole('link', { name: 'Library' }).click()
      await expect(rep.getByRole('heading', { name: 'Library', level: 1 })).toBeVisible()
      await fill(rep, { Search: 'halden no-such-word' })
      await rep.getByRole('button', { name: 'Show', exact: true }).click()
      await expect(rep.getByText('No reference matches.')).toBeVisible()
      await fill(rep, { Search: 'halden books' })
      await rep.getByRole('button', { name: 'Show', exact: true }).click()
      await expect(rep.getByRole('table').getByRole('row').nth(1)).toContainText(
        '2 of 2 calls or talks left this quarter',
      )
      if (javaScriptEnabled) await check(rep, 'the library')
      await rep.goto(`${path}/library`)
      await expect(rep.getByRole('heading', { name: 'Halden Foods' })).toBeVisible()
      if (javaScriptEnabled) await takenOver(rep)
      if (javaScriptEnabled) await check(rep, 'a reference')
      const paper = await printed(rep)
      expect(paper).toContain('2 of 2 calls or talks left this quarter')
      expect(paper, 'no empty form on paper').not.toContain('Prospect or customer')
    })

    const days = threeDays()
    await test.step('and requests a call', async () => {
      await fill(rep, { 'Prospect or customer': 'Adria Logistics', Why: 'They close their books in five systems.' })
      const times = {
        'First time': `${days[0]}T14:00`,
        'Second time': `${days[0]}T14:00`,
        'Third time': `${days[2]}T09:30`,
      }
      await fill(rep, times)
      await rep.getByRole('button', { name: 'Send request' }).click()
      await expect(rep.getByText('Please propose three different times.')).toBeVisible()
      await fill(rep, { 'Second time': `${days[1]}T10:00` })
      await rep.getByRole('button', { name: 'Send request' }).click()
      await expect(rep.getByText('waiting for an answer')).toBeVisible()
      await expect(rep.getByText('1 of 2 calls or talks left this quarter')).toBeVisible()
    })

    const asked = await mailbox.waitFor(cast.champion, 'asks you for a reference call with Adria Logistics')
    await test.step('the champion accepts a time on the page of the email', async () => {
      await champion.context().clearCookies()
      await enterBy(champion, asked)
      await expect(champion.getByRole('heading', { name: 'Reference calls' })).toBeVisible()
      await expect(champion.getByText('They close their books in five systems.')).toBeVisible()
      if (javaScriptEnabled) await takenOver(champion)
      if (javaScriptEnabled) await check(champion, 'the calls of the champion')
      await champion.getByRole('button', { name: /^Accept .*10:00/ }).click()
      await expect(champion.getByRole('heading', { name: 'Planned' })).toBeVisible()
    })

    await test.step('both get a calendar file', async () => {
      for (const address of [cast.champion, cast.rep]) {
        const email = await mailbox.waitFor(address, 'Accepted: reference call with')
        expect(email.attachments).toMatchObject([{ filename: 'reference-call.ics' }])
      }
      for (const page of [rep, champion]) {
        await page.reload()
        const link = page.getByRole('link', { name: 'Calendar file' })
        const file = await page.request.get((await link.getAttribute('href')) ?? '')
        expect(file.headers()['content-type']).toContain('text/calendar')
        expect(await file.text()).toContain(`DTSTART:${days[1]?.replaceAll('-', '')}T`)
      }
    })

    await test.step('and the member notes how it went', async () => {
      await withClient(app.ownerUrl, (client) =>
        client.query(`update reference_request set chosen_at = asked_at - interval '1 day' where plan_id = $1`, [
          planId,
        ]),
      )
      await rep.goto('/references/library')
      await rep.getByRole('link', { name: 'Halden Foods, for Adria Logistics' }).first().click()
      await rep.getByLabel('How did the deal end?').selectOption('Won')
      await rep.getByRole('button', { name: 'Save' }).first().click()
      await expect(rep.getByText('The deal was won.')).toBeVisible()
      await expect(rep.getByText('took place', { exact: true })).toBeVisible()
    })
  })
}
