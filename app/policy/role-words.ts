import type { Standing } from './policy.ts'
import type { MemberRole, ParticipantRole, WaitingRole } from './roles.ts'

/** The roles as column heads. Others are no columns: each member is `member`, and notes mention the rest. */
export const roleWords: Record<MemberRole | ParticipantRole | WaitingRole | 'lead' | 'team' | 'confirmer', string> = {
  admin: 'Admin',
  rep: 'Rep',
  'account manager': 'Account manager',
  services: 'Services',
  support: 'Support',
  marketing: 'Marketing',
  lead: 'Lead',
  team: 'Team',
  champion: 'Champion',
  contributor: 'Contributor',
  viewer: 'Viewer',
  'waiting contributor': 'Contributor, not yet accepted',
  'waiting viewer': 'Viewer, not yet accepted',
  confirmer: 'Can confirm',
} satisfies Partial<Record<Standing, string>>

/** What each role of a member is for, beside its checkbox. */
export const memberRoleHints: Record<MemberRole, string> = {
  admin: 'Admin: members, settings, every plan',
  rep: 'Rep: wins the deal',
  'account manager': 'Account manager: grows the account',
  services: 'Services: implements the project',
  support: 'Support: helps customers with questions',
  marketing: 'Marketing: hears about wins, manages references',
}

/** What each role of a participant may do, below the select. */
const participantRoleHints: Record<ParticipantRole, string> = {
  champion: 'Champion: leads the plan for the customer.',
  contributor: 'Contributor: edits the plan and checks off tasks.',
  viewer: 'Viewer: can view the plan.',
}

/** The same for every role that can be chosen. */
export const participantRoleHint = (roles: readonly ParticipantRole[]): string =>
  roles.map((role) => participantRoleHints[role]).join(' ')
