import { sentenceParts } from '#app/ui/sentence-parts.ts'

type Bound<Value> = { name: string; issuer: Value; since: Value }

/** Which account at the company’s provider is a member’s. */
export const boundAccountWords = <Value>({ name, issuer, since }: Bound<Value>) =>
  sentenceParts`${name} signs in with one account at ${issuer}, since ${since}. Another account with the same address is refused.`

/** What unlinking a member’s account does. */
export const releaseAccountWords = (name: string): string =>
  `The next person who signs in with this address at the provider is linked as ${name}. No one is notified, but the security log records it.`

export const accountPanelWords = {
  title: 'Account for single sign-on',
  whenToUnlink:
    'Unlink it if the account was recreated there. The next account that signs in with this address is linked instead.',
  unlink: 'Unlink account',
  unlinking: 'Unlinking…',
  unlinkNow: 'Unlink account now',
}
