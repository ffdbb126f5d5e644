import { z } from 'zod'
import { pastedAddress } from '#app/kit/email-address.ts'
import { id, text } from '#app/kit/fields.ts'
import { oneLine } from '#app/kit/plain-text.ts'

/** The person, and their name or address again, typed by the person who erases them. */
export const erasePersonInput = z.object({
  personId: id(),
  confirmation: text(254, 'Please type the person’s name or email address.'),
})

export type Erasable = {
  kind: 'member' | 'participant'
  id: string
  name: string
  email: string
  /** Of a member: when they were removed from the workspace. */
  removedAt: Date | null
}

/** What an erased person is called from then on, in every text; the function in the database says the same. */
export const erasedName = ({ kind }: Pick<Erasable, 'kind'>): string =>
  kind === 'member' ? 'Former member' : 'Former participant'

/** Whether what was typed names this person. An address may be written as people write it, its domain not in ASCII. */
export const isConfirmedBy = ({ name, email }: Pick<Erasable, 'name' | 'email'>, typed: string): boolean =>
  oneLine(name).toLowerCase() === oneLine(typed).toLowerCase() || email.toLowerCase() === pastedAddress(typed)
