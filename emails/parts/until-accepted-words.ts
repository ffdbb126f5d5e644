import { type RichText, rich } from './rich-text.ts'

/** What a person cannot do until the champion accepts them; for several people if no name is given. */
export const untilAcceptedWords = (vendor: string, name: string | null): RichText =>
  name === null
    ? rich`Your side’s private tasks stay hidden from them until you accept them. Only accept people from your own company, never anyone from ${vendor}.`
    : rich`Your side’s private tasks stay hidden from ${name} until you accept this person. Only accept people from your own company, never anyone from ${vendor}.`
