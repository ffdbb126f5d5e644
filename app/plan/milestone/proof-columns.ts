import type { MilestoneProof } from '../core/compute-plan.ts'

/** A milestone's evidence, or the reason why it is passed without, as they are stored and told. */
export const proofColumns = (proof: MilestoneProof | null) => ({
  evidence: proof?.kind === 'evidence' ? proof.text : null,
  passedWithout: proof?.kind === 'reason' ? proof.text : null,
})
