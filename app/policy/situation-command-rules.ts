import { customers, vendorEditors } from './editors-and-others.ts'

/** Who may write, share and confirm what was heard, as part of `policy.ts`. */
export const situationCommandRules = {
  'save-situation': { scope: 'plan', who: vendorEditors },
  'share-situation': { scope: 'plan', who: vendorEditors },
  'confirm-situation': { scope: 'plan', who: customers },
  'mark-key-person': { scope: 'plan', who: [...vendorEditors, 'champion'] },
  'change-situation': { scope: 'plan', who: customers },
} as const
