import { type RichText, rich } from './rich-text.ts'

/** What a person cannot do until the champion accepts them; for several people if no name is given. */
export const untilAcceptedWords = (vendor: string, name: string | null): RichText =>
  name === null
    ? rich`Until you accept them, they can’t see your side’s private tasks. Only accept people from your own company, never anyone from ${vendor}.`
    : rich`Until you accept ${name}, ${name} can’t see your side’s private tasks. Only accept people from your own company, never anyone from ${vendor}.`
