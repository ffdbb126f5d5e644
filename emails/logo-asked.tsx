import { PlainEmail } from './parts/plain-email.tsx'
import { type LogoAskedProps, logoAskedWords } from './words/logo-asked-words.ts'

export const subject = (props: LogoAskedProps): string => logoAskedWords(props).subject

/** Asks the champion for the picture of the logo that they agreed to. */
export const LogoAsked = (props: LogoAskedProps) => (
  <PlainEmail words={logoAskedWords(props)} from={props.workspace} link={props.link} />
)
