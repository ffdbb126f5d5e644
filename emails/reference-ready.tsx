import { PlainEmail } from './parts/plain-email.tsx'
import { type ReferenceReadyProps, referenceReadyWords } from './words/reference-ready-words.ts'

export const subject = (props: ReferenceReadyProps): string => referenceReadyWords(props).subject

/** Tells marketing of a confirmed win. Nothing may be used yet, and it says so. */
export const ReferenceReady = (props: ReferenceReadyProps) => (
  <PlainEmail words={referenceReadyWords(props)} from={props.workspace} link={props.link} />
)
