import { PlainEmail } from './parts/plain-email.tsx'
import { type ParticipantChangedProps, participantChangedWords } from './words/participant-changed-words.ts'

export const subject = (props: ParticipantChangedProps): string => participantChangedWords(props).subject

/** Tells the champion, and the former or new champion, at once that a participant's role changed. */
export const ParticipantChanged = (props: ParticipantChangedProps) => (
  <PlainEmail words={participantChangedWords(props)} from={props.workspace} link={props.link} />
)
