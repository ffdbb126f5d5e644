import { z } from 'zod'
import { emailAddress, id, oneOf, text, ticked } from '#app/kit/fields.ts'
import { participantRoles } from './policy.ts'

export const inviteInput = z.object({ name: text(200), email: emailAddress(), role: oneOf(participantRoles) })

export const participantInput = z.object({ participantId: id() })

export const confirmerInput = z.object({ participantId: id(), mayConfirm: ticked() })

/** Whether an address lies in one of the vendor's domains, or below it. */
export const isOfDomains = (email: string, domains: readonly string[]): boolean => {
  const domain = email.slice(email.lastIndexOf('@') + 1)
  return domains.some((it) => domain === it || domain.endsWith(`.${it}`))
}
