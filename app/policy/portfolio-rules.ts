import { customers, editors } from './editors-and-others.ts'

/** Who may make plans of the workspace, by hand or from a file, and take them away as files. */

const planMakers = ['rep', 'admin', 'account manager'] as const

export const portfolioCommandRules = {
  'create-plan': { scope: 'workspace', who: planMakers },
  'import-plan': { scope: 'workspace', who: planMakers },
} as const

export const portfolioPageRules = {
  plans: ['member'],
  search: ['member'],
  'accounts/:customerId': ['member'],
  'plans/new': planMakers,
  'plans/import': planMakers,
  'plans/export': ['member'],
  'plans/:planId/notes': editors,
  'plans/:planId/export': ['member', ...customers],
  'plans/:planId/export/file': ['member', ...customers],
} as const
