import type { Stage } from './stages.ts'

/** The stages of a plan as people read them. */
export const stageNames: Record<Stage, string> = {
  Discovery: 'Discovery',
  Purchase: 'Purchase',
  Implementation: 'Implementation',
  Rollout: 'Rollout',
  Value: 'Value',
}
