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
  }
  await champion.setViewportSize({ width: 390, height: 844 })
  await champion.goto(path)
  const top = async (name: string) => (await region(champion, name).boundingBox())?.y ?? 0
  expect(await top('Next for you')).toBeLessThan(await top('First win'))
})
