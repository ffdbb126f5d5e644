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
