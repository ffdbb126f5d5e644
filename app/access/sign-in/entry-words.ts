import { sentenceParts } from '#app/ui/sentence-parts.ts'
import { pageNames } from '#app/kit/page-name-words.ts'

/** What happens after an address was sent, whether it is known or not. @param emailsAreHeld whether this installation holds its emails back */
export const linkSentWords = <Address>(email: Address, emailsAreHeld: boolean) =>
  emailsAreHeld
    ? sentenceParts`If ${email} belongs to a plan or a workspace, a link is sent once emails are released. ${afterwards}`
    : sentenceParts`If ${email} belongs to a plan or a workspace, a link is on its way. ${afterwards}`

const afterwards =
  'It works once and expires soon. If you asked several times, use the newest email. If nothing arrives within a few minutes, check your spam folder or ask your contact to invite you.'

/** What Continue does. @param project of the plan that the link leads to, if it leads to one */
export const continueWords = (project: string | undefined): string =>
  project
    ? `Select Continue to sign in and open the plan for ${project}. No password, nothing to install.`
    : 'Select Continue to sign in. No password, nothing to install.'

/** Says that someone else is signed out by continuing. */
export const replacedWords = (replaced: string, workspace: string): string =>
  `${replaced} is signed in to ${workspace} in this browser, and will be signed out when you continue.`

/** Said instead of sending another link while the last one still works. */
export const linkStillWorksWords = <Time>(sentAt: Time) =>
  sentenceParts`We sent you a link ${sentAt}, and it still works. Please open the newest email. If it has not arrived, try again in a few minutes.`

/** Why a link does not work, with the offer of a new one to the same address. @param why a sentence */
export const newLinkOfferWords = (why: string): string => `${why} We can send a new one to the same email address.`

export const alsoSignedInWords = (person: string): string =>
  `You are signed in as ${person}, and stay signed in to other workspaces.`

export const welcomeWords = (name: string): string => `Welcome, ${name}`

/** Why a link does not work, and how to get a new one. @param why a sentence */
export const askForAddressWords = (why: string): string =>
  `${why} Enter your email address and we will send you a new one.`

export const allowCookiesWords = {
  chrome: 'Chrome and Edge: select the icon to the left of the address, then Cookies and site data, and allow them.',
  firefox: 'Firefox: select the shield to the left of the address and turn off tracking protection for this site.',
  safari: 'Safari: in the settings under Privacy or Advanced, turn off “Block all cookies”.',
  insideApp: 'If this page opened inside another app, such as a mail app, open it in your browser instead.',
  title: 'This browser blocks cookies',
  why: 'Firstwin needs one cookie to keep you signed in. It does not track you. Allow cookies for this site, then try again. Your link still works.',
}

export const entryWords = {
  pleaseWait: 'Please wait…',
  continue: 'Continue',
  signIn: pageNames.signIn,
  signInIntro: 'Enter your email address and we will send you a link. No password, nothing to install.',
  checkEmail: 'Check your email',
  emailsDelayed:
    'Our emails are delayed at the moment. Yours may take several minutes. If the link has expired when it arrives, ask for a new one.',
  spentCode: 'This code no longer works',
  spentCodeHint:
    'A code works once and expires after ten minutes or five attempts. Enter your email address and we will send you a new link.',
  spentLinkHint: 'Links work once and for a limited time.',
  spentLink: 'This link no longer works',
}
