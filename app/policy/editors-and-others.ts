import { participantRoles, waitingRoles } from './roles.ts'

/** Standings that the table of permissions names together. */

export const editors = ['lead', 'team', 'admin', 'champion', 'contributor', 'waiting contributor'] as const
/** Who of the customer works on the plan, once accepted. */
export const participantEditors = ['champion', 'contributor'] as const
export const inviters = ['champion', 'lead', 'team'] as const
export const vendorEditors = ['lead', 'team', 'admin'] as const
export const customers = [...participantRoles, ...waitingRoles] as const
/** Who decides whether a plan continues, and who works on it. */
export const keepers = ['lead', 'admin'] as const
/** Who chooses the customer’s logo: the vendor’s team, and of the customer the champion alone. */
export const logoSetters = [...vendorEditors, 'champion'] as const
/** Who says in which industry and region the customer is. */
export const profileSetters = [...vendorEditors, 'marketing'] as const
/** Who of the vendor writes of a win, and asks for it to be a reference. */
export const referenceKeepers = ['marketing', 'lead', 'admin'] as const
export const confirmers = ['champion', 'confirmer'] as const
/** Who writes in the conversation: all who read the plan. */
export const talkers = ['member', ...customers] as const
