import type { Page } from '@playwright/test'
import { expect, openPlan, region, takenOver, task, test } from './cast.ts'

const first = 'Stakeholder interviews'

/** How a translator replaces a text: Google and Edge insert new elements, others move the text into theirs. */
type Manner = 'replaced' | 'wrapped'

/** Marks every text as translated («…») and continues with what is new, as translators do, once the page's script runs. */
async function translate(page: Page, manner: Manner) {
  await takenOver(page)
  await page.evaluate((manner) => {
    const isOurs = (text: Node) =>
      text.parentElement?.closest('font, script, style, select, title, textarea, svg, [translate=no]') !== null
    const translateText = (text: Node) => {
      if (!text.nodeValue?.trim() || isOurs(text)) return
      const [outer, inner] = [document.createElement('font'), document.createElement('font')]
      outer.append(inner)
      if (manner === 'wrapped') {
        text.parentNode?.insertBefore(outer, text)
        inner.append(text)
      } else {
        inner.textContent = `«${text.nodeValue}»`
        text.parentNode?.replaceChild(outer, text)
      }
    }
    const translateBelow = (node: Node) => {
      const walker = document.createTreeWalker(node, NodeFilter.SHOW_TEXT)
      const texts = node instanceof Text ? [node] : []
      while (walker.nextNode()) texts.push(walker.currentNode as Text)
      texts.forEach(translateText)
    }
    translateBelow(document.body)
    new MutationObserver((records) => {
      for (const { addedNodes, target, type } of records)
        if (type === 'characterData') translateBelow(target)
        else addedNodes.forEach(translateBelow)
    }).observe(document.body, { childList: true, subtree: true, characterData: true })
  }, manner)
}

/** The text of a page without the translator's marks and the times that change. */
const words = async (page: Page) =>
  (await page.getByRole('main').innerText())
    .replace(/[«»]/g, '')
    .replace(/Changed .*? by/, '')
    .replace(/\s+/g, ' ')

for (const manner of ['replaced', 'wrapped'] as const)
  test(`a translated plan goes on changing, and says the right words, with texts ${manner}`, async ({
    app,
    home,
    somebody,
  }) => {
    test.setTimeout(120_000)
    const [rep, champion, plain] = [await somebody(), await somebody(), await somebody()]
    const { path } = await openPlan({ app, home, rep, champion })
    await plain.context().addCookies(await champion.context().cookies())
    const row = champion.locator('[id^=task-]', { hasText: first })
    const tick = row.getByRole('button', { name: /Mark (not )?done/ })
    const saysTheSame = async () => {
      await plain.goto(path)
      await expect(task(plain, 'Kick-off').getByRole('button', { name: 'What if' })).toBeVisible()
      await expect(plain.getByRole('button', { name: 'Quarters' })).toBeVisible()
      await expect(plain.getByText('here now')).toBeVisible()
      const right = await words(plain)
      await expect.poll(() => words(champion)).toBe(right)
    }
    await champion.goto(path)
    await expect(region(champion, 'Plan').getByRole('button', { name: 'What if' }).first()).toBeVisible()
    await translate(champion, manner)

    await tick.click()
    await expect(row).toContainText(/done \d/)
    await saysTheSame()
    await tick.click()
    await expect(row).not.toContainText(/done \d/)
    await task(rep, first).getByRole('button', { name: 'Mark done' }).click()
    await expect(row).toContainText(/done \d/)
    await saysTheSame()

    await region(champion, 'Timeline').getByRole('slider', { name: 'Move Contract at Legal' }).press('ArrowRight')
    await expect(region(champion, 'What if')).toContainText('Contract at Legal')
    await champion.getByRole('button', { name: 'Apply' }).click()
    await expect(champion.getByRole('button', { name: /^Undo: You applied a change/ })).toBeVisible()
    await champion.getByRole('button', { name: /^Undo/ }).click()
    await expect(champion.getByRole('button', { name: /^Redo: You undid a change/ })).toBeVisible()
    await champion.getByRole('link', { name: 'Mine' }).click()
    await expect(row).toHaveCount(0)
    await champion.getByRole('link', { name: 'Everything' }).click()
    await saysTheSame()
  })

test('translated pages lead to one another, and their forms are read and answered', async ({ app, home, somebody }) => {
  test.setTimeout(120_000)
  const [rep, champion] = [await somebody(), await somebody()]
  const { path } = await openPlan({ app, home, rep, champion })
  await rep.goto('/plans')
  await translate(rep, 'replaced')
  await rep.getByRole('link', { name: /References/ }).click()
  await expect(rep.getByRole('heading', { name: /References/ })).toBeVisible()
  await rep.getByRole('link', { name: /Plans/ }).click()
  await rep.locator(`main a[href="${path}"]`).first().click()
  await expect(rep).toHaveURL(new RegExp(path))

  await champion.goto(path)
  await translate(champion, 'replaced')
  await champion
    .locator('[id^=task-]', { hasText: 'Kick-off' })
    .getByRole('link', { name: /^.?Edit/ })
    .click()
  await champion.getByLabel(/^.?Working days/).fill('many')
  await champion.getByRole('button', { name: /^.?Save.?$/ }).click()
  await expect(champion.getByLabel(/^.?Working days/)).toBeFocused()
  await expect(champion.getByRole('alert').first()).toBeVisible()
  await champion.getByLabel(/^.?Working days/).fill('2')
  await champion.getByRole('button', { name: /^.?Save.?$/ }).click()
  await expect(champion).toHaveURL(new RegExp(path))
  await champion
    .getByRole('link', { name: /^.?Calendar/ })
    .first()
    .click()
  await champion.getByRole('button', { name: /^Add/ }).first().click()
  await champion
    .getByRole('button', { name: /Remove/ })
    .last()
    .click()
  await champion.getByRole('button', { name: /Undo/ }).click()
  await champion.goBack()
  await champion.getByRole('link', { name: /Record the result/ }).click()
  await champion.getByLabel(/^.?Measured value/).fill('1')
  await champion.getByRole('button', { name: /Continue/ }).click()
  await champion.getByRole('button', { name: /Confirm first win/ }).click()
  await expect(champion.getByText(/did it/).first()).toBeVisible()
})

test('elements that extensions add anywhere stop nothing', async ({ app, home, somebody }) => {
  const rep = await somebody()
  const { path } = await openPlan({ app, home, rep })
  await rep.addInitScript(() => {
    const put = (parent: Element, how: 'append' | 'prepend', name: string) => {
      const element = document.createElement(name)
      element.className = 'of-an-extension'
      parent[how](element)
    }
    document.addEventListener('readystatechange', () => {
      if (document.readyState !== 'interactive') return
      for (const how of ['append', 'prepend'] as const) {
        put(document.head, how, 'script')
        put(document.body, how, 'my-panel')
        put(document.documentElement, how, 'my-overlay')
      }
    })
  })
  await rep.goto(path)
  // Others are added while the page runs, beside any element.
  const addEverywhere = () =>
    rep.evaluate(() =>
      document.querySelectorAll('main *:not(svg *)').forEach((element) => {
        element.after(document.createElement('my-mark'))
      }),
    )
  const row = task(rep, first)
  await row.getByRole('button', { name: 'Mark done' }).click()
  await expect(row.getByRole('button', { name: 'Mark not done' })).toBeVisible()
  await expect(rep.locator('.of-an-extension')).toHaveCount(6)
  await addEverywhere()
  await row.getByRole('button', { name: 'Mark not done' }).click()
  await expect(row.getByRole('button', { name: 'Mark done' })).toBeVisible()
  await rep.getByRole('link', { name: 'Activity' }).click()
  await expect(rep.getByRole('heading', { name: 'Activity' })).toBeVisible()
})

test('a page that was translated before its script ran is drawn again and works', async ({
  app,
  home,
  somebody,
  trouble,
}) => {
  trouble.expected.push(/Minified React error #4(18|23|25)/)
  const rep = await somebody()
  const { path } = await openPlan({ app, home, rep })
  await rep.addInitScript(() => {
    document.addEventListener('readystatechange', () => {
      if (document.readyState !== 'interactive') return
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
      const texts: Node[] = []
      while (walker.nextNode()) texts.push(walker.currentNode)
      for (const text of texts) {
        if (!text.nodeValue?.trim() || text.parentElement?.closest('script, style, svg')) continue
        const font = document.createElement('font')
        font.textContent = `«${text.nodeValue}»`
        text.parentNode?.replaceChild(font, text)
      }
    })
  })
  await rep.goto(path)
  await expect(rep.getByRole('main').locator('font')).toHaveCount(0)
  const row = task(rep, first)
  await row.getByRole('button', { name: 'Mark done' }).click()
  await expect(row.getByRole('button', { name: 'Mark not done' })).toBeVisible()
})
