import { Code } from './parts/layout.tsx'
import { PlainEmail } from './parts/plain-email.tsx'
import { type SignInCodeProps, signInCodeWords } from './words/sign-in-code-words.ts'

export const subject = (props: SignInCodeProps): string => signInCodeWords(props).subject

/** The code on a new device. It is not in the subject, which phones show while locked. */
export const SignInCode = (props: SignInCodeProps) => (
  <PlainEmail words={signInCodeWords(props)} from={props.workspace}>
    <Code>{props.code}</Code>
  </PlainEmail>
)
