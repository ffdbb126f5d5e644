import { PlainEmail } from './parts/plain-email.tsx'
import { type HandoffOfferedProps, handoffOfferedWords } from './words/handoff-offered-words.ts'

export const subject = (props: HandoffOfferedProps): string => handoffOfferedWords(props).subject

/** Asks a member to take over a plan. */
export const HandoffOffered = (props: HandoffOfferedProps) => (
  <PlainEmail words={handoffOfferedWords(props)} from={props.workspace} link={props.link} />
)
