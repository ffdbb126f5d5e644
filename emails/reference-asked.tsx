import { PlainEmail } from './parts/plain-email.tsx'
import { type ReferenceAskedProps, referenceAskedWords } from './words/reference-asked-words.ts'

export const subject = (props: ReferenceAskedProps): string => referenceAskedWords(props).subject

/** Asks the champion once whether they would be a reference. */
export const ReferenceAsked = (props: ReferenceAskedProps) => (
  <PlainEmail words={referenceAskedWords(props)} from={props.workspace} link={props.link} />
)
