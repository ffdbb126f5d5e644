import { PlainEmail } from './parts/plain-email.tsx'
import { type ReferenceAgreedProps, referenceAgreedWords } from './words/reference-agreed-words.ts'

export const subject = (props: ReferenceAgreedProps): string => referenceAgreedWords(props).subject

/** Tells marketing what may be used from now on, and within which limits. */
export const ReferenceAgreed = (props: ReferenceAgreedProps) => (
  <PlainEmail words={referenceAgreedWords(props)} from={props.workspace} link={props.link} />
)
