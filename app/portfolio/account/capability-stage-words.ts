import { labels } from '#app/kit/label-words.ts'
import type { CapabilityStage } from './capability-stage.ts'

/** How far a capability has come, as a label. */
export const capabilityStageWords: Record<CapabilityStage, string> = {
  'asked for': 'Asked for, not bought',
  sold: labels.inContract,
  delivered: 'Delivered',
  accepted: 'Accepted',
}
