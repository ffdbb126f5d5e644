import { PlainEmail } from './parts/plain-email.tsx'
import { type SignInProps, signInWords } from './words/sign-in-words.ts'

export const subject = (props: SignInProps): string => signInWords(props).subject

/** Lets a person in again. */
export const SignIn = (props: SignInProps) => (
  <PlainEmail words={signInWords(props)} from={props.workspace} link={props.link} />
)
