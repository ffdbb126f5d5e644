/** The stages of every plan as they are stored, always these five, in this order. */
export const stages = ['Discovery', 'Purchase', 'Implementation', 'Rollout', 'Value'] as const
export type Stage = (typeof stages)[number]

/** The stage that a new milestone most likely belongs to. */
export const likelyStage: Stage = 'Implementation'

export const planStates = ['rough', 'agreed', 'under way', 'won', 'lost'] as const
export type PlanState = (typeof planStates)[number]

const endedStates: readonly PlanState[] = ['won', 'lost']

/** Whether a plan is won or lost: nothing on it is due any longer. Archived is apart from that. */
export const hasEnded = ({ state }: { state: PlanState }): boolean => endedStates.includes(state)

/** Whether both sides have agreed and now work on a plan: its page is a working document, no longer a proposal. */
export const isWorkedOn = ({ state, archived }: { state: PlanState; archived: boolean }): boolean =>
  !archived && (state === 'agreed' || state === 'under way')

/** Whether no one works on a plan now: it has ended, or is archived. */
export const isPlanOver = (plan: { state: PlanState; archived: boolean }): boolean => hasEnded(plan) || plan.archived
