import { PlainEmail } from './parts/plain-email.tsx'
import { type ChampionProposedProps, championProposedWords } from './words/champion-proposed-words.ts'

export const subject = (props: ChampionProposedProps): string => championProposedWords(props).subject

/** Tells every participant that the vendor proposes another champion, and until when they can object. */
export const ChampionProposed = (props: ChampionProposedProps) => (
  <PlainEmail words={championProposedWords(props)} from={props.workspace} link={props.link} />
)
