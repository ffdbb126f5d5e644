import { profileSetters } from './editors-and-others.ts'

/** Who may do what with references, as part of `policy.ts`. */
export const referenceCommandRules = {
  'set-account-profile': { scope: 'plan', who: profileSetters, closedToo: true },
  'answer-reference': { scope: 'plan', who: ['champion', 'consenter'], closedToo: true },
  'give-consent': { scope: 'plan', who: ['champion'], closedToo: true },
} as const

export const referencePageRules = {
  references: ['member'],
  'references/credit': ['member'],
  'references/credit/export': ['member'],
  'plans/:planId/customer': profileSetters,
  'plans/:planId/reference': ['champion', 'consenter'],
} as const
