import { withoutFullStop } from '#app/kit/plain-text.ts'
import { quoted } from '#app/ui/name-words.ts'

/** A title or a statement within a sentence, without its full stop; a name keeps its own. */
export const quotedTitle = (subject: string): string => quoted(withoutFullStop(subject))
