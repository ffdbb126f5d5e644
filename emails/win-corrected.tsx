import { PlainEmail } from './parts/plain-email.tsx'
import { type WinCorrectedProps, winCorrectedWords } from './words/win-corrected-words.ts'

export const subject = (props: WinCorrectedProps): string => winCorrectedWords(props).subject

/** Tells everyone who was told about a win that it was corrected. */
export const WinCorrected = (props: WinCorrectedProps) => (
  <PlainEmail words={winCorrectedWords(props)} from={props.workspace} link={props.link} />
)
