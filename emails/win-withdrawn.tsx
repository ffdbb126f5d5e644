import { PlainEmail } from './parts/plain-email.tsx'
import { type WinWithdrawnProps, winWithdrawnWords } from './words/win-withdrawn-words.ts'

export const subject = (props: WinWithdrawnProps): string => winWithdrawnWords(props).subject

/** Tells everyone who was told about a win that its confirmation was withdrawn. */
export const WinWithdrawn = (props: WinWithdrawnProps) => (
  <PlainEmail words={winWithdrawnWords(props)} from={props.workspace} link={props.link} />
)
