import { expect, openPlan, region, takenOver, task, test } from './cast.ts'

const legal = 'Contract at Legal'

for (const javaScriptEnabled of [true, false]) {
  const how = javaScriptEnabled ? 'with script' : 'without script'
  test(`what others changed since the last visit is one line and tinted rows, until it is marked as seen, ${how}`, async ({
    app,
    home,
    somebody,
  }) => {
    const [rep, champion] = [await somebody(), await somebody({ javaScriptEnabled })]
    await openPlan({ app, home, rep, champion })
    const news = region(champion, 'Since your last visit')
    await expect(news).toHaveCount(0)
    const url = champion.url()
    await champion.goto('/your-plans')
    await task(rep, legal)
      .getByRole('button', { name: /^Mark done/ })
      .click()
    // Offered once it is stored; the tick fills before.
    await expect(rep.getByRole('status').getByRole('button', { name: 'Undo' })).toBeVisible()
    await champion.goto(url)
    await expect(news).toContainText('1 change since your last visit today')
    await expect(task(champion, legal)).toContainText('changed since your last visit')
    await news.getByText('1 change').click()
    await expect(news.getByRole('link', { name: /checked off “Contract at Legal”/ })).toBeVisible()
    // People's own changes are no news to them.
    await expect(region(rep, 'Since your last visit')).toHaveCount(0)
    await news.getByRole('button', { name: 'Mark as seen' }).click()
    await expect(news).toHaveCount(0)
    await expect(task(champion, legal)).not.toContainText('changed since')
    await champion.reload()
    await expect(news).toHaveCount(0)
  })
}

test('what others change meanwhile is announced, and its row tinted for a moment; the focus stays when it is marked as seen', async ({
  app,
  home,
  somebody,
}) => {
  const [rep, champion] = [await somebody(), await somebody()]
  await openPlan({ app, home, rep, champion })
  await task(rep, legal)
    .getByRole('button', { name: /^Mark done/ })
    .click()
  await expect(task(champion, legal)).toHaveClass(/fresh live/)
  await expect(champion.getByRole('status').filter({ hasText: 'checked off “Contract at Legal”' })).toBeAttached()
  await champion.reload()
  await expect(task(champion, legal)).toHaveClass(/fresh/)
  await expect(task(champion, legal)).not.toHaveClass(/live/)
  await takenOver(champion)
  const button = champion.getByRole('button', { name: 'Mark as seen' })
  await button.focus()
  await champion.keyboard.press('Enter')
  await expect(button).toHaveCount(0)
  await expect(champion.getByRole('main')).toBeFocused()
  await expect(champion.getByRole('status').filter({ hasText: 'Marked as seen.' })).toBeAttached()
})
