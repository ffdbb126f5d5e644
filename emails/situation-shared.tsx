import { PlainEmail } from './parts/plain-email.tsx'
import { type SituationSharedProps, situationSharedWords } from './words/situation-shared-words.ts'

export const subject = (props: SituationSharedProps): string => situationSharedWords(props).subject

/** Reads back to a participant what that person said. */
export const SituationShared = (props: SituationSharedProps) => (
  <PlainEmail words={situationSharedWords(props)} from={props.workspace} link={props.link} />
)
