import { z } from 'zod'
import { pastedAddress } from '#app/kit/email-address.ts'
import { requiredId, requiredText } from '#app/kit/field-schemas.ts'
import { oneLine } from '#app/kit/plain-text.ts'
import { erasureRefusals } from './erasure-words.ts'

/** The person, and their name or address again, typed by the person who erases them. */
export const erasePersonInput = z.object({
  personId: requiredId(),
  confirmation: requiredText(254, erasureRefusals.typeName),
})

export type Erasable = {
  kind: 'member' | 'participant'
  id: string
  name: string
  email: string
  /** Of a member: when they were removed from the workspace. */
  removedAt: Date | null
}

/** Whether what was typed names this person. An address may be written as people write it, its domain not in ASCII. */
export const isErasureConfirmedBy = ({ name, email }: Pick<Erasable, 'name' | 'email'>, typed: string): boolean =>
  oneLine(name).toLowerCase() === oneLine(typed).toLowerCase() || email.toLowerCase() === pastedAddress(typed)
