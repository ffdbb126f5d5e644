import { profileSetters, referenceKeepers } from './editors-and-others.ts'

/** Who may do what with references, as part of `policy.ts`. */
export const referenceCommandRules = {
  'set-account-profile': { scope: 'plan', who: profileSetters, onClosedPlan: true },
  'answer-reference': { scope: 'plan', who: ['champion', 'consenter'], onClosedPlan: true },
  'request-call': { scope: 'plan', who: ['member'] },
  'cancel-request': { scope: 'plan', who: ['member'], onClosedPlan: true },
  'note-outcome': { scope: 'plan', who: ['member'], onClosedPlan: true },
  'describe-reference': { scope: 'plan', who: ['marketing', 'admin'], onClosedPlan: true },
  'accept-request': { scope: 'plan', who: ['champion'] },
  'decline-request': { scope: 'plan', who: ['champion'] },
  'give-consent': { scope: 'plan', who: ['champion'], onClosedPlan: true },
  'ask-for-reference': { scope: 'plan', who: referenceKeepers },
  'ask-for-logo': { scope: 'plan', who: referenceKeepers },
  'take-reference': { scope: 'plan', who: ['marketing'], onClosedPlan: true },
  'write-piece': { scope: 'plan', who: referenceKeepers },
  'send-piece': { scope: 'plan', who: referenceKeepers },
  'answer-piece': { scope: 'plan', who: ['champion'] },
  'note-use': { scope: 'plan', who: ['member'], onClosedPlan: true },
  'remove-use': { scope: 'plan', who: ['member'], onClosedPlan: true },
} as const

export const referencePageRules = {
  references: ['member'],
  'references/export': ['member'],
  'references/library': ['member'],
  'plans/:planId/library': ['member'],
  'references/credit': ['member'],
  'references/credit/export': ['member'],
  'plans/:planId/customer': profileSetters,
  'plans/:planId/reference': ['champion', 'consenter'],
  'plans/:planId/reference/use': ['member'],
  'plans/:planId/reference/logo': ['member', 'champion', 'consenter'],
  'plans/:planId/reference/pieces/:piece': ['champion'],
  'plans/:planId/calls': ['champion'],
  'plans/:planId/calls/:requestId/file': ['champion', 'member'],
} as const
