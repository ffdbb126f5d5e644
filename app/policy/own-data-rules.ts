import { customers } from './editors-and-others.ts'

/** People of the customer, also once they have left the plan or it is archived. */
const themselves = [...customers, 'former'] as const

/** Who reads what is kept of them, has a copy of it and takes it back, as part of `policy.ts`. */
export const ownDataCommandRules = {
  'ask-for-erasure': { scope: 'plan', who: themselves, onClosedPlan: true },
  'export-own-data': { scope: 'plan', who: themselves, onClosedPlan: true },
  'withdraw-situation': { scope: 'plan', who: themselves, onClosedPlan: true },
  'leave-card': { scope: 'plan', who: themselves },
  'return-to-card': { scope: 'plan', who: customers },
} as const

export const ownDataPageRules = {
  'plans/:planId/your-data': themselves,
  'plans/:planId/your-data/export': themselves,
} as const
