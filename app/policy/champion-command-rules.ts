import { participantRoles } from './roles.ts'

/** Who may do what about who leads the plan for the customer. */
export const championCommandRules = {
  'hand-on-champion': { scope: 'plan', who: ['champion', 'admin'] },
  'propose-champion': { scope: 'plan', who: ['admin'] },
  'agree-to-champion': { scope: 'plan', who: ['champion'] },
  'decline-champion': { scope: 'plan', who: [...participantRoles, 'admin'], onClosedPlan: true },
  'name-next-champion': { scope: 'plan', who: ['lead', ...participantRoles] },
  'take-champion': { scope: 'plan', who: ['contributor', 'viewer'] },
  'complete-champion': { scope: 'plan', who: ['admin'] },
} as const
