import { acceptCapability } from './sold/accept-capability.server.ts'
import { addCapability } from './sold/add-capability.server.ts'
import { deliverCapability } from './sold/deliver-capability.server.ts'
import { editCapability } from './sold/edit-capability.server.ts'
import { leaveOutCapability } from './sold/leave-out-capability.server.ts'
import { promiseCapability } from './sold/promise-capability.server.ts'
import { removeCapability } from './sold/remove-capability.server.ts'
import { restoreCapability } from './sold/restore-capability.server.ts'
import { setService } from './sold/set-service.server.ts'
import { withdrawAcceptance } from './sold/withdraw-acceptance.server.ts'
import { withdrawDelivery } from './sold/withdraw-delivery.server.ts'

/** The commands of what was sold, as part of `commands/command-registry.server.ts`. */
export const capabilityCommands = {
  'accept-capability': acceptCapability,
  'add-capability': addCapability,
  'deliver-capability': deliverCapability,
  'edit-capability': editCapability,
  'leave-out-capability': leaveOutCapability,
  'promise-capability': promiseCapability,
  'remove-capability': removeCapability,
  'restore-capability': restoreCapability,
  'set-service': setService,
  'withdraw-acceptance': withdrawAcceptance,
  'withdraw-delivery': withdrawDelivery,
}
