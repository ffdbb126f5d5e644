import { PlainEmail } from './parts/plain-email.tsx'
import { type WinConfirmedProps, winConfirmedWords } from './words/win-confirmed-words.ts'

export const subject = (props: WinConfirmedProps): string => winConfirmedWords(props).subject

/** Tells everyone who worked on a plan that its first win is confirmed. */
export const WinConfirmed = (props: WinConfirmedProps) => (
  <PlainEmail words={winConfirmedWords(props)} from={props.workspace} link={props.link} />
)
