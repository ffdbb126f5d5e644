import { possessive } from '#app/ui/name-words.ts'

/** What the other side reads instead of the title of a private task. @param company whose task it is */
export const privateTaskWords = (company: string): string => `a task of ${possessive(company)} own`

/** @param company whose people alone see it */
export const privateToWords = (company: string): string => `Private to ${company}`

/** @param company whose people alone see it */
export const visibleOnlyWords = (company: string): string => `Visible to ${company} only.`

/** A private task’s tag. @param company whose people alone see it */
export const visibleOnlyTag = (company: string): string => `visible to ${company} only`
