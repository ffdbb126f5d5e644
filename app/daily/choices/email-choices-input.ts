import { z } from 'zod'
import { oneOf, someOf, timeZone } from '#app/kit/field-schemas.ts'
import { emailRhythms } from '../email-rhythms.ts'
import { emailTopics } from '#app/outbox/email-topics.ts'

/** What a person chooses about their emails; what is left out stays as it is. */
export const emailChoicesInput = z.object({
  rhythm: oneOf(emailRhythms).optional(),
  /** Empty for that of the plan. */
  timeZone: z.literal('').or(timeZone()).optional(),
  topics: someOf(emailTopics).optional(),
})
