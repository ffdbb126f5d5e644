import { PlainEmail } from './parts/plain-email.tsx'
import { type MemberAddedProps, memberAddedWords } from './words/member-added-words.ts'

export const subject = (props: MemberAddedProps): string => memberAddedWords(props).subject

/** Brings a member into the workspace. */
export const MemberAdded = (props: MemberAddedProps) => (
  <PlainEmail words={memberAddedWords(props)} from={props.workspace} link={props.link} />
)
