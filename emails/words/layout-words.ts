import type { EmailAnswers } from '../parts/workspace-look.ts'

/** What every email says beside its own texts. */
export const layoutWords = {
  choices: 'Choose which emails you get, or stop them.',
  addressOfButton: 'If the button does not work, copy this address into your browser:',
}

/** What becomes of an answer to the email. */
export function answersWords({ marksDone, seenBy }: EmailAnswers): string {
  const seen = seenBy === null ? 'both companies see it' : `only ${seenBy} sees it`
  return marksDone
    ? `Reply “done” to mark the task as done. A copy of any other reply is added to the plan, where ${seen}.`
    : `A copy of your reply is added to the plan, where ${seen}.`
}

/** What a person wrote. */
export const quoteWords = (text: string): string => `“${text}”`

/** Below the name of a sender: "Account manager, Brightline". */
export const positionWords = (title: string | null, company: string): string =>
  title ? `${title}, ${company}` : company
