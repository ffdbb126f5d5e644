import { possessive } from '#app/ui/name-words.ts'

/** What the other side reads instead of the title of a private task. @param company whose task it is */
export const privateTaskWords = (company: string): string => `a task of ${possessive(company)} own`
