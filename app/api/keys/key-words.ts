import { longDate } from '#app/ui/date-words.ts'
import { sentenceParts } from '#app/ui/sentence-parts.ts'

/** What a key is for, and who created it and when. */
export const keyOriginWords = <Value>({
  scopes,
  member,
  created,
}: {
  scopes: string[]
  member: Value
  created: Value
}) => sentenceParts`For ${scopes.join(', ')}, created by ${member} ${created}.`

export const keyMadeWords = <Name>(name: Name) =>
  sentenceParts`Key ${name} created. Copy it now. It is not shown again.`

/** When a key was last used. */
export const keyUseWords = <Time>(lastUsed: Time | null) =>
  lastUsed === null ? ['Never used.'] : sentenceParts`Last used ${lastUsed}.`

/** Until which day a key works, in UTC. */
export function keyExpiryWords(expiresAt: string | null, isExpired: boolean): string {
  if (expiresAt === null) return 'Never expires.'
  const day = longDate(expiresAt.slice(0, 10))
  return isExpired ? `Expired on ${day}.` : `Expires on ${day}.`
}

export const revokeNowWords = (key: string): string => `Revoke now: ${key}`
