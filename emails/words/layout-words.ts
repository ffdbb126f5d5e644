import type { EmailAnswers } from '../parts/workspace-look.ts'

/** What every email says beside its own texts. */
export const layoutWords = {
  choices: 'Choose which emails you get, or stop them.',
  addressOfButton: 'If the button does not work, copy this address into your browser:',
}

/** What becomes of an answer to the email. */
export function answersWords({ tasksToMark, seenBy }: EmailAnswers): string {
  const seen = seenBy === null ? 'both companies see it' : `only ${seenBy} sees it`
  if (tasksToMark === 0) return `A copy of your reply is added to the plan, where ${seen}.`
  const marks =
    tasksToMark === 1
      ? 'Reply “done” to mark the task as done.'
      : 'Reply “done” and the number of a task, such as “done 2”, to mark it as done.'
  return `${marks} A copy of any other reply is added to the plan, where ${seen}.`
}

/** What a person wrote. */
export const quoteWords = (text: string): string => `“${text}”`

/** Below the name of a sender: "Account manager, Brightline". */
export const positionWords = (title: string | null, company: string): string =>
  title ? `${title}, ${company}` : company
