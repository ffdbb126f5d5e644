import { isolateDirection } from '#app/kit/plain-text.ts'
import type { MilestoneProof } from './compute-plan.ts'

/** How forms, conflicts, the activity and the plan call what a milestone asks for before it is reached. */
export const milestoneEvidenceLabels = {
  exitEvidence: 'Exit evidence',
  evidence: 'Evidence',
  passedWithout: 'Passed without evidence',
  gate: 'Gate',
}

/** What stands below a milestone: its evidence, why it was passed without, or what is still needed. */
export function milestoneEvidenceWords({ asks, proof }: { asks: string; proof: MilestoneProof | null }): string {
  if (!proof) return `Evidence needed: ${isolateDirection(asks)}`
  const text = isolateDirection(proof.text)
  return proof.kind === 'evidence' ? `Evidence: ${text}` : `Passed without evidence: ${text}`
}

export const recordEvidenceWords = {
  link: 'Record evidence',
  label: (milestone: string): string => `Record evidence for ${milestone}`,
}

/** A milestone before which later stages cannot go on. */
export const gateTag = 'gate'
