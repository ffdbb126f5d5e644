import type { MemberRole } from '#app/policy/roles.ts'

/** The roles that wins and references are credited to, in the order in which they are listed. */
export const creditedRoles = ['rep', 'account manager', 'services'] as const satisfies MemberRole[]
export type CreditedRole = (typeof creditedRoles)[number]

export const isCreditedRole = (role: string): role is CreditedRole =>
  (creditedRoles as readonly string[]).includes(role)
