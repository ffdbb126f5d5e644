import { createContext } from 'react'
import { emailColours } from './email-look.ts'

export type EmailAccent = { accent: string; onAccent: string; dark: { accent: string; onAccent: string } }

export type WorkspaceLook = {
  /** The colour of the button. */
  accent: EmailAccent
  /** The address of the picture beside the workspace's name. */
  logo: string | null
  /** The company of the plan that the email is about, where it has a picture, by its address. */
  customer: { name: string; logo: string } | null
  /** Where the reader chooses which emails they get, for those that they can do without. */
  choices: string | null
  /** What becomes of an answer to the email, where it takes any. */
  answers: EmailAnswers | null
}

/** How many tasks of the email "done" can mark, by their number where there are several, and the company that alone sees an answer, where not both do. */
export type EmailAnswers = { tasksToMark: number; seenBy: string | null }

/** How the workspace shows itself, where it has a colour or a picture of its own, and where its reader chooses. */
export const WorkspaceLookContext = createContext<WorkspaceLook>({
  accent: emailColours,
  logo: null,
  customer: null,
  choices: null,
  answers: null,
})
