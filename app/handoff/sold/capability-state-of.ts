import type { Selectable } from 'kysely'
import type { Capability } from '#db/schema.ts'
import type { CapabilityState } from './mismatches-of.ts'

type Stored = Pick<Selectable<Capability>, 'promisedBy' | 'inContract' | 'leftOutReason' | 'deliveredOn' | 'acceptedOn'>

/** How far a stored capability has come. @param tasks how many tasks of the plan deliver it */
export const capabilityStateOf = (stored: Stored, tasks: number): CapabilityState => ({
  isPromised: stored.promisedBy !== null,
  inContract: stored.inContract,
  isLeftOut: stored.leftOutReason !== null,
  tasks,
  isDelivered: stored.deliveredOn !== null,
  isAccepted: stored.acceptedOn !== null,
})
