import { participantRoleNames } from '#emails/parts/participant-role-words.ts'
import { factsWords } from '#emails/parts/list-words.ts'
import type { MemberRole, ParticipantRole } from './roles.ts'

/** The roles within a sentence or as a tag. Apart from the heads and hints in `role-words.ts`, which the plan page does not need. */
const roleNames: Record<MemberRole | ParticipantRole, string> = {
  ...participantRoleNames,
  admin: 'admin',
  rep: 'rep',
  'account manager': 'account manager',
  services: 'services',
  support: 'support',
  marketing: 'marketing',
}

const names = new Map<string, string>(Object.entries(roleNames))

/** @param role as stored; one that this version does not know keeps its stored name */
export const roleName = (role: string): string => names.get(role) ?? role

/** "admin, rep". @param roles as stored */
export const roleNameList = (roles: readonly string[]): string => factsWords(roles.map(roleName))
