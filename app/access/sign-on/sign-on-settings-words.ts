import { labels } from '#app/kit/label-words.ts'
import { pageNames } from '#app/kit/page-name-words.ts'
import { listWords } from '#emails/parts/list-words.ts'
import { mainPageNames } from '#app/kit/main-page-name-words.ts'

export const providerRefusals = {
  noSignInPage: 'The provider’s configuration does not include a sign-in page.',
  /** One answer for all reasons why a provider cannot be asked, so that no one can explore the network with it. */
  notFound:
    'We could not reach an OpenID Connect provider there. It must be available on the internet at an https:// address and respond to /.well-known/openid-configuration.',
  otherIssuer:
    'The provider at this address uses a different issuer. Copy the issuer exactly as the provider shows it.',
  noSecret: 'Please enter the client secret from your provider.',
  notTested: 'Save without this first, then sign in once. After that you can require it, and no one is locked out.',
  noEmailScope: 'This provider does not share email addresses (scope email).',
}

export const providerFormWords = {
  requiredHint:
    'They can no longer sign in by email, and everyone, including you, has to sign in again. Nothing changes for customers.',
  requiredLaterHint:
    'Takes effect again once someone has signed in with the current settings. Until then, members can also sign in by email.',
  requiredAfterTestHint: 'You can turn this on once someone has signed in this way, so that no one is locked out.',
  issuer: labels.issuer,
  issuerHint: 'The provider’s issuer URL, for example https://login.example.com',
  clientId: labels.clientId,
  clientSecret: 'Client secret',
  secretKeptHint: 'A secret is stored, encrypted. Enter a new one only to replace it.',
  secretHint: 'Stored encrypted and never shown again.',
  enforcement: 'Enforcement',
  test: 'Test provider',
}

export const signOnSettingsWords = {
  title: pageNames.signOn,
  workspace: mainPageNames.workspace,
  intro:
    'Let members sign in with your company’s identity provider (OpenID Connect). Only people you have added as members can sign in, by verified email address.',
  setup: 'Provider setup',
  setupHint:
    'Create a web client at your provider with the authorization code flow, the scopes openid and email, and this redirect address:',
  address: 'Sign-in address for members',
  firstSignIn: 'Next, sign in with it once',
  addressHint:
    'Members can bookmark this address, and you can add it to your provider’s list of apps. Sign-in emails to members include it, too.',
  firstSignInHint:
    'No one has signed in with these settings yet. Open this address to test it. You will return here signed in.',
  remove: 'Remove single sign-on',
  removeHint:
    'All members then sign in by email or with a passkey. No one is signed out or notified. The client secret and all linked accounts are deleted.',
  removeNow: 'Remove single sign-on now',
}

export const mustSignInThisWayWords = (domains: readonly string[]): string =>
  `Members at ${listWords(domains)} must sign in this way`

export const providerWorksWords = (provider: string): string =>
  `${provider} works as an OpenID Connect provider. Save it, then sign in with it once.`
