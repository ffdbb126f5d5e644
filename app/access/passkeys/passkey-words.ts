import { count } from '#app/ui/amount-words.ts'
import { quoted } from '#app/ui/name-words.ts'
import { sentenceParts } from '#app/ui/sentence-parts.ts'
import { labels } from '#app/kit/label-words.ts'
import { pageNames } from '#app/kit/page-name-words.ts'
import { buttonWords } from '#app/ui/button-words.ts'
import { sharedSignInWords } from '../core/access-words.ts'

/** Where a passkey is kept, when it was added and when it was last used. */
export function passkeyFacts<Time>({
  synced,
  added,
  lastUsed,
}: {
  synced: boolean
  added: Time
  lastUsed: Time | null
}) {
  if (lastUsed === null)
    return synced
      ? sentenceParts`Synced across devices, added ${added}, not used yet`
      : sentenceParts`On one device, added ${added}, not used yet`
  return synced
    ? sentenceParts`Synced across devices, added ${added}, last used ${lastUsed}`
    : sentenceParts`On one device, added ${added}, last used ${lastUsed}`
}

/** Why a member’s passkeys do not work while the workspace requires single sign-on. */
export const mustUseSignOnWords = (workspace: string, hasPasskeys: boolean): string =>
  hasPasskeys
    ? `Members of ${workspace} sign in through their company, so passkeys can’t be used. They work again if an admin turns this off.`
    : `Members of ${workspace} sign in through their company, so passkeys can’t be used.`

/** Said instead of the form that adds a passkey. */
export const mostPasskeysWords = (most: number): string =>
  `You have ${most} passkeys, which is the maximum. Remove one you no longer use.`

export const noPasskeysWords = (name: string): string => `${name} has no passkeys and signs in by email.`

export const passkeysTitle = (passkeys: number): string => `Passkeys: ${passkeys}`

export const passkeysOf = (name: string): string => `Passkeys of ${name}`

/** What removing one passkey of a member does. */
export const removeMemberPasskeyWords = (name: string): string =>
  `You can’t undo this. ${name} will be notified by email, stays signed in on other devices and can add another passkey.`

export const removePasskeyNowWords = (passkey: string): string => `Remove now: ${passkey}`

/** When to remove all passkeys of a member, and what that does. */
export const removeAllPasskeysWords = (name: string): string =>
  `Use this if a device was lost. You can’t undo it. ${name} will be notified by email, stays signed in on other devices and can add new passkeys.`

export const renamePasskeyWords = (passkey: string): string => `Rename: ${passkey}`

export const whatPasskeysAre = (workspace: string): string =>
  `Sign in to ${workspace} with your fingerprint, face or screen lock instead of an email link. Your passkey stays with you. We store only its public key.`

const addPasskey = 'Add a passkey'

export const addPasskeyWords = {
  notSupported: 'This browser does not support passkeys. Use a newer browser, or keep signing in by email.',
  needsScript:
    'Adding a passkey needs JavaScript, which is turned off in this browser. You can still sign in by email.',
  waiting: sharedSignInWords.waitingForDevice,
  add: addPasskey,
  adding: 'Adding…',
}

export const memberPasskeysWords = {
  title: 'Passkeys',
  removeNow: buttonWords.removeNow,
  removeAll: 'Remove all passkeys',
  removeAllNow: 'Remove all passkeys now',
}

export const passkeyListWords = {
  title: pageNames.passkeys,
  name: labels.name,
  nameHint: 'To tell your passkeys apart.',
  rename: 'Rename',
  removeHint: 'You can no longer sign in with it, and you can’t undo this. Delete it on your device, too.',
  removeNow: buttonWords.removeNow,
}

export const passkeysPageWords = {
  title: pageNames.passkeys,
  toDevices: pageNames.devices,
  empty: 'No passkeys yet',
  emptyHint: 'Add one on each device you use. Phones and password managers can share a passkey between your devices.',
  add: addPasskey,
  addHint:
    'Your browser asks where to save it: on this device, in a password manager, on your phone or on a security key. We confirm it by email, and you can still sign in by email.',
}

/** The email to a member who added a passkey. */
export const passkeyAddedMail = (passkey: string, workspace: string) => ({
  title: 'A passkey was added',
  happened: `You added the passkey ${quoted(passkey)} at ${workspace}. You can now sign in with it instead of by email.`,
})

/** The email to a member who removed a passkey. */
export const passkeyRemovedMail = (passkey: string, workspace: string) => ({
  title: 'A passkey was removed',
  happened: `You removed the passkey ${quoted(passkey)} at ${workspace}. You can still sign in by email.`,
})

/** The email to a member whose passkeys an admin removed. @param passkeys their names */
export const passkeysRemovedByMail = (by: string, workspace: string, passkeys: readonly [string, ...string[]]) =>
  passkeys.length === 1
    ? {
        title: `${by} removed a passkey`,
        happened: `${by}, an admin of ${workspace}, removed your passkey ${quoted(passkeys[0])}. You can sign in by email and add a passkey again.`,
      }
    : {
        title: `${by} removed your passkeys`,
        happened: `${by}, an admin of ${workspace}, removed your ${count(passkeys.length, 'passkey')}. You can sign in by email and add a passkey again.`,
      }

export const seePasskeys = 'See your passkeys'
