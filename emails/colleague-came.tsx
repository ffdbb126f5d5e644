import { PlainEmail } from './parts/plain-email.tsx'
import { type ColleagueCameProps, colleagueCameWords } from './words/colleague-came-words.ts'

export const subject = (props: ColleagueCameProps): string => colleagueCameWords(props).subject

/** Tells the champion that a person joined by the company's email domain. */
export const ColleagueCame = (props: ColleagueCameProps) => (
  <PlainEmail words={colleagueCameWords(props)} from={props.workspace} link={props.link} />
)
