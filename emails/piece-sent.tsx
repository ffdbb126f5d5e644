import { PlainEmail } from './parts/plain-email.tsx'
import { type PieceSentProps, pieceSentWords } from './words/piece-sent-words.ts'

export const subject = (props: PieceSentProps): string => pieceSentWords(props).subject

/** Asks the champion to approve a quote or a case study word for word. */
export const PieceSent = (props: PieceSentProps) => (
  <PlainEmail words={pieceSentWords(props)} from={props.workspace} link={props.link} />
)
