/** How far something that a customer needs has come: what is not in the contract was asked for and not bought. */
export type CapabilityStage = 'asked for' | 'sold' | 'delivered' | 'accepted'

type Stored = { inContract: boolean; deliveredOn: string | null; acceptedOn: string | null }

export function capabilityStageOf({ inContract, deliveredOn, acceptedOn }: Stored): CapabilityStage {
  if (!inContract) return 'asked for'
  if (acceptedOn !== null) return 'accepted'
  return deliveredOn === null ? 'sold' : 'delivered'
}
