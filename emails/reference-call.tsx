import { PlainEmail } from './parts/plain-email.tsx'
import { type ReferenceCallProps, referenceCallWords } from './words/reference-call-words.ts'

export const subject = (props: ReferenceCallProps): string => referenceCallWords(props).subject

/** Tells the champion and the member who asked what became of a request for a reference call. */
export const ReferenceCall = (props: ReferenceCallProps) => (
  <PlainEmail words={referenceCallWords(props)} from={props.workspace} link={props.link} />
)
