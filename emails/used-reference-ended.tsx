import { PlainEmail } from './parts/plain-email.tsx'
import { type UsedReferenceEndedProps, usedReferenceEndedWords } from './words/used-reference-ended-words.ts'

export const subject = (props: UsedReferenceEndedProps): string => usedReferenceEndedWords(props).subject

/** Tells a member who used a reference that its consent has ended, and what they noted of it. */
export const UsedReferenceEnded = (props: UsedReferenceEndedProps) => (
  <PlainEmail words={usedReferenceEndedWords(props)} from={props.workspace} link={props.link} />
)
