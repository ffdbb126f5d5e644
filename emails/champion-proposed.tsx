import { PlainEmail } from './parts/plain-email.tsx'
import { type ChampionProposedProps, championProposedWords } from './words/champion-proposed-words.ts'

export const subject = (props: ChampionProposedProps): string => championProposedWords(props).subject

/** Tells every participant that the vendor wants to hand the champion's role on, and until when they may object. */
export const ChampionProposed = (props: ChampionProposedProps) => (
  <PlainEmail words={championProposedWords(props)} from={props.workspace} link={props.link} />
)
