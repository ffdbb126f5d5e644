import { startIdentityProvider } from '#tests/factories/identity-provider.ts'
import { redSquare } from '#tests/samples/red-square.ts'
import { addAuthenticator } from './authenticator.ts'
import { fill, newPlanFields, openWorkspace, signIn, test } from './cast.ts'
import { button, carryOutAll, firstHeading, heading, nothingChanged, open, pathOf, row } from './keyboard.ts'

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
      says: 'You changed the workspace settings.',
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
      says: 'You changed the workspace settings.',
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
      press: 'Test provider',
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
      press: 'Remove single sign-on now',
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
    {
      on: '/passkeys',
      before: open('Remove: The blue laptop'),
      press: 'Remove now: The blue laptop',
      focus: button('Add a passkey'),
      says: 'You removed the passkey',
    },
  ])
  await provider.stop()
})
