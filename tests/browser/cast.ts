import { randomBytes } from 'node:crypto'
import { request } from '@playwright/test'
import type { BrowserContext, Cookie, Page } from '@playwright/test'
import type { CapturedEmail } from '#app/demo/open-mailbox.server.ts'
import type { MailboxOfTest, RunningApp } from '#tests/harness/app.ts'
import { test as base, expect, watchContext } from '#tests/harness/browser.ts'
import { inDays } from '#tests/harness/clock.ts'
import {
  type BrowsersOfPeople,
  type Someone,
  browsersOfPeople,
  openContext,
  withoutScript,
} from './browsers-of-people.ts'
import { sendForm } from './send-form.ts'

type Fixtures = {
  /** A separate browser for one person; errors in it fail the test too. */
  somebody(options?: Someone): Promise<Page>
}

type WorkerFixtures = {
  browsers: BrowsersOfPeople
  /** Tests that change what later plans of an account copy use their own home. */
  homeName: string
  /** A workspace that the tests of a worker share, each with plans and people of its own; its rep is signed in by the cookies. */
  home: Home
}

export const test = base.extend<Fixtures, WorkerFixtures>({
  browsers: [async ({ app, browser }, use) => use(browsersOfPeople(browser, app.baseUrl)), { scope: 'worker' }],
  homeName: ['shared', { option: true, scope: 'worker' }],
  home: [
    // Another name is another worker, so another database.
    async ({ app, browser, homeName: _ }, use) => {
      const context = await openContext(browser, app.baseUrl)
      const cast = await openWorkspace(await context.newPage(), app)
      const cookies = await context.cookies()
      await context.close()
      await use({ cast, cookies })
    },
    { scope: 'worker' },
  ],
  somebody: async ({ browsers, trouble }, use, testInfo) => {
    const people: { context: BrowserContext; options: Someone; stopWatching: () => void }[] = []
    await use(async (options = {}) => {
      const context = await browsers.take(options)
      people.push({ context, options, stopWatching: watchContext(context, trouble) })
      return context.newPage()
    })
    for (const { context, options, stopWatching } of people) {
      stopWatching()
      await browsers.giveBack(context, options, testInfo.status !== testInfo.expectedStatus)
    }
  },
})

export { expect, inDays }

/** Addresses that no other test of the worker uses. */
export function newCast() {
  const tag = randomBytes(4).toString('hex')
  const [vendor, customer] = [`brightline-${tag}.example`, `halden-${tag}.example`]
  return {
    domain: vendor,
    rep: `ana.lind@${vendor}`,
    marketing: `mira.sol@${vendor}`,
    champion: `priya.raman@${customer}`,
    colleague: `jonas.weber@${customer}`,
  }
}

export type Cast = ReturnType<typeof newCast>

/** The address of the link that an email carries. */
export function linkIn(email: CapturedEmail): string {
  const link = /https?:\/\/\S+\/link\/[^\s"'<>)]+/.exec(email.text)?.[0]
  if (!link) throw new Error(`There is no link in:\n${email.text}`)
  return link
}

/** Opens the link of an email and presses the one button there; the answer has arrived at the end. */
export async function enterBy(page: Page, email: CapturedEmail) {
  await page.goto(linkIn(email))
  const answer = page.waitForResponse((response) => response.request().method() === 'POST')
  await page.getByRole('button', { name: 'Continue' }).click()
  await answer
}

/** The sign-in email that `ask` brings about. Other emails may arrive at the same time. */
export async function signInEmail(mailbox: MailboxOfTest, address: string, ask: () => Promise<void>) {
  const arrived = async () =>
    (await mailbox.list(address)).filter(({ subject }) => subject.includes('link to sign in to'))
  const before = new Set((await arrived()).map(({ id }) => id))
  await ask()
  const found: CapturedEmail[] = []
  await expect
    .poll(async () => found.push(...(await arrived()).filter(({ id }) => !before.has(id))), { timeout: 30_000 })
    .toBeGreaterThan(0)
  const [email] = found
  if (!email) throw new Error('A poll that passed found no email.')
  return email
}

/** Signs in with an address alone. */
export async function signIn(page: Page, mailbox: MailboxOfTest, address: string) {
  const email = await signInEmail(mailbox, address, async () => {
    await page.goto('/sign-in')
    await page.getByRole('textbox', { name: 'Email', exact: true }).fill(address)
    await page.getByRole('button', { name: 'Send sign-in link' }).click()
    await expect(page.getByText('a link is on its way')).toBeVisible()
  })
  await enterBy(page, email)
}

export const statement = 'We closed the books in one day. It used to take us a month.'

/** All required values of a new plan, by field name. */
export const newPlanFields = (): Record<string, string> => ({
  Account: 'Halden Foods',
  Project: 'Faster month-end close',
  'Critical date': inDays(150),
  'Why this date': 'The half-year audit begins on the day after.',
  'If it is missed': 'Twelve people close by hand for another half-year.',
  'First win': statement,
  Measure: 'Time to close a month',
  Unit: 'days',
  Baseline: '30',
  Target: '1',
  'Win by': inDays(190),
  'Announced to': 'the whole finance department',
})

/** Fills fields by their labels, whatever kind of input each is. */
export async function fill(page: Page, fields: Record<string, string>) {
  for (const [label, value] of Object.entries(fields)) await page.getByLabel(label, { exact: true }).fill(value)
}

/** From a plan's page to the form of a new task with all its fields. */
export async function openTaskForm(page: Page, milestone: string) {
  await page.getByRole('textbox', { name: `New task for ${milestone}` }).click()
  await page.getByRole('link', { name: 'All fields' }).click()
  await expect(page.getByRole('heading', { name: `Add a task to ${milestone}` })).toBeVisible()
}

/** Creates a plan and opens its page; the form itself is filled in by `main-job.spec.ts`. @returns its path */
export async function createPlan(page: Page, fields = newPlanFields()): Promise<string> {
  const path = await sendForm(page, '/plans/new', 'Create plan', fields)
  await page.goto(path)
  return path
}

/** A member or the champion invites someone. @returns the email that was sent */
export async function invite(
  page: Page,
  mailbox: MailboxOfTest,
  planPath: string,
  { name, email, role }: { name: string; email: string; role: 'Champion' | 'Contributor' | 'Viewer' },
): Promise<CapturedEmail> {
  await page.goto(planPath)
  await page.getByRole('link', { name: 'Invite', exact: true }).click()
  await fill(page, { Name: name, Email: email })
  const select = page.getByLabel('Role', { exact: true })
  await select.selectOption((await select.getByRole('option', { name: role }).getAttribute('value')) ?? '')
  await page.getByRole('button', { name: 'Send invitation' }).click()
  return mailbox.waitFor(email, 'invited you to the go-live plan')
}

/** An empty workspace whose admin, who is also the rep, is signed in on the page. */
export async function openWorkspace(page: Page, app: RunningApp): Promise<Cast> {
  const cast = newCast()
  await app.createWorkspace({ name: 'Brightline', admin: cast.rep, domain: cast.domain })
  await enterBy(page, await app.mailbox.waitFor(cast.rep, 'sign in'))
  await expect(page).toHaveURL(/\/plans$/)
  return cast
}

type Home = { cast: Cast; cookies: Cookie[] }

/** Signs in the rep of the shared workspace. */
export async function comeHome(rep: Page, home: Home) {
  await rep.context().addCookies(home.cookies)
}

type PagesOnPlan = { rep: Page; champion?: Page } | { rep?: Page; champion: Page }

/**
 * A plan of the test's own in the shared workspace, with a rep and a champion. Their pages open it: give only those that the test
 * looks at, since every open page follows all changes.
 */
export async function openPlan({ app, home, rep, champion }: { app: RunningApp; home: Home } & PagesOnPlan) {
  const reader = rep ?? champion
  if (!reader) throw new Error('A plan is opened on the page of someone.')
  const away = await Promise.all([home.cookies, []].map((cookies) => openSession(app.baseUrl, cookies)))
  const [ofRep, ofChampion] = [rep?.request ?? away[0], champion?.request ?? away[1]]
  if (rep) await comeHome(rep, home)
  const { champion: email, colleague } = newCast()
  const path = await sendForm(reader, '/plans/new', 'Create plan', newPlanFields(), ofRep)
  const invited = { Name: 'Priya Raman', Email: email, Role: 'Champion' }
  await sendForm(reader, `${path}/invite`, 'Send invitation', invited, ofRep)
  const link = linkIn(await app.mailbox.waitFor(email, 'invited you to the go-live plan'))
  await sendForm(reader, link, 'Continue', {}, ofChampion)
  await Promise.all([champion?.goto(path), rep?.goto(path), ...away.map((session) => session.dispose())])
  // What a test does next is done as someone does who has looked at the page first.
  for (const page of [champion, rep]) if (page && !withoutScript.has(page.context())) await takenOver(page)
  return { cast: { ...home.cast, champion: email, colleague }, path }
}

/** A session without a page, for someone whose pages a test does not look at. */
const openSession = (baseURL: string, cookies: Cookie[]) =>
  request.newContext({ baseURL, storageState: { cookies, origins: [] } })

/** Waits until the script of a page runs, its last element included: until then a click is a request for the next page. */
export const takenOver = (page: Page) =>
  page.waitForFunction(() => {
    const last = [...document.querySelectorAll('main *')].at(-1)
    return last !== undefined && Object.keys(last).some((key) => key.startsWith('__reactFiber'))
  })

export const region = (page: Page, name: string) => page.getByRole('region', { name, exact: true })

/** The row of a task in region *Plan*. */
export const task = (page: Page, title: string) => region(page, 'Plan').getByRole('group', { name: title, exact: true })
