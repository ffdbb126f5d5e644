/** What can be wrong between what a customer needs, what was promised, and what was sold, in the order of a sale. */
export const mismatches = ['not promised', 'not in the contract', 'on no task', 'not accepted'] as const
export type Mismatch = (typeof mismatches)[number]

export type CapabilityState = {
  isPromised: boolean
  inContract: boolean
  /** Someone with the right has said why it is not in the contract. */
  isLeftOut: boolean
  tasks: number
  isDelivered: boolean
  isAccepted: boolean
}

/**
 * Where a capability does not fit together: needed but not promised, promised but not in the contract, in the contract but on no task, delivered
 * but not accepted. What was left out of the contract on purpose is settled; what was delivered needs no promise and no task any longer.
 */
export function mismatchesOf(it: CapabilityState): Mismatch[] {
  const found: Record<Mismatch, boolean> = {
    'not promised': !it.isPromised && !it.inContract && !it.isLeftOut && !it.isDelivered,
    'not in the contract': it.isPromised && !it.inContract && !it.isLeftOut,
    'on no task': it.inContract && it.tasks === 0 && !it.isDelivered,
    'not accepted': it.isDelivered && !it.isAccepted,
  }
  return mismatches.filter((one) => found[one])
}
