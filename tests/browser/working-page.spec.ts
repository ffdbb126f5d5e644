import { expect, openPlan, region, task, test } from './cast.ts'
import { sendForm } from './send-form.ts'

test('once both sides agreed, the first task is on the first screen, and the dates follow down the page', async ({
  app,
  home,
  somebody,
}) => {
  const [rep, champion] = [await somebody(), await somebody()]
  const { path } = await openPlan({ app, home, rep, champion })
  for (const person of [champion, rep]) await sendForm(person, path, 'Agree to this plan', {})
  for (const person of [rep, champion]) {
    await person.setViewportSize({ width: 1280, height: 720 })
    await person.goto(path)
    await expect(person.getByRole('heading', { level: 1, name: 'Faster month-end close' })).toBeVisible()
    await expect(person.getByRole('heading', { name: /^On track for .+ working days buffer$/ })).toBeVisible()
    await expect(task(person, 'Stakeholder interviews')).toBeInViewport({ ratio: 1 })
    await task(person, 'Cut over').scrollIntoViewIfNeeded()
    await expect(person.getByText(/^Go-live \d+ \w+/)).toBeInViewport()
    await expect(person.getByRole('link', { name: 'Mine' })).toBeInViewport()
    // So is what can be done, wherever the reader is.
    const more = person.getByRole('button', { name: 'More', exact: true })
    await more.click()
    const menu = person.locator('.bar-menu')
    for (const action of ['Ask a question', 'Log a question', 'Invite', 'Dates and first win', 'Activity'])
      if (action !== (person === rep ? 'Ask a question' : 'Log a question'))
        await expect(menu.getByRole('link', { name: action })).toBeInViewport({ ratio: 1 })
    await person.keyboard.press('Tab')
    await person.keyboard.press('Escape')
    await expect(menu).toHaveCount(0)
    await expect(more).toBeFocused()
    await more.click()
    await menu.getByRole('link', { name: 'Activity' }).click()
    await expect(person).toHaveURL(/\/activity$/)
    await person.goto(path)
  }
  await champion.setViewportSize({ width: 390, height: 844 })
  await champion.goto(path)
  // On a phone they open over the page, and leave it when something else is pressed.
  await task(champion, 'Cut over').scrollIntoViewIfNeeded()
  await champion.getByRole('button', { name: 'More', exact: true }).click()
  await expect(champion.locator('.bar-menu').getByRole('link', { name: 'Conversation' })).toBeInViewport({ ratio: 1 })
  await task(champion, 'Cut over').getByText('Cut over').click({ trial: true })
  await champion.mouse.click(20, 800)
  await expect(champion.locator('.bar-menu')).toHaveCount(0)
  await champion.goto(path)
  // Without script the same word leads to where they stand on the page.
  const plain = await somebody({ javaScriptEnabled: false })
  await plain.context().addCookies(await champion.context().cookies())
  await plain.goto(path)
  await plain.getByRole('link', { name: 'More', exact: true }).click()
  await expect(plain.getByRole('link', { name: 'Activity' })).toBeInViewport()
  const top = async (name: string) => (await region(champion, name).boundingBox())?.y ?? 0
  expect(await top('Next for you')).toBeLessThan(await top('First win'))
})
