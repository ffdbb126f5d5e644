import { count } from '#app/ui/amount-words.ts'
import { signInCodeTitle } from '#emails/words/sign-in-code-words.ts'

/** Said beside the field when a code was wrong. @param left attempts before the code stops working */
export const wrongCodeWords = (left: number): string =>
  `This code is not correct. You have ${count(left, 'attempt')} left.`

/** Why a code is asked for, and where it is. */
export const askForCodeWords = (workspace: string): string =>
  `${workspace} asks for a code on new devices. It is sent to the same email address as your link and expires in ten minutes.`

export const codeWords = {
  title: 'New device',
  code: 'Code',
  codeHint: 'Six digits',
  pageTitle: signInCodeTitle,
  spent: 'This code no longer works.',
}
