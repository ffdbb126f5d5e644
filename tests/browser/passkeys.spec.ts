import type { Page } from '@playwright/test'
import { addAuthenticator } from './authenticator.ts'
import { check } from './axe.ts'
import { expect, openWorkspace, signIn, test } from './cast.ts'

/** A browser that offers no passkeys in the address field, so that the button is what signs in. */
const withoutFilling = (page: Page) =>
  page.addInitScript(() => {
    PublicKeyCredential.isConditionalMediationAvailable = () => Promise.resolve(false)
  })

const signOut = (page: Page) => page.getByRole('button', { name: 'Sign out', exact: true }).first().click()

test('a member adds a passkey, signs in with it, renames it, removes it, and is refused with it', async ({
  app,
  mailbox,
  somebody,
}) => {
  test.setTimeout(120_000)
  const member = await somebody()
  await withoutFilling(member)
  const cast = await openWorkspace(member, app)
  await addAuthenticator(member)
  await member.goto('/devices')
  await member.getByRole('link', { name: 'Your passkeys' }).click()
  await expect(member.getByRole('heading', { name: 'No passkeys yet' })).toBeVisible()
  await check(member, 'no passkey')

  await test.step('add', async () => {
    await member.getByRole('button', { name: 'Add a passkey' }).click()
    await expect(member.getByText('You added the passkey')).toBeVisible()
    expect((await mailbox.waitFor(cast.rep, 'A passkey was added')).text).toContain('You added the passkey')
    await check(member, 'a passkey that was just added')
  })
  await test.step('the same device holds one already', async () => {
    await member.getByRole('button', { name: 'Add a passkey' }).click()
    await expect(member.getByRole('alert')).toContainText('already has a passkey for your account')
  })
  await test.step('rename', async () => {
    await member.getByLabel('Name', { exact: true }).fill('The blue laptop')
    await member.getByRole('button', { name: 'Rename' }).click()
    await expect(member.getByRole('listitem').filter({ hasText: 'The blue laptop' })).toContainText('not used yet')
  })
  await test.step('sign out, and in with it', async () => {
    await signOut(member)
    await member.goto('/references')
    await expect(member.getByRole('heading', { name: 'Sign in to continue' })).toBeVisible()
    await member.getByRole('button', { name: 'Sign in with a passkey' }).click()
    await expect(member.getByRole('heading', { name: 'References', exact: true })).toBeVisible()
    await expect(member).toHaveURL(/\/references$/)
    await member.goto('/passkeys')
    await expect(member.getByRole('listitem').filter({ hasText: 'The blue laptop' })).toContainText('last used')
  })
  await test.step('remove', async () => {
    await member.getByText('The blue laptop').click()
    await member.getByLabel('Remove: The blue laptop').click()
    await member.getByRole('button', { name: 'Remove now: The blue laptop' }).click()
    await expect(member.getByRole('heading', { name: 'No passkeys yet' })).toBeVisible()
    await mailbox.waitFor(cast.rep, 'A passkey was removed')
  })
  await test.step('refused with it', async () => {
    await signOut(member)
    await member.getByRole('button', { name: 'Sign in with a passkey' }).click()
    await expect(member.getByRole('alert')).toContainText('This passkey no longer works')
    await check(member, 'a refused passkey')
    await signIn(member, mailbox, cast.rep)
    await expect(member).toHaveURL(/\/plans$/)
  })
})

test('a passkey is offered in the address field, and signs in from there', async ({ app, somebody }) => {
  const member = await somebody()
  await openWorkspace(member, app)
  await addAuthenticator(member)
  const page = await member.goto('/passkeys')
  expect(page?.headers()['permissions-policy']).toMatch(/credentials-create=\(self\).*credentials-get=\(self\)/)
  await member.getByRole('button', { name: 'Add a passkey' }).click()
  await expect(member.getByText('You added the passkey')).toBeVisible()
  // The software authenticator selects the passkey that a person would choose from the list.
  await signOut(member)
  await expect(member).toHaveURL(/\/plans$/)
})

test('what a browser could not do is said, and the emailed link is there', async ({ app, somebody }) => {
  const member = await somebody()
  await openWorkspace(member, app)
  const knowsTheFinger = await addAuthenticator(member)
  await knowsTheFinger(false)
  await member.goto('/passkeys')
  await member.getByRole('button', { name: 'Add a passkey' }).click()
  await expect(member.getByRole('alert')).toContainText('cancelled or took too long')
  await expect(member.getByRole('heading', { name: 'No passkeys yet' })).toBeVisible()

  await member.addInitScript(() => Reflect.deleteProperty(window, 'PublicKeyCredential'))
  await member.reload()
  await expect(member.getByText('This browser does not support passkeys')).toBeVisible()
  await signOut(member)
  await expect(member.getByText('This browser does not support passkeys')).toBeVisible()
  await expect(member.getByRole('button', { name: 'Send sign-in link' })).toBeVisible()
})

test('without script both pages say that passkeys need it, and the rest works', async ({ app, mailbox, somebody }) => {
  const member = await somebody({ javaScriptEnabled: false })
  const cast = await openWorkspace(member, app)
  await member.goto('/passkeys')
  await expect(member.getByText('needs JavaScript')).toBeVisible()
  await expect(member.getByRole('button', { name: 'Add a passkey' })).toHaveCount(0)
  await signOut(member)
  await expect(member.getByText('Passkeys need JavaScript')).toBeVisible()
  await expect(member.getByRole('button', { name: 'Sign in with a passkey' })).toHaveCount(0)
  await signIn(member, mailbox, cast.rep)
  await expect(member).toHaveURL(/\/plans$/)
})
