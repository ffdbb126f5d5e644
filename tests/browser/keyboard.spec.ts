import type { Locator, Page } from '@playwright/test'
import { startIdentityProvider } from '#tests/factories/identity-provider.ts'
import { redSquare } from '#tests/samples/red-square.ts'
import { addAuthenticator } from './authenticator.ts'
import { expect, fill, inDays, linkIn, newPlanFields, openPlan, openWorkspace, signIn, test } from './cast.ts'
import { sendForm } from './send-form.ts'

/** Something done by keyboard alone, where the focus is afterwards, and what a screen reader hears of it, once. */
type Act = {
  on: string
  /** What is typed and chosen before. */
  before?: (page: Page) => Promise<unknown>
  press: string | RegExp
  /** The button itself, where nothing else is said. */
  focus?: (page: Page) => Locator
  says: string
}

const nothingChanged = 'Nothing changed: it was like this already.'

const button = (name: string | RegExp) => (page: Page) => page.getByRole('button', { name, exact: true })
const heading = (name: string | RegExp) => (page: Page) => page.getByRole('heading', { name, exact: true })
const firstHeading = (page: Page) => page.getByRole('heading', { level: 1 })
const row = (text: string) => (page: Page) => page.getByRole('listitem').filter({ hasText: text })
const open = (label: string) => (page: Page) => page.getByLabel(label, { exact: true }).press('Enter')

const placeOf = async (locator: Locator) => Math.round((await locator.boundingBox())?.y ?? Number.NaN)
const pathOf = (page: Page) => new URL(page.url()).pathname

async function carryOut(page: Page, { on, before, press, focus, says }: Act) {
  if (pathOf(page) !== on) await page.goto(on)
  await before?.(page)
  const control = page.getByRole('button', { name: press, exact: true })
  await control.focus()
  const place = await placeOf(control)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('status').filter({ hasText: says })).toHaveCount(1)
  await expect(focus?.(page) ?? control).toBeFocused()
  await expect(page.locator(':focus')).toBeInViewport()
  // What is done again at once is done again at the same place of the window.
  if (!focus) expect(Math.abs((await placeOf(control)) - place)).toBeLessThanOrEqual(2)
}

async function carryOutAll(page: Page, acts: readonly Act[]) {
  for (const act of acts) await test.step(`${act.on}: ${act.press}`, () => carryOut(page, act))
}

test('a workspace’s pages can be worked through by keyboard, and say what was done', async ({ app, somebody }) => {
  const rep = await somebody()
  await rep.setViewportSize({ width: 1280, height: 500 })
  const cast = await openWorkspace(rep, app)
  await signIn(await somebody(), app.mailbox, cast.rep)
  await carryOutAll(rep, [
    {
      on: '/profile',
      before: (page) => fill(page, { 'Job title': 'Account executive' }),
      press: 'Save',
      says: 'You changed your job title.',
    },
    { on: '/devices', press: /^Sign out: /, focus: row('this device'), says: 'You signed out ' },
    {
      on: '/workspace',
      before: async (page) => {
        await fill(page, { Name: 'Mira Sol', Email: cast.marketing })
        await page.getByRole('checkbox', { name: /^marketing/i }).press('Space')
      },
      press: 'Add member',
      says: 'You added Mira Sol to the workspace.',
    },
    {
      on: '/workspace',
      press: 'Ask for a code on new devices',
      focus: button('Stop asking for a code on new devices'),
      says: 'You changed the workspace.',
    },
    {
      on: '/workspace/keys',
      before: (page) => fill(page, { Name: 'A board' }),
      press: 'Create key',
      focus: (page) => page.locator(':focus').filter({ hasText: 'Copy it now' }),
      says: 'Key A board created.',
    },
    {
      on: '/workspace/keys',
      before: open('Revoke: A board'),
      press: 'Revoke now: A board',
      focus: row('A board'),
      says: 'You revoked the API key “A board”.',
    },
    {
      on: '/workspace/settings',
      before: (page) => fill(page, { 'Workspace name': 'Brightline Ltd' }),
      press: 'Save',
      says: 'You changed the workspace.',
    },
    {
      on: '/workspace/settings',
      before: (page) =>
        page.getByLabel('Picture').setInputFiles({ name: 'logo.png', mimeType: 'image/png', buffer: redSquare }),
      press: 'Use this picture',
      says: 'You changed the logo.',
    },
    {
      on: '/workspace/settings',
      press: 'Show the first letter instead',
      focus: heading('Logo'),
      says: 'You changed the logo.',
    },
    { on: '/workspace/settings', press: 'Save calendars', says: nothingChanged },
    { on: '/workspace/data', press: 'Save', says: nothingChanged },
    {
      on: '/plans/new',
      before: (page) => fill(page, newPlanFields()),
      press: 'Create plan',
      focus: firstHeading,
      says: 'You created the plan',
    },
  ])
  await carryOutAll(rep, [
    {
      on: `${pathOf(rep)}/team`,
      before: (page) => page.getByRole('checkbox', { name: 'Mira Sol' }).press('Space'),
      press: 'Save',
      focus: firstHeading,
      says: 'You changed the team.',
    },
    {
      on: '/workspace',
      before: (page) => page.getByRole('link', { name: 'Mira Sol' }).press('Enter'),
      press: 'Save',
      focus: heading('Workspace'),
      says: nothingChanged,
    },
    { on: '/devices', press: 'Sign out everywhere', focus: heading('Sign in'), says: 'You signed out everywhere.' },
  ])
})

test('the ways to sign in can be set up by keyboard, and say what was done', async ({ app, somebody }) => {
  const admin = await somebody()
  await admin.setViewportSize({ width: 1280, height: 500 })
  await openWorkspace(admin, app)
  await addAuthenticator(admin)
  await admin.goto('/workspace/sign-on')
  const callbackUrl = (await admin.getByText(/\/callback$/).textContent()) ?? ''
  const provider = await startIdentityProvider({ callbackUrl })
  await carryOutAll(admin, [
    {
      on: '/workspace/sign-on',
      before: (page) => fill(page, { Issuer: provider.issuer, 'Client ID': provider.clientId }),
      press: 'Test it',
      says: 'works as an OpenID Connect provider',
    },
    {
      on: '/workspace/sign-on',
      before: (page) => fill(page, { 'Client secret': provider.clientSecret }),
      press: 'Save',
      focus: button('Save'),
      says: 'You set up single sign-on with',
    },
    {
      on: '/workspace/sign-on',
      before: open(`Remove single sign-on: ${provider.issuer}`),
      press: 'Remove it now',
      focus: (page) => page.getByLabel('Issuer', { exact: true }),
      says: 'You removed single sign-on with',
    },
    {
      on: '/passkeys',
      press: 'Add a passkey',
      focus: (page) => page.getByLabel('Name', { exact: true }),
      says: 'You added the passkey',
    },
    {
      on: '/passkeys',
      before: (page) => fill(page, { Name: 'The blue laptop' }),
      press: /^Rename: /,
      focus: button('Rename: The blue laptop'),
      says: 'You renamed the passkey',
    },
  ])
  await provider.stop()
})

test('the pages of a plan can be worked through by keyboard, and say what was done', async ({
  app,
  home,
  somebody,
}) => {
  const [rep, champion] = [await somebody(), await somebody()]
  await rep.setViewportSize({ width: 1280, height: 500 })
  const { path, cast } = await openPlan({ app, home, rep, champion })
  const invite = (name: string, email: string): Act => ({
    on: `${path}/invite`,
    before: (page) => fill(page, { Name: name, Email: email }),
    press: 'Send invitation',
    says: 'Saved. The invitation will be sent by email.',
  })
  await carryOutAll(rep, [
    invite('Jonas Weber', cast.colleague),
    {
      on: `${path}/invite`,
      press: 'Withdraw invitation: Jonas Weber',
      focus: row('Priya Raman'),
      says: 'You withdrew the invitation to Jonas Weber.',
    },
    {
      on: `${path}/situations/new`,
      before: (page) => fill(page, { 'Job title': 'CFO', 'Critical business issue': 'Closing takes a month' }),
      press: 'Save',
      focus: heading('What we heard'),
      says: 'You added what we heard from Priya Raman.',
    },
    {
      on: `${path}/situations`,
      press: 'Share with Priya Raman',
      focus: (page) => page.getByRole('link', { name: 'Edit: Priya Raman' }),
      says: 'You shared what we heard from Priya Raman.',
    },
    {
      on: `${path}/terms`,
      before: (page) => fill(page, { 'Critical date': inDays(151) }),
      press: 'Save',
      focus: firstHeading,
      says: 'You changed the dates or the first win.',
    },
  ])
  await carryOutAll(champion, [
    invite('Jonas Weber', cast.colleague),
    invite('Lea Brandt', cast.colleague.replace('jonas.weber', 'lea.brandt')),
    {
      on: `${path}/invite`,
      press: 'Can confirm the win: Jonas Weber',
      focus: button('Can’t confirm the win: Jonas Weber'),
      says: 'You allowed Jonas Weber to confirm the first win.',
    },
    {
      on: `${path}/invite`,
      press: 'Withdraw invitation: Jonas Weber',
      focus: button('Withdraw invitation: Lea Brandt'),
      says: 'You withdrew the invitation to Jonas Weber.',
    },
    {
      on: `${path}/calendar`,
      press: 'Confirm',
      focus: firstHeading,
      says: 'You confirmed the calendar.',
    },
    {
      on: `${path}/your-data`,
      press: 'Ask to be erased',
      focus: heading('Erase your data'),
      says: 'You asked to be erased.',
    },
  ])
  await carryOutAll(rep, [
    // Later plans of the account take over its calendar, so that it stays as it is.
    { on: `${path}/calendar`, press: 'Save', focus: firstHeading, says: nothingChanged },
    {
      on: `${path}/close`,
      before: (page) => page.getByLabel('Why', { exact: true }).selectOption('postponed'),
      press: 'Close this plan',
      focus: firstHeading,
      says: 'You closed the plan without an order.',
    },
    { on: `${path}/close`, press: 'Reopen this plan', focus: firstHeading, says: 'You reopened the plan.' },
    { on: `${path}/close`, press: 'Archive this plan', focus: firstHeading, says: 'You archived the plan.' },
    {
      on: `${path}/close`,
      press: 'Restore this plan',
      focus: firstHeading,
      says: 'You restored the plan from the archive.',
    },
  ])
})

test('the champion’s own decisions can be made by keyboard, and say what was done', async ({ app, home, somebody }) => {
  const [rep, champion] = [await somebody(), await somebody()]
  await champion.setViewportSize({ width: 1280, height: 500 })
  const { path, cast } = await openPlan({ app, home, rep, champion })
  for (const [name, address] of [
    ['Lea Brandt', 'lea.brandt'],
    ['Tom Weiss', 'tom.weiss'],
  ] as const) {
    const email = cast.colleague.replace('jonas.weber', address)
    await sendForm(champion, `${path}/invite`, 'Send invitation', { Name: name, Email: email })
    const page = await somebody()
    await sendForm(page, linkIn(await app.mailbox.waitFor(email, 'invited you')), 'Continue')
    await page.goto(path)
  }
  await carryOutAll(champion, [
    {
      on: `${path}/win`,
      before: async (page) => {
        await fill(page, { 'Measured value': '1' })
        await page.getByRole('button', { name: 'Continue' }).press('Enter')
      },
      press: 'Confirm first win',
      focus: firstHeading,
      says: 'You confirmed the first win',
    },
    {
      on: path,
      press: 'Later',
      focus: (page) => page.getByRole('link', { name: 'Agree to a reference' }),
      says: 'You answered the question about a reference.',
    },
    {
      on: `${path}/reference`,
      before: (page) => page.getByRole('checkbox', { name: 'Call', exact: true }).press('Space'),
      press: 'Give consent',
      focus: firstHeading,
      says: 'You agreed to give a reference.',
    },
    {
      on: `${path}/reference`,
      press: 'Withdraw consent',
      focus: firstHeading,
      says: 'You withdrew consent to a reference.',
    },
    {
      on: `${path}/invite`,
      before: open('Remove: Lea Brandt'),
      press: 'Remove now: Lea Brandt',
      focus: (page) => page.getByLabel('Remove: Tom Weiss', { exact: true }),
      says: 'You removed Lea Brandt from the plan.',
    },
    {
      on: `${path}/invite`,
      before: open('Make champion: Tom Weiss'),
      press: 'Make champion now: Tom Weiss',
      focus: firstHeading,
      says: 'You made Tom Weiss the champion.',
    },
  ])
})

test('without script the page that answers opens at what was done', async ({ app, home, somebody }) => {
  const [rep, champion] = [await somebody({ javaScriptEnabled: false }), await somebody()]
  const { path, cast } = await openPlan({ app, home, rep, champion })
  const acts: Act[] = [
    {
      on: `${path}/invite`,
      before: (page) => fill(page, { Name: 'Jonas Weber', Email: cast.colleague }),
      press: 'Send invitation',
      says: 'Saved. The invitation will be sent by email.',
    },
    {
      on: `${path}/invite`,
      press: 'Withdraw invitation: Jonas Weber',
      says: 'You withdrew the invitation to Jonas Weber.',
    },
    {
      on: '/profile',
      before: (page) => fill(page, { 'Job title': 'Rep' }),
      press: 'Save',
      says: 'You changed your job title.',
    },
    { on: '/profile', press: 'Save', says: nothingChanged },
    { on: `${path}/close`, press: 'Archive this plan', says: 'You archived the plan.' },
  ]
  for (const { on, before, press, says } of acts) {
    await rep.goto(on)
    await before?.(rep)
    await rep.getByRole('button', { name: press, exact: true }).click()
    await expect(rep.locator(':focus')).toContainText(says)
    await expect(rep.locator(':focus')).toBeInViewport()
  }
})
