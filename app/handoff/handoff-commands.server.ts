import { acceptHandoff } from './lead/accept-handoff.server.ts'
import { offerHandoff } from './lead/offer-handoff.server.ts'
import { sendBackHandoff } from './lead/send-back-handoff.server.ts'
import { withdrawHandoff } from './lead/withdraw-handoff.server.ts'

/** The commands of handoffs, as part of `commands/command-registry.server.ts`. */
export const handoffCommands = {
  'accept-handoff': acceptHandoff,
  'offer-handoff': offerHandoff,
  'send-back-handoff': sendBackHandoff,
  'withdraw-handoff': withdrawHandoff,
}
