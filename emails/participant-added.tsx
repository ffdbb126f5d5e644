import { PlainEmail } from './parts/plain-email.tsx'
import { type ParticipantAddedProps, participantAddedWords } from './words/participant-added-words.ts'

export const subject = (props: ParticipantAddedProps): string => participantAddedWords(props).subject

/** Tells the champion at once who was added to the plan by someone else. */
export const ParticipantAdded = (props: ParticipantAddedProps) => (
  <PlainEmail words={participantAddedWords(props)} from={props.workspace} link={props.link} />
)
