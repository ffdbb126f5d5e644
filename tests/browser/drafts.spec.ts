import type { Page } from '@playwright/test'
import { comeHome, createPlan, expect, fill, inDays, openPlan, signIn, takenOver, task, test } from './cast.ts'

const offer = (page: Page) => page.getByText('You typed something here on')
const restore = (page: Page) => page.getByRole('button', { name: 'Restore what you typed' })
const field = (page: Page, label: string) => page.getByLabel(label, { exact: true })
const words = 'The audit begins then, and the old system is switched off.'

/** The drafts in this browser. */
const kept = (page: Page) =>
  page.evaluate(() => Object.entries(localStorage).filter(([name]) => name.startsWith('firstwin-draft:')))

/** Types into the terms of a plan, and waits until that is kept. */
async function typeTerms(page: Page, path: string, text: string) {
  await page.goto(`${path}/terms`)
  await fill(page, { 'Why this date': text })
  await expect.poll(async () => JSON.stringify(await kept(page))).toContain(text)
}

test('what was typed before a tab was closed is offered again, until it is saved or discarded', async ({
  home,
  somebody,
}) => {
  const rep = await somebody()
  await comeHome(rep, home)
  const path = await createPlan(rep)
  await typeTerms(rep, path, words)
  await rep.close()

  const later = await rep.context().newPage()
  await later.goto(`${path}/terms`)
  await expect(offer(later)).toBeVisible()
  await expect(field(later, 'Why this date')).not.toHaveValue(words)
  await restore(later).click()
  await expect(field(later, 'Why this date')).toHaveValue(words)
  await later.getByRole('button', { name: 'Save', exact: true }).click()
  await later.waitForURL((url) => url.pathname === path)
  expect(await kept(later)).toEqual([])
  await later.goto(`${path}/terms`)
  await expect(field(later, 'Why this date')).toHaveValue(words)
  await expect(offer(later)).toHaveCount(0)

  await typeTerms(later, path, 'Second thoughts')
  await later.reload()
  await later.getByRole('button', { name: 'Discard' }).click()
  await expect(offer(later)).toHaveCount(0)
  await later.reload()
  await expect(field(later, 'Why this date')).toHaveValue(words)
  await expect(offer(later)).toHaveCount(0)
})

test('what is typed before the script of a page runs stays in its fields, is shown by them, and is kept', async ({
  home,
  somebody,
}) => {
  const rep = await somebody()
  await comeHome(rep, home)
  const path = await createPlan(rep)
  await typeTerms(rep, path, words)
  await rep.getByRole('button', { name: 'Save', exact: true }).click()
  await rep.waitForURL((url) => url.pathname === path)
  await task(rep, 'Contract at Legal').getByRole('link', { name: 'Edit' }).click()
  await expect(rep.getByLabel('Title', { exact: true })).toBeVisible()
  const taskForm = rep.url()

  /** Opens a page whose script waits until something was typed. */
  const openBeforeScript = async (url: string, type: () => Promise<void>) => {
    let run = () => {}
    const typed = new Promise<void>((resolve) => (run = resolve))
    await rep.route(/entry\.client/, async (route) => {
      await typed
      await route.continue()
    })
    await rep.goto(url, { waitUntil: 'commit' })
    await type()
    run()
    await takenOver(rep)
    await rep.unroute(/entry\.client/)
  }

  const text = `${words} And the lease ends.`
  await openBeforeScript(`${path}/terms`, () => fill(rep, { 'Why this date': text }))
  await expect.poll(async () => JSON.stringify(await kept(rep))).toContain(text)
  await expect(field(rep, 'Why this date')).toHaveValue(text)

  await openBeforeScript(taskForm, async () => {
    await rep.getByLabel('Owner', { exact: true }).selectOption({ label: 'Someone else…' })
    await fill(rep, { Title: 'Contract signed' })
    await field(rep, 'Finish no later than').focus()
    await rep.keyboard.press('1')
  })
  const isUnreadable = (input: HTMLInputElement) => input.validity.badInput
  expect(await field(rep, 'Finish no later than').evaluate(isUnreadable)).toBe(true)
  await expect(field(rep, 'Title')).toHaveValue('Contract signed')
  await expect(field(rep, 'Owner').locator('option:checked')).toHaveText('Someone else…')
  await fill(rep, { 'Person or team': 'A lawyer' })
})

test('a key pressed while the script reads the data of its page leaves the page with its script', async ({
  home,
  somebody,
}) => {
  const rep = await somebody()
  await comeHome(rep, home)
  const path = await createPlan(rep)
  await rep.addInitScript(() => {
    const { read } = ReadableStreamDefaultReader.prototype
    ReadableStreamDefaultReader.prototype.read = async function () {
      document.documentElement.dataset['reading'] = 'yes'
      await new Promise((resolve) => addEventListener('keyup', resolve, { once: true }))
      ReadableStreamDefaultReader.prototype.read = read
      return read.call(this)
    }
  })
  await rep.goto(`${path}/terms`)
  await rep.locator('[data-reading]').waitFor()
  await field(rep, 'Why this date').focus()
  await rep.keyboard.press('x')
  await takenOver(rep)
  await expect(field(rep, 'Why this date')).toHaveValue(/x/)
})

test('a restored text overwrites nothing newer in silence', async ({ app, home, somebody }) => {
  const [rep, champion] = [await somebody(), await somebody()]
  const { path } = await openPlan({ app, home, rep, champion })
  await typeTerms(rep, path, words)
  await rep.goto(path)
  await champion.goto(`${path}/terms`)
  await fill(champion, { 'Why this date': 'The board meets on that day.' })
  await champion.getByRole('button', { name: 'Save', exact: true }).click()
  await champion.waitForURL((url) => url.pathname === path)

  await rep.goto(`${path}/terms`)
  await restore(rep).click()
  await rep.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(rep.getByRole('heading', { name: 'Priya Raman changed this while you were typing' })).toBeVisible()
})

test('boxes, choices and added rows are offered again with the text', async ({ home, somebody }) => {
  const rep = await somebody()
  await comeHome(rep, home)
  const path = await createPlan(rep)
  await task(rep, 'Contract at Legal').getByRole('link', { name: 'Edit' }).click()
  await rep.getByLabel('Side', { exact: true }).selectOption('both')
  const taskForm = rep.url()
  await rep.getByText(/^Depends on/).click()
  await rep.getByLabel('Kick-off', { exact: true }).check()
  await rep.getByLabel('Owner', { exact: true }).selectOption({ label: 'Someone else…' })
  await fill(rep, { 'Person or team': 'A lawyer' })
  await rep.getByText('Can only finish on certain dates').click()
  await rep.getByLabel('Possible finish dates').selectOption({ label: 'Specific dates' })
  await rep.getByLabel('The dates, 1').fill(inDays(50))
  await expect.poll(async () => JSON.stringify(await kept(rep))).toContain(inDays(50))

  await rep.goto(`${path}/calendar`)
  const workweek = rep.getByRole('group', { name: 'Halden Foods works on' })
  await workweek.getByLabel('Saturday').check()
  const row = (at: number) => rep.getByRole('group', { name: `Closed period ${at} at Halden Foods`, exact: true })
  for (const at of [1, 2, 3]) {
    if (at > 1) await rep.getByRole('button', { name: 'Add days off at Halden Foods' }).click()
    await row(at).getByLabel('Why').fill(`Shutdown ${at}`)
  }
  await expect.poll(async () => JSON.stringify(await kept(rep))).toContain('Shutdown 3')
  await rep.close()

  const later = await rep.context().newPage()
  await later.goto(taskForm)
  await restore(later).click()
  await expect(later.getByLabel('Side', { exact: true })).toHaveValue('both')
  await expect(later.getByLabel('Kick-off', { exact: true })).toBeChecked()
  await expect(field(later, 'Person or team')).toHaveValue('A lawyer')
  await expect(later.getByLabel('The dates, 1')).toHaveValue(inDays(50))

  await later.goto(`${path}/calendar`)
  await restore(later).click()
  await expect(later.getByRole('group', { name: 'Halden Foods works on' }).getByLabel('Saturday')).toBeChecked()
  for (const at of [1, 2, 3])
    await expect(
      later.getByRole('group', { name: `Closed period ${at} at Halden Foods`, exact: true }).getByLabel('Why'),
    ).toHaveValue(`Shutdown ${at}`)
})

test('what was typed after a refused save is kept with what was typed before it', async ({ home, somebody }) => {
  const rep = await somebody()
  await comeHome(rep, home)
  await rep.goto('/plans/new')
  await fill(rep, { Account: 'Halden Foods', Project: 'Typed before the refusal' })
  await rep.getByRole('button', { name: 'Create plan' }).click()
  await expect(rep.locator('.err').first()).toBeVisible()
  await fill(rep, { 'Why this date': 'Typed after the refusal' })
  await expect.poll(async () => JSON.stringify(await kept(rep))).toContain('Typed after the refusal')
  await rep.close()
  const later = await rep.context().newPage()
  await later.goto('/plans/new')
  await restore(later).click()
  await expect(field(later, 'Project')).toHaveValue('Typed before the refusal')
  await expect(field(later, 'Why this date')).toHaveValue('Typed after the refusal')
})

test('a sign-out ends what was kept, and no one else is offered it', async ({ app, home, mailbox, somebody }) => {
  const [rep, shared] = [await somebody(), await somebody()]
  const { path } = await openPlan({ app, home, rep, champion: shared })
  await typeTerms(shared, path, 'Words of the champion')
  // An expired session deletes no draft; another person's session does.
  await shared.context().clearCookies()
  await shared.goto(`${path}/terms`)
  expect(JSON.stringify(await kept(shared))).toContain('Words of the champion')
  // A session of its own: the one that the worker's tests share must not be signed out.
  await signIn(shared, mailbox, home.cast.rep)
  await expect(shared).toHaveURL(/\/plans/)
  await shared.goto(`${path}/terms`)
  await expect.poll(() => kept(shared)).toEqual([])
  await expect(offer(shared)).toHaveCount(0)

  await typeTerms(shared, path, words)
  await shared.getByRole('button', { name: 'Sign out' }).click()
  await expect(shared).toHaveURL(/sign-in/)
  expect(await kept(shared)).toEqual([])
})

test('a browser that keeps nothing loses nothing else', async ({ home, somebody }) => {
  const rep = await somebody()
  await comeHome(rep, home)
  const path = await createPlan(rep)
  await rep.addInitScript(() => {
    Object.defineProperty(window, 'localStorage', {
      get() {
        throw new DOMException('blocked', 'SecurityError')
      },
    })
  })
  await rep.goto(`${path}/terms`)
  await fill(rep, { 'Why this date': words })
  await rep.getByRole('button', { name: 'Save', exact: true }).click()
  await rep.waitForURL((url) => url.pathname === path)
  await expect(task(rep, 'Kick-off')).toBeVisible()
})
