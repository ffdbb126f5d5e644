import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { withClient } from '#tests/harness/template.ts'
import { expect, fill, openPlan, openTaskForm, region, task, test } from './cast.ts'

const first = 'Stakeholder interviews'

test('a task is checked off and taken back, by keyboard too', async ({ app, home, somebody }) => {
  const rep = await somebody()
  await openPlan({ app, home, rep })
  const row = task(rep, first)
  await expect(region(rep, 'Next for you').getByRole('listitem').first()).toContainText(first)
  await row.getByRole('button', { name: 'Mark done' }).focus()
  await rep.keyboard.press('Enter')
  await expect(row.getByRole('button', { name: 'Mark not done' })).toBeFocused()
  await expect(row).toContainText(/done \d+ \w+/)
  await expect(region(rep, 'Next for you').getByText(first)).toHaveCount(0)
  await rep.keyboard.press('Enter')
  await expect(row.getByRole('button', { name: 'Mark done' })).toBeVisible()
  await expect(row).toContainText(/latest \d+ \w+/)
  await expect(region(rep, 'Next for you')).toContainText(first)
})

test('without script the page comes back to the task that was ticked', async ({ app, home, somebody }) => {
  const champion = await somebody({ javaScriptEnabled: false })
  const { path } = await openPlan({ app, home, champion })
  const row = task(champion, 'Security questionnaire')
  await row.getByRole('button', { name: 'Mark done' }).click()
  await expect(champion).toHaveURL(new RegExp(`${path}#task-`))
  await expect(row.getByRole('button', { name: 'Mark not done' })).toBeInViewport()
  await row.getByRole('button', { name: 'Mark not done' }).click()
  await expect(row.getByRole('button', { name: 'Mark done' })).toBeInViewport()
})

test('who checks off a task is asked about the open ones before it, with and without script', async ({
  app,
  home,
  somebody,
}) => {
  const [rep, champion] = [await somebody(), await somebody({ javaScriptEnabled: false })]
  await openPlan({ app, home, rep, champion })
  const legal = 'Contract at Legal'
  await task(champion, legal).getByRole('button', { name: 'Mark done' }).click()
  await expect(task(champion, legal).getByRole('button', { name: 'Mark not done' })).toBeVisible()
  const asks = champion.getByText(/^\d+ earlier tasks are open\. Mark them done too\?$/)
  await expect(asks).toBeInViewport()
  await champion.getByRole('link', { name: 'No, only this one' }).click()
  await expect(task(champion, legal).getByRole('button', { name: 'Mark not done' })).toBeVisible()
  await expect(asks).toHaveCount(0)

  const order = task(rep, 'Order signed')
  await order.getByRole('button', { name: 'Mark done' }).click()
  const status = rep.getByRole('status').filter({ hasText: 'Mark' })
  await expect(status).toContainText(/earlier tasks? (is|are) open\. Mark (it|them) done too\?/)
  const { violations } = await new AxeBuilder({ page: rep }).include('.toast').analyze()
  expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([])
  const open = await region(rep, 'Plan')
    .getByRole('button', { name: /^Mark done/ })
    .count()
  await status.getByRole('button', { name: /^Mark (it|all \d+) done$/ }).click()
  await expect(status).toHaveCount(0)
  await expect(region(rep, 'Plan').getByRole('button', { name: /^Mark done/ })).not.toHaveCount(open)
  await rep.getByRole('button', { name: /^Undo: You checked off/ }).click()
  await expect(region(rep, 'Plan').getByRole('button', { name: /^Mark done/ })).toHaveCount(open)
  await expect(order.getByRole('button', { name: 'Mark not done' })).toBeVisible()
})

test('an upright tablet has table and bars beside each other, and what can be done is seen without hovering', async ({
  app,
  home,
  somebody,
}) => {
  const champion = await somebody()
  await champion.setViewportSize({ width: 820, height: 1180 })
  await openPlan({ app, home, champion })
  const bar = region(champion, 'Timeline').getByRole('slider', { name: 'Move Contract at Legal' })
  const row = task(champion, 'Contract at Legal')
  await expect(bar).toBeVisible()
  const [barBox, rowBox] = [await bar.boundingBox(), await row.boundingBox()]
  expect(
    Math.abs((barBox?.y ?? 0) + (barBox?.height ?? 0) / 2 - (rowBox?.y ?? 0) - (rowBox?.height ?? 0) / 2),
  ).toBeLessThan(4)
  const plan = region(champion, 'Plan')
  for (const control of [
    row.getByRole('button', { name: /^What if/ }),
    plan.getByRole('textbox', { name: /^New task for/ }).first(),
  ])
    expect(await control.evaluate((it) => it.checkVisibility({ opacityProperty: true }))).toBe(true)
  expect(await champion.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0)
})

test('an open page follows what the other side changes', async ({ app, home, somebody }) => {
  const [rep, champion] = [await somebody(), await somebody()]
  const { path } = await openPlan({ app, home, rep, champion })
  await expect(task(champion, first).getByRole('button', { name: 'Mark done' })).toBeVisible()
  await task(rep, first).getByRole('button', { name: 'Mark done' }).click()
  await expect(task(champion, first).getByRole('button', { name: 'Mark not done' })).toBeVisible()
  await task(rep, 'Kick-off').getByRole('link', { name: 'Edit' }).click()
  await fill(rep, { Title: 'Kick-off on site' })
  await rep.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(task(champion, 'Kick-off on site')).toBeVisible()
  expect(new URL(champion.url()).pathname).toBe(path)
})

test('while the server cannot answer an open page keeps what is tried on it, and follows again afterwards', async ({
  app,
  home,
  somebody,
  trouble,
}) => {
  const [rep, champion] = [await somebody(), await somebody()]
  const { path } = await openPlan({ app, home, rep, champion })
  trouble.expected.push(/\b503\b/)
  let asked = 0
  await champion.route(
    (url) => url.pathname.startsWith(path),
    (route) => {
      if (route.request().isNavigationRequest()) return route.continue()
      asked += 1
      return route.fulfill({ status: 503, contentType: 'text/html', body: 'Just a moment' })
    },
  )
  await champion.goto(path)
  await region(champion, 'Timeline').getByRole('slider', { name: 'Move Contract at Legal' }).press('ArrowRight')
  await expect(region(champion, 'What if')).toBeVisible()
  await expect.poll(() => asked).toBeGreaterThan(3)
  await expect(region(champion, 'What if')).toBeVisible()

  await task(rep, first).getByRole('button', { name: 'Mark done' }).click()
  await expect(task(rep, first).getByRole('button', { name: 'Mark not done' })).toBeVisible()
  await champion.unrouteAll()
  await expect(task(champion, first).getByRole('button', { name: 'Mark not done' })).toBeVisible({ timeout: 20_000 })
})

test('a private task shows the other side its dates and nothing else', async ({ app, home, somebody }) => {
  const [rep, champion] = [await somebody(), await somebody()]
  const { path } = await openPlan({ app, home, rep, champion })
  await openTaskForm(rep, 'Agreement signed')
  await fill(rep, { Title: 'Lower our price once more', 'Person or team': 'The deal desk', 'Working days': '2' })
  await rep.getByLabel('Side', { exact: true }).selectOption('vendor')
  await rep.getByRole('checkbox', { name: 'Private to Brightline' }).check()
  await rep.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(task(rep, 'Lower our price once more')).toContainText('visible to Brightline only')
  const seen: string[] = []
  champion.on('response', (response) => {
    if (response.url().includes('/plans/'))
      void response.text().then(
        (text) => seen.push(text),
        () => undefined,
      )
  })
  await champion.goto(path)
  const hidden = task(champion, 'a task of Brightline’s own')
  await expect(hidden).toContainText(/latest \d+ \w+/)
  await expect(hidden.getByRole('button')).toHaveCount(0)
  await champion.goto(`${path}/activity`)
  await expect(champion.getByRole('listitem').first()).toBeVisible()
  expect(seen.length).toBeGreaterThan(0)
  for (const text of seen) expect(text).not.toMatch(/Lower our price|deal desk/)
})

test('a check-off that is refused goes back, with a word beside it', async ({ app, home, somebody }) => {
  const champion = await somebody()
  const { path } = await openPlan({ app, home, champion })
  await expect(champion.getByRole('button', { name: 'Print' })).toBeVisible()
  await withClient(app.ownerUrl, (client) =>
    client.query(`update plan set state = 'lost' where id = $1`, [path.split('/').at(-1)]),
  )
  const row = task(champion, first)
  await row.getByRole('button', { name: 'Mark done' }).click()
  await expect(row.getByRole('alert')).toHaveText('This plan is closed. Reopen it to change it.')
  await expect(row).toContainText(/latest \d+ \w+/)
})

test('only the reader’s own tasks are shown when asked for', async ({ app, home, somebody }) => {
  const rep = await somebody({ javaScriptEnabled: false })
  await openPlan({ app, home, rep })
  await rep.getByRole('navigation', { name: 'Show' }).getByRole('link', { name: 'Mine' }).click()
  await expect(task(rep, first)).toBeVisible()
  await expect(task(rep, 'Contract at Legal')).toHaveCount(0)
})

/** Where text of a row leaves the row or lies on other text of it, and where labels of the calendar touch. */
const collisions = (page: Page) =>
  page.evaluate(() => {
    type Box = { text: string; left: number; right: number; top: number; bottom: number }
    const clipped = (box: DOMRect, from: Element | null, until: Element): DOMRect => {
      if (!from || from === until) return box
      if (getComputedStyle(from).overflow === 'visible') return clipped(box, from.parentElement, until)
      const by = from.getBoundingClientRect()
      const [left, top] = [Math.max(box.left, by.left), Math.max(box.top, by.top)]
      const [right, bottom] = [Math.min(box.right, by.right), Math.min(box.bottom, by.bottom)]
      return clipped(
        new DOMRect(left, top, Math.max(0, right - left), Math.max(0, bottom - top)),
        from.parentElement,
        until,
      )
    }
    const textsIn = (row: Element): Box[] => {
      const walker = document.createTreeWalker(row, NodeFilter.SHOW_TEXT)
      const boxes: Box[] = []
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const range = document.createRange()
        range.selectNodeContents(node)
        for (const rect of range.getClientRects()) {
          const { left, right, top, bottom, width, height } = clipped(rect, node.parentElement, row)
          if (width > 2 && height > 2) boxes.push({ text: node.textContent ?? '', left, right, top, bottom })
        }
      }
      return boxes
    }
    const isOn = (a: Box, b: Box) =>
      Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1 &&
      Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 1
    return [...document.querySelectorAll('.row, .ms, .calendar')].flatMap((row) => {
      const bounds = row.getBoundingClientRect()
      const boxes = textsIn(row)
      return boxes.flatMap((box, index) => [
        ...(box.top < bounds.top || box.bottom > bounds.bottom || box.right > bounds.right + 1
          ? [`“${box.text}” leaves its row`]
          : []),
        ...(row.matches('.ms') && box.right - box.left < 20 && box.text.length > 9
          ? [`“${box.text}” is squeezed`]
          : []),
        ...boxes
          .slice(index + 1)
          .flatMap((other) =>
            other.text !== box.text && isOn(box, other) ? [`“${box.text}” on “${other.text}”`] : [],
          ),
      ])
    })
  })

test('no text of a late plan lies on other text, at any width', async ({ app, home, somebody }) => {
  const [rep, champion] = [await somebody(), await somebody()]
  const { path } = await openPlan({ app, home, rep, champion })
  await withClient(app.ownerUrl, async (client) => {
    const plan = [path.split('/').at(-1)]
    await client.query('update task set duration_days = 90 where plan_id = $1', plan)
    await client.query(
      `update task set owner_placeholder = 'Halden Foods’ data protection' where plan_id = $1 and owner_placeholder is not null`,
      plan,
    )
  })
  const found: string[] = []
  for (const page of [rep, champion]) {
    await page.reload()
    await expect(region(page, 'Plan')).toContainText(/expected \d+ \w+ \d{4}/)
    for (const width of [390, 768, 1001, 1024, 1181, 1280, 1440]) {
      await page.setViewportSize({ width, height: 900 })
      found.push(...(await collisions(page)).map((it) => `${width} px: ${it}`))
    }
  }
  expect(found).toEqual([])
})

test('prints as a document: the plan without its controls', async ({ app, home, somebody }) => {
  const rep = await somebody()
  await openPlan({ app, home, rep })
  await expect(rep.getByRole('button', { name: 'Print' })).toBeVisible()
  await rep.emulateMedia({ media: 'print' })
  for (const name of ['Invite', 'Activity', 'Plans'])
    await expect(rep.getByRole('link', { name, exact: true })).toBeHidden()
  for (const name of ['Print', 'Agree to this plan', 'Sign out'])
    await expect(rep.getByRole('button', { name })).toBeHidden()
  await expect(rep.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(task(rep, 'Contract at Legal')).toBeVisible()
  await expect(region(rep, 'First win')).toBeVisible()
  expect((await rep.pdf({ format: 'A4' })).byteLength).toBeGreaterThan(10_000)
})
