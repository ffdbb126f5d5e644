import { PlainEmail } from './parts/plain-email.tsx'
import { type DateSlippedProps, dateSlippedWords } from './words/date-slipped-words.ts'

export const subject = (props: DateSlippedProps): string => dateSlippedWords(props).subject

/** Tells both sides, on the same day, that go-live or the first win is expected later than its date. */
export const DateSlipped = (props: DateSlippedProps) => (
  <PlainEmail words={dateSlippedWords(props)} from={props.workspace} link={props.link} />
)
