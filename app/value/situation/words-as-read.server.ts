import type { PostedValues } from '#app/runner/reply.ts'
import { seenIn } from '#app/runner/submit.server.ts'

/** What the form that confirms a sheet asks for: the words as they were read, which it carries once, and those chosen since. */
export const wordsAsRead = (values: PostedValues): Record<string, unknown> => ({ ...seenIn(values), ...values })
