import { PlainEmail } from './parts/plain-email.tsx'
import { type SecurityNoticeProps, securityNoticeWords } from './words/security-notice-words.ts'

export const subject = (props: SecurityNoticeProps): string => securityNoticeWords(props).subject

/** Tells a person about a change to how they sign in, so that an unexpected one is noticed. */
export const SecurityNotice = (props: SecurityNoticeProps) => (
  <PlainEmail words={securityNoticeWords(props)} from={props.workspace} link={props.link} />
)
