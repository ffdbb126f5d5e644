import type { PostedValues } from '#app/runner/reply.ts'
import { seenValuesIn } from '#app/runner/submit.server.ts'

/** What the form that confirms a situation asks for: the words as they were read, which it carries once, and those chosen since. */
export const wordsAsRead = (values: PostedValues): Record<string, unknown> => ({ ...seenValuesIn(values), ...values })
