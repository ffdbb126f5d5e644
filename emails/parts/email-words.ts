import type { RichText } from './rich-text.ts'

/** All texts of one email; another language is another set of these. */
export type EmailWords = {
  /** One line. */
  subject: string
  /** The preview line beside the subject in a list of emails. */
  preview: string
  title: string
  paragraphs: readonly RichText[]
  /** The text of the button; undefined if there is none. */
  button?: string
  /** What happens if the reader does nothing. */
  otherwise: string
  /** Why the reader gets this email, and when to ignore it. */
  fine: string
}
