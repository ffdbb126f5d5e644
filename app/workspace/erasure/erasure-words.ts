import { count } from '#app/ui/amount-words.ts'
import { listWords } from '#emails/parts/list-words.ts'
import { sentenceParts } from '#app/ui/sentence-parts.ts'
import { labels } from '#app/kit/label-words.ts'
type Kind = 'member' | 'participant'

type Erasing = {
  person: { kind: Kind; name: string; email: string }
  /** What the person is called from then on. */
  successor: string
  openTasks: number
  situations: number
  consents: readonly string[]
  waitingEmails: number
}

/** What an erasure deletes, a sentence each. */
export function erasedWords({ person, successor, situations, consents, waitingEmails }: Erasing): string[] {
  const { kind, name, email } = person
  return [
    `The name ${name} and the address ${email}, everywhere. Tasks, activity, agreements, notes, sent emails and the security log show “${successor}” instead.`,
    kind === 'member'
      ? 'Job title, sessions, devices, links, codes, API keys and single sign-on account.'
      : 'Job title, sessions, devices, links and codes.',
    `Emails to ${name}.`,
    ...(waitingEmails > 0 ? [`${count(waitingEmails, 'unsent email')} to ${name}. They will not be sent.`] : []),
    'The text of all emails sent from this workspace to other people.',
    ...(situations > 0 ? [`What ${name} said under “What we heard” (${count(situations, 'note')}).`] : []),
    ...(consents.length > 0
      ? [
          `Consent to a reference for ${listWords(consents)}. It ends because there is no one left to ask. Nothing may be used from then on, and everyone who used it is asked to take down what is already published.`,
        ]
      : []),
  ]
}

/** What is kept about who a participant is. */
export const identityWords = <Value>({
  name,
  email,
  jobTitle,
}: {
  name: Value
  email: string
  jobTitle: string | null
}) =>
  jobTitle
    ? sentenceParts`Your name, ${name}, your address, ${email}, and your job title, ${jobTitle}.`
    : sentenceParts`Your name, ${name}, and your address, ${email}.`

/** What an erasure keeps, apart from what people wrote about the person. */
export const keptWords = ({ successor, openTasks }: Erasing): string[] => [
  `What was done and agreed, and when, by “${successor}”: plans, completed tasks, agreements and the confirmed first win.`,
  ...(openTasks > 0 ? [`${count(openTasks, 'open task')}, without an owner until someone is named.`] : []),
  'Emails in the mailboxes of the people who received them, and backups until they expire.',
]

/** Who is told about an erasure, and who is not. */
export const notifiedWords = ({ person: { name }, consents }: Erasing): string[] => [
  `The security log, and the activity of each plan that ${name} is still on, record that a person was erased.`,
  ...(consents.length > 0 ? ['Marketing gets an email that the consent has ended.'] : []),
  `${name} is not notified, as we no longer have an address. Please tell ${name} yourself.`,
]

export const eraseWords = (name: string): string => `Erase ${name}`

export const typeToConfirmWords = (name: string, email: string): string => `Type ${name} or ${email} to confirm.`

export const personCopyTitle = (name: string): string => `A copy for ${name}`

/** What the copy for a person holds, and what it leaves out. */
export const personCopyWords = (name: string): string =>
  `All the data we keep about ${name}, to answer a request for access. It leaves out what is private to the customer. Participants can download that themselves under Your data.`

/** @param day when it was asked for, in words */
export const erasureAskedWords = (day: string, workspace: string): string =>
  `You asked on ${day}. The admins of ${workspace} have been told and have one month to respond.`

/** What a request for erasure does, and what an erasure does. */
export const askForErasureWords = (workspace: string): string =>
  `The admins of ${workspace} are told right away. Once they have erased your data, your name and address are removed from every plan and you can no longer sign in. What was agreed and done stays, under the name “Former participant”. Until then, nothing changes.`

/** @param signIn the link that signs in */
export const copyNeedsSignInWords = <Link>(signIn: Link) =>
  sentenceParts`Downloading a person’s data needs a recent sign-in. ${signIn}. Then reload this page.`

export const eraseFormWords = {
  noUndo: 'You can’t undo this.',
  confirmation: labels.confirmation,
  erasing: 'Erasing…',
  erase: 'Erase for good',
}

export const erasurePreviewWords = {
  erased: 'What is erased',
  kept: 'What stays',
  nicknamesIn: 'Texts that mention the person only by first name or nickname. Please check these plans yourself:',
  nicknames: 'Texts that mention the person only by first name or nickname.',
  notified: 'Who is notified',
}

export const findPersonWords = {
  title: 'Erase a person',
  intro:
    'For participants and former members who request it (GDPR, article 17). You first see what will be erased and what will be kept.',
  asked: 'Erasure requests',
  who: 'Name or email',
  find: 'Find',
  none: 'No one found with that name or address.',
  erased: 'The person was erased. Please tell them yourself, as we no longer have their address.',
}

export const foundPersonWords = (email: string, kind: 'member' | 'participant'): string =>
  kind === 'member' ? `${email}, member or former member` : `${email}, participant`

export const erasureRefusals = {
  typeName: 'Please type the person’s name or email address.',
}

export const ownDataWords = {
  asked: 'You asked us to erase your data.',
  kept: 'What else we keep',
  plans: 'Plans you are on:',
  activity: 'What you did on your plans and when.',
  signIns: 'When you signed in and on which device, and the emails we sent you.',
  file: 'The file contains everything on this page, for every plan you are or were on.',
  eraseTitle: 'Erase your data',
  asking: 'Asking…',
  ask: 'Request erasure',
}

/** What an erased person is called from then on, in every text; the function in the database says the same. */
export const erasedName = ({ kind }: { kind: Kind }): string =>
  kind === 'member' ? 'Former member' : 'Former participant'

/** Who has the open tasks of an erased participant until someone is named. */
export const formerOwnerWords = 'Replacement for a former participant'

export const typeNameWords = (name: string, email: string): string => `Please type ${name} or ${email}.`

export const stillMemberWords = (name: string): string =>
  `${name} is still a member. Remove ${name} from the workspace first and choose who takes over the plans.`

export const eraseOnlyAdminWords = (name: string): string =>
  `${name} is the only admin. Make someone else an admin first. That person can then remove and erase ${name}.`

/** @param plans each with its account */
export const championOfWords = (name: string, plans: readonly string[]): string =>
  `${name} is the champion of ${listWords(plans)}. Hand over the champion’s role first, or close or archive the plan.`

/** The email to an admin about a participant who requested erasure. */
export const erasureAskedNotice = (person: string, workspace: string) => ({
  title: `${person} asked us to erase their data`,
  happened: `${person}, a participant on a plan, asked ${workspace} to erase their personal data. By law, you have one month to do this or explain why not. The page below shows what is erased and what is kept.`,
  button: 'See what is erased',
  fine: `You get this email because you are an admin of ${workspace}.`,
})
