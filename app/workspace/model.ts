import { z } from 'zod'
import { type MemberRole, memberRoles } from '#app/access/policy.ts'
import { emailAddress, id, someOf, text } from '#app/kit/fields.ts'

/** What each role of a member is for, in words for a form. */
export const roleWords: Record<MemberRole, string> = {
  admin: 'Admin: members, settings, every plan',
  rep: 'Rep: wins the deal',
  'account manager': 'Account manager: grows it',
  services: 'Services: implements it',
  support: 'Support: answers for it',
  marketing: 'Marketing: hears of wins, asks for references',
}

export const addMemberInput = z.object({
  name: text(200),
  email: emailAddress(),
  roles: someOf(memberRoles).refine((roles) => roles.length > 0, 'Choose at least one.'),
})

export const setRolesInput = z.object({ memberId: id(), roles: someOf(memberRoles) })

export const removeMemberInput = z.object({
  memberId: id(),
  /** Who takes over the plans; needed where there are any. */
  successorId: z.preprocess((value) => (value === '' || value === undefined ? null : value), z.nullable(id())),
})

export const changeWorkspaceInput = z.object({ name: text(200) })
