import { PlainEmail } from './parts/plain-email.tsx'
import { type ParticipantChangedProps, participantChangedWords } from './words/participant-changed-words.ts'

export const subject = (props: ParticipantChangedProps): string => participantChangedWords(props).subject

/** Tells the champion, and who was or is the champion, at once that a participant is something else on the plan now. */
export const ParticipantChanged = (props: ParticipantChangedProps) => (
  <PlainEmail words={participantChangedWords(props)} from={props.workspace} link={props.link} />
)
