import type { RichText } from './rich-text.ts'

/** All texts of one email; another language is another set of these. */
export type EmailWords = {
  /** One line. */
  subject: string
  title: string
  /** None where the name is not known. */
  greeting: RichText | undefined
  /** The first line: what the reader can do, or that there is nothing to do. It stands beside the subject in a list of emails, too. */
  todo: RichText
  /** What happened, and what else to know. */
  paragraphs: readonly RichText[]
  /** The text of the button; undefined if there is none. */
  button?: string
  /** What happens if the reader does nothing. */
  otherwise: string
  /** Why the reader gets this email, and when to ignore it. */
  fine: string
}
