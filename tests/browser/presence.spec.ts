import type { Page } from '@playwright/test'
import { expect, linkIn, openPlan, takenOver, task, test } from './cast.ts'
import { sendForm } from './send-form.ts'

const legal = 'Contract at Legal'

/** Longer than people stay after they closed a page (`app/kit/presence.server.ts`). */
const untilGone = { timeout: 20_000 }

/** Counts from now on how often an element with these words is taken off the page. */
const countRemovals = (page: Page, words: string) =>
  page.evaluateHandle((text) => {
    const removed = { times: 0 }
    const watch = (records: MutationRecord[]) => {
      for (const node of records.flatMap(({ removedNodes }) => [...removedNodes]))
        if (node.textContent?.includes(text)) removed.times++
    }
    new MutationObserver(watch).observe(document.body, { childList: true, subtree: true })
    return removed
  }, words)

/** Collects from now on the different texts with these words that are read out. */
const collectSaid = (page: Page, words: string) =>
  page.evaluateHandle((text) => {
    const said = new Set<string>()
    const watch = () => {
      for (const { textContent } of document.querySelectorAll('[role="status"]'))
        if (textContent?.includes(text)) said.add(textContent)
    }
    new MutationObserver(watch).observe(document.body, { childList: true, subtree: true, characterData: true })
    return said
  }, words)

test('each side sees by name who else has the plan open, until they leave it', async ({ app, home, somebody }) => {
  const [rep, champion] = [await somebody(), await somebody()]
  const { path } = await openPlan({ app, home, rep, champion })
  const button = rep.getByRole('button', { name: 'Here now: Priya Raman' })
  await expect(button).toBeVisible()
  await expect(champion.getByRole('button', { name: /^Here now: / })).not.toHaveAccessibleName(/Priya/)
  await button.focus()
  await rep.keyboard.press('Enter')
  await expect(rep.getByRole('list', { name: 'Here now' }).getByRole('listitem')).toHaveText(['Priya Raman'])
  await rep.keyboard.press('Escape')
  await expect(rep.getByRole('list', { name: 'Here now' })).toHaveCount(0)
  await expect(button).toBeFocused()
  // Loading the page again is no coming and going. Once the rep reads what is edited there, the page was told everything before.
  const removed = await countRemovals(rep, 'here now')
  await champion.reload()
  await takenOver(champion)
  await renameLegal(champion)
  await expect(mark(rep, 'Priya Raman is editing the title')).toBeVisible()
  expect(await removed.evaluate(({ times }) => times)).toBe(0)
  await champion.goto('/your-plans')
  await expect(button).toHaveCount(0, untilGone)
  expect(await removed.evaluate(({ times }) => times)).toBe(1)
  await champion.goto(`${path}/conversation`)
  await expect(button).toBeVisible()
})

test('without script no one is shown, and someone without script is shown to no one', async ({
  app,
  home,
  somebody,
}) => {
  const [rep, champion] = [await somebody(), await somebody({ javaScriptEnabled: false })]
  const { path, cast } = await openPlan({ app, home, rep, champion })
  const jonas = { Name: 'Jonas Weber', Email: cast.colleague, Role: 'Viewer' }
  await sendForm(rep, `${path}/invite`, 'Send invitation', jonas)
  await rep.goto(path)
  await takenOver(rep)
  // Someone who comes later is shown, alone.
  const viewer = await somebody()
  const email = await app.mailbox.waitFor(cast.colleague, 'invited you to the go-live plan')
  await sendForm(viewer, linkIn(email), 'Continue')
  await viewer.goto(path)
  await expect(rep.getByRole('button', { name: 'Here now: Jonas Weber', exact: true })).toBeVisible()
  await champion.reload()
  await expect(champion.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(champion.getByText('here now')).toHaveCount(0)
})

/** The mark in a row of what someone else edits there. */
const mark = (page: Page, words: string) => task(page, legal).getByText(words)

/** Opens the title of the row to be written in place. */
async function renameLegal(page: Page) {
  const row = task(page, legal)
  await row.hover()
  await row.getByRole('button', { name: /^Rename/ }).click()
}

test('the field that someone edits is marked for the others, until it is saved, left or given up', async ({
  app,
  home,
  somebody,
}) => {
  const [rep, champion] = [await somebody(), await somebody()]
  const { path } = await openPlan({ app, home, rep, champion })
  await takenOver(champion)
  const row = task(rep, legal)
  await renameLegal(rep)
  await expect(mark(champion, 'Ana Lind is editing the title')).toBeVisible()
  // Read out where the reader is in the same row, once.
  const said = champion.getByRole('status').filter({ hasText: 'Ana Lind is editing the title' })
  await expect(said).toHaveCount(0)
  const texts = await collectSaid(champion, 'Ana Lind is editing the title')
  const link = task(champion, legal).getByRole('link', { name: legal, exact: true })
  await link.focus()
  await expect(said).toBeAttached()
  await link.blur()
  await link.focus()
  // The champion edits too. The rep reads about the champion, and not about themselves.
  await renameLegal(champion)
  await expect(mark(rep, 'Priya Raman is editing the title')).toBeVisible()
  await expect(mark(rep, 'Ana Lind')).toHaveCount(0)
  await champion.keyboard.press('Escape')
  await expect(mark(rep, 'is editing')).toHaveCount(0)
  expect(await texts.evaluate((all) => [...all])).toHaveLength(1)
  await rep.keyboard.press('Escape')
  await expect(mark(champion, 'is editing')).toHaveCount(0)

  await row.getByRole('button', { name: /^Change owner/ }).click()
  await expect(mark(champion, 'Ana Lind is choosing the owner')).toBeVisible()
  await rep.keyboard.type('Legal team')
  await rep.keyboard.press('Enter')
  await expect(task(champion, legal)).toContainText('Legal team')
  await expect(mark(champion, 'is choosing')).toHaveCount(0)

  // In the form of the task, which follows no stream; leaving it without a word ends it too.
  await champion.goto(`${path}?show=everything`)
  await rep.goto((await row.getByRole('link', { name: /^Edit/ }).getAttribute('href')) ?? '')
  await takenOver(rep)
  await rep.getByLabel('Title', { exact: true }).focus()
  await expect(mark(champion, 'Ana Lind is editing the title')).toBeVisible()
  await rep.getByLabel('Description').focus()
  await expect(mark(champion, 'Ana Lind is editing this task')).toBeVisible()
  // The task's own page says it too, below its title.
  await champion.goto((await link.getAttribute('href')) ?? '')
  const onPage = (words: string) => champion.getByRole('main').getByText(words)
  await expect(onPage('Ana Lind is editing this task')).toBeVisible()
  await rep.getByLabel('Title', { exact: true }).focus()
  await expect(onPage('Ana Lind is editing the title')).toBeVisible()
  await rep.goto('/plans')
  await expect(onPage('is editing')).toHaveCount(0)
})
