import { sentenceParts } from '#app/ui/sentence-parts.ts'

/** What happens after an address was sent, whether it is known or not. @param emailsAreHeld whether this installation holds its emails back */
export const linkSentWords = <Address>(email: Address, emailsAreHeld: boolean) =>
  emailsAreHeld
    ? sentenceParts`If ${email} belongs to a plan or a workspace, a link is sent once emails are released. ${afterwards}`
    : sentenceParts`If ${email} belongs to a plan or a workspace, a link is on its way. ${afterwards}`

const afterwards =
  'It works once and expires soon. If you asked several times, use the newest email. If nothing arrives within a few minutes, check your spam folder or ask your contact to invite you.'
