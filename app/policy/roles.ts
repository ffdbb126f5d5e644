/** The roles of people: members of the vendor in a workspace, participants of the customer on a plan. */

export const memberRoles = ['admin', 'rep', 'account manager', 'services', 'support', 'marketing'] as const
export type MemberRole = (typeof memberRoles)[number]

const isMemberRole = (role: string): role is MemberRole => (memberRoles as readonly string[]).includes(role)

/** A member's stored roles. A role that this version does not know, such as one of a newer version, gives no rights. */
export const storedRoles = (stored: readonly string[]): MemberRole[] => stored.filter(isMemberRole)

export const participantRoles = ['champion', 'contributor', 'viewer'] as const
export type ParticipantRole = (typeof participantRoles)[number]

/** @throws Error for a role that this version does not know */
export function storedParticipantRole(stored: string): ParticipantRole {
  const role = participantRoles.find((it) => it === stored)
  if (!role) throw new Error('A participant has a role that this version does not know.')
  return role
}

/**
 * The role of a participant added by the vendor, or joined by an email domain that the vendor named, until the champion accepts
 * them: they see shared content only. A champion never waits.
 */
export const waitingRoles = ['waiting contributor', 'waiting viewer'] as const
export type WaitingRole = (typeof waitingRoles)[number]
