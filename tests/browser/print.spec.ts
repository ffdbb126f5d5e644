import { expect, fill, openPlan, openTaskForm, region, task, test } from './cast.ts'
import { ofThisTurn } from '#tests/reach/which-combinations.ts'
import { printed } from './pdf.ts'

test('what one side keeps to itself is on paper only when it is asked for, and marked there', async ({
  app,
  home,
  somebody,
}) => {
  test.setTimeout(240_000)
  const rep = await somebody()
  await openPlan({ app, home, rep })
  const kept = 'Lower our price once more'
  await openTaskForm(rep, 'Agreement signed')
  await fill(rep, { Title: kept, 'Person or team': 'The deal desk', 'Working days': '2' })
  await rep.getByLabel('Side', { exact: true }).selectOption('vendor')
  await rep.getByRole('checkbox', { name: 'Private to Brightline' }).check()
  await rep.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(task(rep, kept)).toBeVisible()
  const forecast = region(rep, 'Forecast')
  await expect(forecast).toBeVisible()
  await expect(forecast.getByText(/^Private to /), 'a mark for paper alone').toBeHidden()

  await rep.emulateMedia({ media: 'print' })
  await expect(rep.getByText(kept).filter({ visible: true })).toHaveCount(0)
  await expect(forecast).toBeHidden()

  // A print dialog cannot be opened here, so the test checks the page in print media.
  await rep.emulateMedia({ media: 'screen' })
  await rep.evaluate(() => {
    window.print = () => undefined
  })
  await rep.getByRole('button', { name: 'With private tasks' }).click()
  await rep.emulateMedia({ media: 'print' })
  await expect(task(rep, kept)).toBeVisible()
  await expect(task(rep, kept).getByText(/^Private to /)).toBeVisible()
  await expect(forecast.getByText(/^Private to /)).toBeVisible()
  await rep.evaluate(() => window.dispatchEvent(new Event('afterprint')))
  await expect(forecast).toBeHidden()
})

test('pages that hold what one side keeps to itself leave it out on paper, or say whose it is', async ({
  app,
  home,
  somebody,
}) => {
  test.setTimeout(240_000)
  const [rep, champion, plain] = [await somebody(), await somebody(), await somebody({ javaScriptEnabled: false })]
  const { path } = await openPlan({ app, home, rep, champion })
  await plain.context().addCookies(await rep.context().cookies())
  const kept = 'Lower our price once more'
  await openTaskForm(rep, 'Agreement signed')
  await fill(rep, { Title: kept, 'Person or team': 'The deal desk', 'Working days': '2' })
  await rep.getByLabel('Side', { exact: true }).selectOption('vendor')
  await rep.getByRole('checkbox', { name: 'Private to Brightline' }).check()
  await rep.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(task(rep, kept)).toBeVisible()

  for (const page of [rep, plain])
    for (const room of ['', '/activity']) {
      await page.goto(`${path}${room}`)
      expect(await printed(page), `${room} as it is`).not.toContain(kept)
    }
  for (const [room, parts] of [
    ['', 'tasks'],
    ['/activity', 'entries'],
  ]) {
    await plain.goto(`${path}${room}`)
    await plain.getByRole('link', { name: `With private ${parts}` }).click()
    await expect(plain.getByRole('link', { name: `Without private ${parts}` })).toBeVisible()
    expect(await printed(plain), `with private ${parts}`).toContain(kept)
    expect(await printed(plain)).toContain('Private to Brightline')
    await plain.getByRole('link', { name: `Without private ${parts}` }).click()
    expect(await printed(plain)).not.toContain(kept)
  }
  for (const room of ['/forecast', '/situations', '/situations/new']) {
    await rep.goto(`${path}${room}`)
    expect(await printed(rep), room).toContain('Private to Brightline')
  }
  await rep.goto(path)
  await task(rep, kept).getByRole('link', { name: 'Edit' }).click()
  await expect(rep.getByLabel('Title', { exact: true })).toHaveValue(kept)
  expect(await printed(rep)).toContain('Private to Brightline')
  expect(await rep.title()).not.toContain(kept)

  await champion.goto(path)
  expect(await printed(champion)).not.toContain('Private to')
  await expect(champion.getByRole('button', { name: 'With private tasks' })).toHaveCount(0)
})

test('no page of a plan prints a private task, however its parts are unfolded, without saying whose it is', async ({
  app,
  home,
  somebody,
}) => {
  test.setTimeout(240_000)
  const rep = await somebody()
  const { path } = await openPlan({ app, home, rep })
  const kept = 'Lower our price once more'
  await openTaskForm(rep, 'Agreement signed')
  await fill(rep, { Title: kept, 'Person or team': 'The deal desk', 'Working days': '200' })
  await rep.getByLabel('Side', { exact: true }).selectOption('vendor')
  await rep.getByRole('checkbox', { name: 'Private to Brightline' }).check()
  await rep.getByRole('button', { name: 'Save', exact: true }).click()
  // Its row moves the next one, which is clicked then.
  await expect(task(rep, kept)).toBeVisible()
  // Shared tasks depend on it, so that it drives the headline and is listed in forms of shared tasks.
  await task(rep, 'Order signed').getByRole('link', { name: 'Edit' }).click()
  await rep.locator('summary', { hasText: /No dependencies|Depends on/ }).click()
  await rep.getByRole('checkbox', { name: kept, exact: true }).check()
  await rep.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(rep).toHaveURL(new RegExp(path))

  const seen = new Set([path, `${path}?show=mine`])
  const printedAll: string[] = []
  let at = 0
  for (const address of seen) {
    // The first two lead to nearly all others, which take turns.
    if (at++ > 1 && ofThisTurn([address], 3, at).length === 0) continue
    await rep.goto(address)
    const links = await rep
      .locator(`a[href^="${path}"]:not([download])`)
      .evaluateAll((all) => all.map((it) => it.getAttribute('href')))
    for (const to of links) if (to && !to.includes('print=private')) seen.add(to.split('#')[0] ?? '')
    const isThere = await rep.evaluate((text) => {
      for (const folded of document.querySelectorAll('details')) folded.open = true
      const typed = [...document.querySelectorAll('input, textarea')].map((it) => 'value' in it && it.value)
      return [document.documentElement.outerHTML, ...typed].some((it) => String(it).includes(text))
    }, kept)
    // Printing takes ten times as long as asking: only what a page has can be on paper.
    const words = isThere ? await printed(rep) : ''
    if (words.includes(kept)) expect(words, address).toContain('Private to Brightline')
    else printedAll.push(address)
  }
  expect(seen.size).toBeGreaterThan(25)
  expect(printedAll).toContain(path)
})

test('on paper each lane of the timeline has a name, and none stands for what is typed on the page', async ({
  app,
  home,
  somebody,
}) => {
  test.setTimeout(240_000)
  const rep = await somebody()
  const { path } = await openPlan({ app, home, rep })
  await rep.goto(`${path}/milestones/new`)
  await fill(rep, { Title: 'Second site ready' })
  await rep.getByLabel('Stage', { exact: true }).selectOption('Implementation')
  await rep.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(region(rep, 'Plan').getByRole('link', { name: 'Second site ready', exact: true })).toBeVisible()
  await rep.emulateMedia({ media: 'print' })
  const lanes = await region(rep, 'Timeline')
    .locator('.lane-row:not(.axis)')
    .evaluateAll((rows) =>
      rows.map((row) => {
        const names = [...row.querySelectorAll('li')]
        const height = names.reduce((sum, name) => sum + name.getBoundingClientRect().height, 0)
        return { names: names.map((name) => name.textContent), height, whole: row.getBoundingClientRect().height }
      }),
    )
  expect(lanes.flatMap(({ names }) => names)).toContain('Second site ready')
  for (const { names, height, whole } of lanes) {
    expect(names, 'a lane without a name').not.toContain('')
    // The last one has the line that ends the picture.
    expect(Math.abs(whole - height), names.join(', ')).toBeLessThan(1.5)
    expect(whole / names.length, 'lanes are low').toBeLessThan(40)
  }
  await expect(region(rep, 'Next for you')).toBeHidden()
  // Nothing is pressed on paper.
  await rep.emulateMedia({ media: 'screen' })
  const title = region(rep, 'Plan').getByRole('link', { name: 'Cut over', exact: true })
  await rep.goto((await title.getAttribute('href')) ?? '')
  const edit = rep.getByRole('link', { name: 'Edit this task', exact: true })
  await expect(edit).toBeVisible()
  await rep.emulateMedia({ media: 'print' })
  await expect(edit).toBeHidden()
})
