import { PlainEmail } from './parts/plain-email.tsx'
import { type InvitationReminderProps, invitationReminderWords } from './words/invitation-reminder-words.ts'

export const subject = (props: InvitationReminderProps): string => invitationReminderWords(props).subject

/** Reminds someone of an invitation that they have not opened, twice at most. */
export const InvitationReminder = (props: InvitationReminderProps) => (
  <PlainEmail words={invitationReminderWords(props)} from={props.workspace} link={props.link} />
)
