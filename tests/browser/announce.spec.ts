import type { Locator } from '@playwright/test'
import { expect, fill, openPlan, region, takenOver, test } from './cast.ts'
import { printed } from './pdf.ts'

test('the champion announces the win by a link that strangers open until it is switched off', async ({
  app,
  home,
  somebody,
  trouble,
}) => {
  test.setTimeout(240_000)
  const [rep, champion, stranger] = [await somebody(), await somebody(), await somebody({ javaScriptEnabled: false })]
  const { path } = await openPlan({ app, home, rep, champion })

  await champion.setViewportSize({ width: 390, height: 844 })
  await champion.goto(`${path}/win`)
  await fill(champion, { 'Measured value': '1' })
  await champion.getByRole('button', { name: 'Continue' }).click()
  await champion.getByRole('button', { name: 'Confirm first win' }).click()
  await expect(champion).toHaveURL(new RegExp(`${path}$`))
  // On a phone what was done is said above the celebration, not over its buttons.
  const edges = async (locator: Locator) => {
    const { y, height } = (await locator.boundingBox()) ?? { y: Number.NaN, height: 0 }
    return { top: y, bottom: y + height }
  }
  const said = champion.getByRole('status').filter({ hasText: 'You confirmed the first win' })
  await expect(said).toBeVisible()
  await expect(champion.getByText('Halden Foods did it', { exact: true })).toBeVisible()
  const celebration = champion.getByRole('heading', { level: 1 })
  expect((await edges(said)).bottom).toBeLessThanOrEqual((await edges(celebration)).top)
  await champion.setViewportSize({ width: 1280, height: 720 })
  const offer = region(champion, 'First win')
  await expect(offer.getByRole('heading', { name: 'Announce it' })).toBeVisible()
  await offer.getByRole('link', { name: 'Open the victory card' }).click()

  const card = champion.getByRole('article')
  await expect(card).toContainText('Down by 29 days (97%)')
  await expect(card).toContainText('Ana Lind')
  await takenOver(champion)
  await fill(champion, { Headline: 'Books closed in one day' })
  await champion.getByRole('checkbox', { name: 'Ana Lind' }).uncheck()
  await champion.getByRole('button', { name: 'Save card' }).click()
  await expect(card.getByRole('heading', { name: 'Books closed in one day' })).toBeVisible()
  await expect(card).not.toContainText('Ana Lind')
  const download = champion.waitForEvent('download')
  await champion.getByRole('link', { name: 'Download PNG' }).click()
  expect((await download).suggestedFilename()).toBe('victory-card.png')

  await champion.getByRole('button', { name: 'Switch on the link' }).click()
  const link = await champion.getByText(/\/shared\//).innerText()
  await stranger.goto(link)
  await expect(stranger.getByRole('article')).toContainText('Books closed in one day')
  await expect(stranger.getByRole('article')).toContainText('Priya Raman')
  const meta = (name: string) => stranger.locator(`meta[property="${name}"], meta[name="${name}"]`)
  await expect(meta('og:title')).toHaveAttribute('content', 'Halden Foods: Books closed in one day')
  await expect(meta('twitter:card')).toHaveAttribute('content', 'summary_large_image')
  await expect(meta('robots')).toHaveAttribute('content', /noindex/)
  const preview = (await meta('og:image').getAttribute('content')) ?? ''
  const picture = await stranger.request.get(preview)
  expect([picture.status(), picture.headers()['content-type']]).toEqual([200, 'image/png'])
  expect(await printed(stranger)).toContain('Down by 29 days (97%)')

  await rep.goto(`${path}/card`)
  await expect(rep.getByText('The customer has shared this card with a link.')).toBeVisible()
  await expect(rep.getByRole('button', { name: /Switch/ })).toHaveCount(0)
  await expect(rep.getByText(/\/shared\//)).toHaveCount(0)

  // Who is named can end that alone, and need not ask who made the card.
  await champion.goto(`${path}/your-data`)
  await expect(
    champion.getByRole('link', { name: 'Correct or withdraw: Halden Foods: Faster month-end close' }),
  ).toBeVisible()
  await champion.getByRole('button', { name: 'Remove my name' }).click()
  await expect(champion.getByText(/^You removed your name from the victory card/)).toBeVisible()
  await stranger.reload()
  await expect(stranger.getByRole('article')).not.toContainText('Priya Raman')

  await champion.goto(`${path}/card`)
  await champion.getByText('Switch off…').click()
  await champion.getByRole('button', { name: 'Switch off' }).click()
  await expect(champion.getByRole('button', { name: 'Switch on the link' })).toBeVisible()
  trouble.expected.push(/404/)
  expect((await stranger.goto(link))?.status()).toBe(404)
  await expect(stranger.getByRole('heading', { name: 'This page is no longer shared' })).toBeVisible()
  expect((await stranger.request.get(preview)).status()).toBe(404)
})

test('the champion writes the note to management, prints it on one page, and forwards it without JavaScript', async ({
  app,
  home,
  somebody,
  trouble,
}) => {
  test.setTimeout(240_000)
  const [rep, champion, stranger] = [
    await somebody(),
    await somebody({ javaScriptEnabled: false }),
    await somebody({ javaScriptEnabled: false }),
  ]
  const { path } = await openPlan({ app, home, rep, champion })
  await expect(rep.getByRole('link', { name: 'Note to my management' })).toHaveCount(0)
  await champion.getByRole('link', { name: 'Note to my management' }).click()
  await expect(champion.getByLabel('What we gain')).toHaveValue(/We closed the books in one day/)
  await champion.getByLabel('Why').fill('The auditors come in June.')
  await champion.getByRole('button', { name: 'Save note' }).click()
  await expect(champion.getByRole('article')).toContainText('The auditors come in June.')
  const paper = await printed(champion)
  expect(paper).toContain('The auditors come in June.')
  expect(paper).not.toContain('Switch on the link')
  await champion.getByRole('button', { name: 'Switch on the link' }).click()
  const link = await champion.getByText(/\/shared\//).innerText()
  await stranger.goto(link)
  await expect(stranger.getByRole('article')).toContainText('The auditors come in June.')
  trouble.expected.push(/40[34]/)
  expect((await rep.goto(`${path}/note`))?.status()).toBe(403)
  await champion.locator('summary', { hasText: 'Switch off' }).click()
  await champion.getByRole('button', { name: 'Switch off' }).click()
  await expect(champion.getByText(link)).toHaveCount(0)
  expect((await stranger.goto(link))?.status()).toBe(404)
})
