import { longDate } from '#app/ui/date-words.ts'
import { factsWords } from '#emails/parts/list-words.ts'
import { sentenceParts } from '#app/ui/sentence-parts.ts'
import { labels } from '#app/kit/label-words.ts'
import { pageNames } from '#app/kit/page-name-words.ts'
import { mainPageNames } from '#app/kit/main-page-name-words.ts'

/** What a key is for, and who created it and when. */
export const keyOriginWords = <Value>({
  scopes,
  member,
  created,
}: {
  scopes: string[]
  member: Value
  created: Value
}) => sentenceParts`For ${factsWords(scopes)}, created by ${member} ${created}.`

export const keyMadeWords = <Name>(name: Name) =>
  sentenceParts`Key ${name} created. Copy it now. It is not shown again.`

export const madeKeyWords = {
  copy: 'Copy key',
  copied: 'Copied.',
  notCopied: 'Your browser did not copy it. Please select the key and copy it.',
}

/** When a key was last used. */
export const keyUseWords = <Time>(lastUsed: Time | null) =>
  lastUsed === null ? ['Never used.'] : sentenceParts`Last used ${lastUsed}.`

/** Until which day a key works, in UTC. */
export function keyExpiryWords(expiresAt: string | null, isExpired: boolean): string {
  if (expiresAt === null) return 'Never expires.'
  const day = longDate(expiresAt.slice(0, 10))
  return isExpired ? `Expired on ${day}.` : `Expires on ${day}.`
}

/** Marks a key that no longer works. */
export const keyStateTags = { expired: 'expired', revoked: 'revoked' }

export const revokeNowWords = (key: string): string => `Revoke now: ${key}`

export const keyFormWords = {
  name: labels.name,
  nameHint: 'The program that will use it',
  expires: 'Expires',
  after30Days: 'After 30 days',
  after90Days: 'After 90 days',
  afterAYear: 'After a year',
  never: 'Never',
  permissions: pageNames.permissions,
  mayCalculate: 'Calculate schedules (POST /api/v1/schedule)',
  creating: 'Creating…',
  create: 'Create key',
}

export const keyListWords = {
  title: pageNames.apiKeys,
  revoke: 'Revoke',
  revokeHint: 'Programs that use this key stop working right away. You can’t undo this.',
  revoking: 'Revoking…',
  revokeNow: 'Revoke now',
}

export const keyRefusals = {
  chooseOne: 'Please choose at least one.',
  tooMany: (most: number): string => `A workspace can have at most ${most} active keys. Please revoke one first.`,
}

export const keysPageWords = {
  title: pageNames.apiKeys,
  workspace: mainPageNames.workspace,
  intro:
    'Other programs use API keys to access Firstwin. A key acts for the member who created it and stops working when that member is removed.',
  empty: 'No API keys yet',
  emptyHint: 'Create one for each program, so that you can revoke them one by one.',
  create: 'Create a key',
}
