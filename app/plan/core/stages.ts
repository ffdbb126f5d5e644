/** The stages of every plan, always these five, in this order. */
export const stages = ['Discovery', 'Purchase', 'Implementation', 'Rollout', 'Value'] as const
export type Stage = (typeof stages)[number]

export const planStates = ['rough', 'agreed', 'under way', 'won', 'lost'] as const
export type PlanState = (typeof planStates)[number]
