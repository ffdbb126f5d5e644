import { expect, fill, openPlan, region, signIn, test } from './cast.ts'

for (const javaScriptEnabled of [true, false]) {
  test(`a plan is handed over: sent back with questions, offered again, accepted, ${javaScriptEnabled ? 'with' : 'without'} script`, async ({
    app,
    home,
    mailbox,
    somebody,
  }) => {
    const [rep, next] = [await somebody({ javaScriptEnabled }), await somebody({ javaScriptEnabled })]
    const champion = await somebody({ javaScriptEnabled })
    const { path } = await openPlan({ app, home, rep, champion })
    // Each test has someone of its own in the workspace that they share.
    const name = javaScriptEnabled ? 'Mira Sol' : 'Nora Berg'
    const address = `${name.toLowerCase().replace(' ', '.')}@${home.cast.domain}`
    await rep.goto('/workspace')
    await fill(rep, { Name: name, Email: address })
    await rep.getByRole('checkbox', { name: /^Marketing/ }).check()
    await rep.getByRole('button', { name: 'Add member' }).click()
    await expect(rep.getByText(address)).toBeVisible()
    await rep.goto(path)
    const offer = async (note: string) => {
      await rep.getByText('Hand over this plan').click()
      await rep.getByLabel('New lead').selectOption({ label: `${name}, marketing` })
      await fill(rep, { Note: note })
      await rep.getByRole('button', { name: 'Ask to take over' }).click()
      await expect(rep.getByText(`${name} was asked to take over`)).toBeVisible()
    }
    const lead = next.getByRole('region', { name: 'Who leads this plan' })

    await rep.getByRole('link', { name: 'Handoff' }).first().click()
    await offer('Priya decides.')
    await signIn(next, mailbox, address)
    await next.goto('/plans')
    await region(next, 'Plans to take over')
      .getByRole('link', { name: /Faster month-end close/ })
      .first()
      .click()
    await expect(lead).toContainText('Priya decides.')
    await lead.getByText('Send back with questions').click()
    await fill(next, { 'What is missing or unclear?': 'Who signs?' })
    await lead.getByRole('button', { name: 'Send back' }).click()
    await expect(lead).toContainText('Who signs?')

    await rep.goto(path)
    await region(rep, 'Next for you').getByRole('link', { name: 'Read why the handoff was sent back' }).click()
    await expect(rep.getByText('Who signs?')).toBeVisible()
    await offer('Jonas signs.')
    await next.goto(path)
    await region(next, 'Next for you')
      .getByRole('link', { name: 'Accept this plan, or send it back with questions' })
      .click()
    await lead.getByRole('button', { name: 'Accept handoff' }).click()
    await expect(lead).toContainText(`${name} took over`)

    await champion.goto(path)
    await expect(champion.getByText(name).first()).toBeVisible()
    await expect(champion.getByText(/leads this plan/i).first()).toBeVisible()
  })
}
