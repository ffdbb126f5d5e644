import { PlainEmail } from './parts/plain-email.tsx'
import { type ReferenceDeclinedProps, referenceDeclinedWords } from './words/reference-declined-words.ts'

export const subject = (props: ReferenceDeclinedProps): string => referenceDeclinedWords(props).subject

/** Tells marketing that nothing may be used, at once where something could be until now. */
export const ReferenceDeclined = (props: ReferenceDeclinedProps) => (
  <PlainEmail words={referenceDeclinedWords(props)} from={props.workspace} link={props.link} />
)
