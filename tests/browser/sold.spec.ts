import { expect, fill, openPlan, region, test } from './cast.ts'

for (const javaScriptEnabled of [true, false]) {
  test(`what was sold goes from the need to the acceptance, ${javaScriptEnabled ? 'with' : 'without'} script`, async ({
    app,
    home,
    somebody,
  }) => {
    const [rep, champion] = [await somebody({ javaScriptEnabled }), await somebody({ javaScriptEnabled })]
    const { path } = await openPlan({ app, home, rep, champion })
    const need = 'One ledger for all plants'
    const capability = (page: typeof rep) => page.getByRole('article', { name: need })

    await champion.getByRole('link', { name: 'What was sold' }).first().click()
    await fill(champion, { 'What the customer needs': need, 'Why it matters': 'Five systems today' })
    await champion.getByRole('button', { name: 'Add capability' }).click()
    await expect(capability(champion)).toContainText('Not promised')

    await rep.goto(path)
    await region(rep, 'Next for you').getByRole('link', { name: 'Settle 1 open point in what was sold' }).click()
    await expect(rep.getByText('Needed, but not promised')).toBeVisible()
    await capability(rep).getByRole('link', { name: 'Edit' }).click()
    await rep.getByLabel('Promised by').selectOption({ index: 1 })
    await rep.getByRole('checkbox', { name: 'In the contract' }).check()
    await rep.getByRole('button', { name: 'Save', exact: true }).first().click()
    await expect(rep.getByText('In the contract, but no task delivers it')).toBeVisible()
    await capability(rep).getByRole('button', { name: 'Mark as delivered' }).click()
    await expect(rep.getByText('Delivered, but not accepted')).toBeVisible()

    await champion.goto(path)
    await region(champion, 'Next for you').getByRole('link', { name: 'Accept what was delivered (1)' }).click()
    await capability(champion).getByRole('button', { name: 'Accept' }).click()
    await expect(champion.getByText('No open points')).toBeVisible()
    await expect(capability(champion)).toContainText(/Accepted by .+ on/)
  })
}
