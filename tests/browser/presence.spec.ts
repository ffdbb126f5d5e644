import type { Page } from '@playwright/test'
import { expect, openPlan, takenOver, task, test } from './cast.ts'

const legal = 'Contract at Legal'

/** Longer than people stay after they closed a page (`app/kit/presence.server.ts`). */
const untilGone = { timeout: 20_000 }

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
  // Loading the page again is no coming and going.
  await champion.reload()
  await takenOver(champion)
  await expect(button).toBeVisible()
  await champion.goto('/your-plans')
  await expect(button).toHaveCount(0, untilGone)
  await champion.goto(`${path}/conversation`)
  await expect(button).toBeVisible()
})

test('without script no one is shown, and someone without script is shown to no one', async ({
  app,
  home,
  somebody,
}) => {
  const [rep, champion] = [await somebody(), await somebody({ javaScriptEnabled: false })]
  await openPlan({ app, home, rep, champion })
  await takenOver(rep)
  await expect(champion.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(champion.getByText('here now')).toHaveCount(0)
  await expect(rep.getByText('here now')).toHaveCount(0)
})

/** The mark in a row of what someone else edits there. */
const mark = (page: Page, words: string) => task(page, legal).getByText(words)

test('the field that someone edits is marked for the others, until it is saved, left or given up', async ({
  app,
  home,
  somebody,
}) => {
  const [rep, champion] = [await somebody(), await somebody()]
  const { path } = await openPlan({ app, home, rep, champion })
  await takenOver(champion)
  const row = task(rep, legal)
  await row.hover()
  await row.getByRole('button', { name: /^Rename/ }).click()
  await expect(mark(champion, 'Ana Lind is editing the title')).toBeVisible()
  await expect(mark(rep, 'is editing'), 'nothing about oneself').toHaveCount(0)
  // Read out where the reader is in the same row, once.
  const said = champion.getByRole('status').filter({ hasText: 'Ana Lind is editing the title' })
  await expect(said).toHaveCount(0)
  await task(champion, legal).getByRole('link', { name: legal, exact: true }).focus()
  await expect(said).toBeAttached()
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
  await rep.goto('/plans')
  await expect(mark(champion, 'is editing')).toHaveCount(0)
})
