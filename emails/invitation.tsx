import { Quote, Signature } from './parts/layout.tsx'
import { PlainEmail } from './parts/plain-email.tsx'
import { type InvitationProps, invitationWords } from './words/invitation-words.ts'

export const subject = (props: InvitationProps): string => invitationWords(props).subject

/** Brings a participant to the plan, by a link of their own. */
export const Invitation = (props: InvitationProps) => (
  <PlainEmail words={invitationWords(props)} from={props.workspace} link={props.link}>
    {props.personalLine && <Quote>{props.personalLine}</Quote>}
    <Signature name={props.inviter} title={props.inviterTitle} company={props.inviterCompany} />
  </PlainEmail>
)
