import type { RichText } from './rich-text.ts'

/** All that one email says; a second language is a second set of these. */
export type EmailWords = {
  /** One line. */
  subject: string
  /** The line beside the subject in a list of emails. */
  preview: string
  title: string
  paragraphs: readonly RichText[]
  /** What the button says; undefined where there is none. */
  button?: string
  /** Why this came, and what may be ignored. */
  fine: string
}
