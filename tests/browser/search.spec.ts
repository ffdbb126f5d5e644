import { expect, openPlan, test } from './cast.ts'

for (const javaScriptEnabled of [true, false]) {
  test(`a caller is found by a name with a typo, and the call noted as their question, ${javaScriptEnabled ? 'with' : 'without'} script`, async ({
    app,
    home,
    somebody,
    trouble,
  }) => {
    const [rep, champion] = [await somebody({ javaScriptEnabled }), await somebody({ javaScriptEnabled })]
    await openPlan({ app, home, rep, champion })
    const word = javaScriptEnabled ? 'kandelaber' : 'quarzuhr'
    const question = `Does the ${word} need power?`
    await rep.goto('/plans')
    await rep.getByRole('searchbox').fill('prya')
    await rep.getByRole('searchbox').press('Enter')
    await expect(rep.getByText('Nothing contains “prya”. Showing results for “priya”.')).toBeVisible()
    const people = rep.getByRole('region', { name: 'People' })
    await people.getByRole('link', { name: 'Log a question: Priya Raman' }).first().click()
    await expect(rep.getByLabel('Asked by').locator('option:checked')).toHaveText('Priya Raman')
    await rep.getByLabel('Question', { exact: true }).fill(question)
    await rep.getByRole('button', { name: 'Log question' }).click()
    const logged = rep.getByRole('region', { name: 'Conversation' }).getByRole('listitem').filter({ hasText: question })
    await expect(logged.getByText(/answer due/)).toBeVisible()

    await rep.goto(`/search?q=${word}`)
    await rep.getByRole('region', { name: 'Questions and comments' }).getByRole('link', { name: question }).click()
    await expect(rep).toHaveURL(/\/conversation#comment-/)
    await rep.goto('/search?q=zzzz')
    await expect(rep.getByRole('heading', { name: 'Nothing found for “zzzz”' })).toBeVisible()
    await rep.goto('/search?q=!!')
    await expect(rep.getByText('Please type letters or numbers')).toBeVisible()

    await rep.goto('/search?q=halden')
    await rep.getByRole('region', { name: 'Accounts' }).getByRole('link', { name: 'Halden Foods' }).click()
    await expect(rep.getByRole('region', { name: 'Questions' })).toContainText(question)

    trouble.expected.push(/403/)
    expect((await champion.goto('/search?q=halden'))?.status()).toBe(403)
    await expect(champion.getByRole('searchbox')).toHaveCount(0)
  })
}

test('Ctrl+K leads into the search, and on a plan its own search leads there', async ({ app, home, somebody }) => {
  const rep = await somebody()
  const { path } = await openPlan({ app, home, rep })
  await rep.goto('/references')
  await expect(rep.getByRole('searchbox')).toBeVisible()
  await rep.keyboard.press('Control+k')
  await expect(rep.getByRole('searchbox')).toBeFocused()
  await rep.goto(path)
  await rep.getByRole('button', { name: 'Search tasks and commands' }).first().click()
  await rep.getByRole('combobox', { name: 'Search tasks and commands' }).fill('zebra')
  await rep.getByRole('option', { name: /in all plans/ }).click()
  await expect(rep).toHaveURL(/\/search\?q=zebra$/)
})

test('on a phone a link leads to the search', async ({ app, home, somebody }) => {
  const rep = await somebody({ hasTouch: true })
  await openPlan({ app, home, rep })
  await rep.setViewportSize({ width: 390, height: 800 })
  await rep.goto('/plans')
  await expect(rep.getByRole('searchbox')).toHaveCount(0)
  await rep.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Search' }).click()
  await expect(rep.getByRole('searchbox', { name: 'Search for' })).toBeVisible()
})
