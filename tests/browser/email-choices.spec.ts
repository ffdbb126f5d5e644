import { check } from './axe.ts'
import { expect, openPlan, test } from './cast.ts'

for (const javaScriptEnabled of [true, false]) {
  const how = javaScriptEnabled ? 'with script' : 'without script'

  test(`a buyer chooses how often to get emails, and opens the same address signed out, ${how}`, async ({
    app,
    home,
    somebody,
    page: stranger,
  }) => {
    const champion = await somebody({ javaScriptEnabled })
    await openPlan({ app, home, champion })
    await champion.goto('/devices')
    await champion.getByRole('link', { name: 'Your emails' }).click()
    await expect(champion.getByRole('heading', { name: 'Your emails' })).toBeVisible()
    if (javaScriptEnabled) await check(champion, 'choosing emails')
    await champion.setViewportSize({ width: 390, height: 844 })
    await champion.getByLabel('How often').selectOption('Once a week, on Monday')
    await champion.getByLabel('Time zone').selectOption('America/Los Angeles')
    await champion.getByRole('checkbox', { name: 'Results' }).uncheck()
    await champion.getByRole('button', { name: 'Save' }).click()
    await expect(champion.getByText('Your choices were saved.')).toBeVisible()

    await stranger.goto(champion.url())
    await expect(stranger.getByLabel('How often')).toHaveValue('weekly')
    await expect(stranger.getByLabel('Time zone')).toHaveValue('America/Los_Angeles')
    await expect(stranger.getByRole('checkbox', { name: 'Results' })).not.toBeChecked()
    await stranger.getByLabel('How often').selectOption('Never')
    await stranger.getByRole('button', { name: 'Save' }).click()
    await expect(stranger.getByText('Your choices were saved.')).toBeVisible()
    await champion.reload()
    await expect(champion.getByLabel('How often')).toHaveValue('none')
  })
}
