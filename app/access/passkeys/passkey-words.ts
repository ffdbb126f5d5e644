import { sentenceParts } from '#app/ui/sentence-parts.ts'

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
    ? `${workspace} signs in at your company, so passkeys do not let you in. They work again when your admins no longer require that.`
    : `${workspace} signs in at your company, so passkeys do not let you in.`

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
