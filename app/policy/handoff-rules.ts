import { customers, editors, keepers, participantEditors, vendorEditors } from './editors-and-others.ts'

/** Who may say what was sold, and pass on the lead of a plan, as part of `policy.ts`. */
export const handoffCommandRules = {
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
  'offer-handoff': { scope: 'plan', who: keepers, onClosedPlan: true },
  'withdraw-handoff': { scope: 'plan', who: keepers, onClosedPlan: true },
  // Who was asked.
  'accept-handoff': { scope: 'plan', who: ['member'], onClosedPlan: true },
  'send-back-handoff': { scope: 'plan', who: ['member'], onClosedPlan: true },
} as const

/** Everyone on the plan reads what was sold, since nothing after the sale should have to be asked. */
export const handoffPageRules = {
  'plans/:planId/sold': ['member', ...customers],
  'plans/:planId/sold/:capabilityId': ['member', ...customers],
  'plans/:planId/handoff': ['member'],
} as const
