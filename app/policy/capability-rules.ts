import { customers, editors, keepers, participantEditors, vendorEditors } from './editors-and-others.ts'

/** Who may say what was sold, as part of `policy.ts`. */
export const capabilityCommandRules = {
  'add-capability': { scope: 'plan', who: editors },
  'edit-capability': { scope: 'plan', who: editors },
  'remove-capability': { scope: 'plan', who: editors },
  'restore-capability': { scope: 'plan', who: editors },
  'promise-capability': { scope: 'plan', who: vendorEditors },
  'leave-out-capability': { scope: 'plan', who: keepers },
  'deliver-capability': { scope: 'plan', who: vendorEditors },
  'withdraw-delivery': { scope: 'plan', who: vendorEditors },
  'accept-capability': { scope: 'plan', who: participantEditors },
  'withdraw-acceptance': { scope: 'plan', who: participantEditors },
  'set-service': { scope: 'plan', who: vendorEditors },
} as const

/** Everyone on the plan reads it, since nothing after the sale should have to be asked. */
export const capabilityPageRules = {
  'plans/:planId/sold': ['member', ...customers],
  'plans/:planId/sold/:capabilityId': ['member', ...customers],
} as const
