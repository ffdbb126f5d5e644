import { Code } from './parts/layout.tsx'
import { PlainEmail } from './parts/plain-email.tsx'
import { type SignInCodeProps, signInCodeWords } from './words/sign-in-code-words.ts'

export const subject = (props: SignInCodeProps): string => signInCodeWords(props).subject

/** The second step on a new device. The code stands in no subject, which telephones show while locked. */
export const SignInCode = (props: SignInCodeProps) => (
  <PlainEmail words={signInCodeWords(props)} from={props.workspace}>
    <Code>{props.code}</Code>
  </PlainEmail>
)
