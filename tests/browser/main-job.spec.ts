import {
  enterBy,
  expect,
  fill,
  inDays,
  invite,
  linkIn,
  newPlanFields,
  openWorkspace,
  region,
  signIn,
  statement,
  task,
  test,
} from './cast.ts'

for (const javaScriptEnabled of [true, false]) {
  test(`from an empty workspace to a reference, ${javaScriptEnabled ? 'with' : 'without'} JavaScript`, async ({
    app,
    mailbox,
    somebody,
  }) => {
    test.setTimeout(180_000)
    const rep = await somebody({ javaScriptEnabled })
    const champion = await somebody({ javaScriptEnabled })
    const marketing = await somebody({ javaScriptEnabled })
    const cast = await openWorkspace(rep, app)
    let path = ''

    await test.step('the admin adds a member with the marketing role', async () => {
      await rep.getByRole('link', { name: 'Workspace' }).click()
      await fill(rep, { Name: 'Mira Sol', Email: cast.marketing })
      await rep.getByRole('checkbox', { name: /^Marketing/ }).check()
      await rep.getByRole('button', { name: 'Add member' }).click()
      await expect(rep.getByText(cast.marketing)).toBeVisible()
    })

    await test.step('1: the rep signs in by an emailed link and creates a plan', async () => {
      await rep.getByRole('button', { name: 'Sign out' }).click()
      await signIn(rep, mailbox, cast.rep)
      await expect(rep.getByRole('heading', { name: 'Plans', exact: true })).toBeVisible()
      await rep.getByRole('link', { name: 'New plan' }).first().click()
      await fill(rep, newPlanFields())
      await rep.getByLabel('Template', { exact: true }).selectOption({ index: 0 })
      await rep.getByRole('button', { name: 'Create plan' }).click()
      await expect(rep).toHaveURL(/\/plans\/[0-9a-f-]{36}$/)
      path = new URL(rep.url()).pathname
      for (const name of ['First win', 'Next for you', 'Plan', 'Timeline'])
        await expect(region(rep, name)).toBeVisible()
      await expect(region(rep, 'First win')).toContainText(statement)
      const tasks = await region(rep, 'Plan')
        .getByRole('group')
        .filter({ has: rep.getByRole('button', { name: /^Mark done/ }) })
        .count()
      expect(tasks, 'tasks of the template').toBeGreaterThanOrEqual(12)
      expect(tasks).toBeLessThanOrEqual(20)
      await expect(region(rep, 'Plan').getByText('Assign owner').first()).toBeVisible()
    })

    await test.step('2: the rep notes the situation of a key person, as a draft', async () => {
      await rep.getByRole('link', { name: 'What we heard' }).click()
      await rep.getByRole('link', { name: 'Add a person' }).click()
      await rep.getByLabel('Person', { exact: true }).selectOption('else')
      await fill(rep, {
        'Name, if not in the list': 'Priya Raman',
        'Job title': 'Head of Finance',
        'Critical business issue': 'The close takes a month',
        Reasons: 'Forty spreadsheets are merged by hand',
        'Capabilities needed': 'One ledger that reconciles itself',
        'Difference it makes': 'Twelve people get three weeks back',
        'Critical date': newPlanFields()['Critical date'] ?? '',
      })
      await rep.getByRole('button', { name: 'Save' }).click()
      await expect(rep.getByText('draft, not invited yet')).toBeVisible()
    })

    await test.step('3: the page says the one sentence that matters, and why', async () => {
      await rep.goto(path)
      await expect(rep.getByRole('heading', { level: 1 })).toContainText(/^To be live on \d+ \w+/)
      await rep.locator('summary', { hasText: 'Why' }).click()
      await expect(rep.getByText('The half-year audit begins on the day after').first()).toBeVisible()
      await expect(task(rep, 'Contract at Legal')).toContainText(/latest \d+ \w+/)
    })

    await test.step('4: the rep invites a champion, whose link is not used up by opening it', async () => {
      const person = { name: 'Priya Raman', email: cast.champion, role: 'Champion' } as const
      const invitation = await invite(rep, mailbox, path, person)
      expect(invitation.headers).toBeDefined()
      const scanned = await champion.request.get(linkIn(invitation))
      expect(scanned.status()).toBe(200)
      await enterBy(champion, invitation)
      await expect(champion).toHaveURL(new RegExp(`${path}$`))
      await expect(champion.getByText('Brightline', { exact: true }).first()).toBeVisible()
      await expect(champion.getByText('Halden Foods', { exact: true }).first()).toBeVisible()
      for (const name of ['First win', 'Next for you', 'Plan', 'Timeline'])
        await expect(region(champion, name)).toBeVisible()
    })

    await test.step('2: the rep shares the situation; the person confirms it', async () => {
      await expect(champion.getByText('The close takes a month')).toHaveCount(0)
      await rep.goto(path)
      await rep.getByRole('link', { name: 'What we heard' }).click()
      await rep.getByRole('listitem').filter({ hasText: 'Head of Finance' }).getByRole('link', { name: 'Edit' }).click()
      await rep.getByLabel('Person', { exact: true }).selectOption({ label: 'Priya Raman' })
      await rep.getByRole('button', { name: 'Save' }).click()
      await rep.getByRole('button', { name: 'Share with Priya Raman' }).click()
      await expect(rep.getByText('shared, not confirmed yet')).toBeVisible()
      await champion.goto(path)
      const heard = region(champion, 'What we heard')
      await expect(heard).toContainText('Twelve people get three weeks back')
      await heard.getByRole('button', { name: 'That is right' }).click()
      await expect(region(champion, 'What we heard')).toContainText('confirmed on')
    })

    await test.step('4: both sides check off, edit, name people and agree', async () => {
      const legal = task(champion, 'Contract at Legal')
      await legal.getByRole('button', { name: 'Mark done' }).click()
      await expect(legal.getByRole('button', { name: 'Mark not done' })).toBeVisible()
      await expect(legal).toContainText('done')

      const colleague = { name: 'Jonas Weber', email: cast.colleague, role: 'Contributor' } as const
      await invite(champion, mailbox, path, colleague)
      await champion.goto(path)
      await task(champion, 'Order signed').getByRole('link', { name: 'Edit' }).click()
      await fill(champion, { Title: 'Order signed by Finance', 'Working days': '2' })
      await champion.getByLabel('Owner', { exact: true }).selectOption({ label: 'Jonas Weber' })
      await champion.getByRole('button', { name: 'Save', exact: true }).click()
      await expect(champion).toHaveURL(new RegExp(path))
      await expect(task(champion, 'Order signed by Finance')).toContainText('Jonas Weber')

      await rep.goto(path)
      await rep.getByRole('link', { name: 'Change Agreement signed' }).click()
      await fill(rep, { Title: 'Contract signed' })
      await rep.getByRole('button', { name: 'Save', exact: true }).click()
      await expect(region(rep, 'Plan').getByText('Contract signed', { exact: true })).toBeVisible()

      await rep.getByRole('button', { name: 'Agree to this plan' }).click()
      await expect(rep.getByText('Ana Lind agreed for Brightline')).toBeVisible()
      await champion.goto(path)
      await champion.getByRole('button', { name: 'Agree to this plan' }).click()
      await expect(champion.getByText(/agreed by both sides/)).toBeVisible()

      await task(champion, 'Order signed by Finance').getByRole('link', { name: 'Edit' }).click()
      await fill(champion, { 'Working days': '3' })
      await champion.getByRole('button', { name: 'Save', exact: true }).click()
      await expect(task(champion, 'Order signed by Finance')).toContainText('changed')
      await rep.goto(path)
      await expect(rep.getByRole('heading', { name: 'Changed since agreed' })).toBeVisible()
    })

    await test.step('5: the champion confirms the first win, the vendor cannot', async () => {
      await expect(region(rep, 'First win').getByRole('link', { name: 'Record the result' })).toHaveCount(0)
      expect((await rep.goto(`${path}/win`))?.status()).toBe(403)
      await champion.goto(path)
      await region(champion, 'First win').getByRole('link', { name: 'Record the result' }).click()
      await fill(champion, { 'Measured value': '40' })
      await champion.getByRole('button', { name: 'Continue' }).click()
      const check = region(champion, 'What will be sent, and who will be told')
      await expect(check.getByRole('alert')).toContainText('40 days is worse than the baseline of 30')
      await champion.getByRole('button', { name: 'Confirm first win' }).click()
      await expect(champion.getByText('Please confirm that it is correct, or change it')).toBeVisible()
      await fill(champion, { 'Measured value': '12' })
      await champion.getByRole('button', { name: 'Confirm first win' }).click()
      await expect(check.getByRole('alert')).toContainText('12 days misses the target of 1 day')
      await champion.getByRole('button', { name: 'Save as a measurement' }).click()
      await expect(region(champion, 'First win')).toContainText('12 days on')
      await region(champion, 'First win').getByRole('link', { name: 'Record the result' }).click()
      await fill(champion, { 'Measured value': '1' })
      await champion.getByRole('button', { name: 'Continue' }).click()
      await expect(check).toContainText('1 day meets the target')
      await expect(check).toContainText('We closed the books in one day')
      await expect(check).toContainText('Ana Lind')
      await expect(check).toContainText('marketing (1 person)')
      await champion.getByRole('button', { name: 'Confirm first win' }).click()
      await expect(champion).toHaveURL(new RegExp(path))
      await expect(champion.getByText('Halden Foods did it', { exact: true })).toBeVisible()
      for (const name of ['Later', 'No'])
        await expect(champion.getByRole('button', { name, exact: true })).toBeVisible()
    })

    await test.step('5: marketing is told exactly once, and sees the win', async () => {
      const alert = await mailbox.waitFor(cast.marketing, 'confirmed its first win (not asked for a reference yet)')
      expect(alert.text).toContain('30')
      expect(alert.text).toContain('Priya Raman')
      await enterBy(marketing, alert)
      await expect(marketing).toHaveURL(/\/references$/)
      await expect(marketing.getByRole('heading', { name: 'References', exact: true })).toBeVisible()
      await expect(marketing.getByText('30 → 1 day')).toBeVisible()
      await expect(marketing.getByText('not asked yet, nothing may be used')).toBeVisible()
    })

    await test.step('5: the champion agrees to a reference, within limits', async () => {
      await champion.goto(path)
      await champion.getByRole('link', { name: 'Agree to a reference' }).click()
      for (const name of ['Logo', 'Quote', 'Case study', 'Call', 'Review'])
        await expect(champion.getByRole('checkbox', { name, exact: true })).toBeVisible()
      await champion.getByRole('checkbox', { name: 'Quote', exact: true }).check()
      await champion.getByRole('checkbox', { name: 'Call', exact: true }).check()
      await fill(champion, { Until: inDays(700) })
      await champion.getByRole('button', { name: 'Give consent' }).click()
      await expect(champion).toHaveURL(new RegExp(path))
      await mailbox.waitFor(cast.marketing, 'agreed to a reference')
      await marketing.goto('/references')
      await expect(marketing.getByText('no logo', { exact: true })).toBeVisible()
      const emails = await mailbox.list(cast.marketing)
      const alerts = emails.filter(({ subject }) => /confirmed its first win/.test(subject))
      expect(alerts).toHaveLength(1)
    })

    await test.step('6: every change stands in the activity, with before and after', async () => {
      await rep.goto(path)
      await rep.getByRole('link', { name: 'Activity', exact: true }).click()
      const entry = rep.getByRole('listitem').filter({ hasText: 'Order signed by Finance' })
      await expect(entry.first()).toContainText('Priya Raman')
      await expect(rep.getByRole('deletion').first()).toBeVisible()
      await expect(rep.getByRole('insertion').first()).toBeVisible()
      for (const name of ['Priya Raman', 'Ana Lind']) await expect(rep.getByText(name).first()).toBeVisible()
    })
  })
}
