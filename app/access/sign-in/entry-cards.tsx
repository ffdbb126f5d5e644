import type { ReactNode } from 'react'
import { SubmitButton } from '#app/ui/button.tsx'
import { CompanyLogo } from '#app/ui/company-logo.tsx'
import type { FormReply } from '#app/ui/form-reply.ts'
import { Form } from '#app/ui/form.tsx'
import { HeldEmails } from '#app/ui/held-emails.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Sentence } from '#app/ui/sentence.tsx'
import {
  alsoSignedInWords,
  askForAddressWords,
  continueWords,
  entryWords,
  linkSentWords,
  replacedWords,
  welcomeWords,
} from './entry-words.ts'
import type { SignInFormProps } from './sign-in-form.tsx'
import { SignInForm } from './sign-in-form.tsx'

export type EntryCardProps = {
  workspace?: { name: string; logo: string | null } | undefined
  title: string
  text: ReactNode
  children?: ReactNode
}

/** A page with one thing to do before one is in. */
export function EntryCard({ workspace, title, text, children }: EntryCardProps) {
  return (
    <div className="entry-card">
      {workspace && <CompanyLogo side="vendor" name={workspace.name} logo={workspace.logo} />}
      <h1>{title}</h1>
      <p>{text}</p>
      {children}
    </div>
  )
}

/** The sign-in page, also for someone who is signed in and wants to be someone else as well. */
export function SignInCard({ signedInAs, ...props }: SignInFormProps & { signedInAs?: string | undefined }) {
  return (
    <EntryCard title={entryWords.signIn} text={entryWords.signInIntro}>
      {signedInAs && <p className="fine">{alsoSignedInWords(signedInAs)}</p>}
      <div className="panel">
        <SignInForm {...props} />
      </div>
    </EntryCard>
  )
}

type LinkSentCardProps = {
  email: string
  /** Whether this installation holds its emails back. */
  emailsAreHeld: boolean
  /** Whether emails wait longer than usual. */
  isLate: boolean
}

/** After the address was sent: the same words whether it is known or not. */
export const LinkSentCard = ({ email, emailsAreHeld, isLate }: LinkSentCardProps) => (
  <EntryCard
    title={entryWords.checkEmail}
    text={<Sentence parts={linkSentWords(<strong>{email}</strong>, emailsAreHeld)} />}
  >
    {emailsAreHeld && <HeldEmails />}
    {isLate && !emailsAreHeld && <Notice tone="must">{entryWords.emailsDelayed}</Notice>}
  </EntryCard>
)

export type ContinueCardProps = {
  idempotencyKey: string
  name: string
  workspace: { name: string; logo: string | null }
  /** Of the plan that the link leads to, such as "Faster month-end close". */
  project?: string | undefined
  /** Who is signed in to the same workspace in this browser, and is signed out by it. */
  replaced?: string | undefined
  /** Where the button posts to; the address of the link itself when left out. */
  action?: string
  reply?: FormReply | null | undefined
}

/** The page of a link: opening it does not use the link up, pressing its button does. */
export function ContinueCard(props: ContinueCardProps) {
  const { idempotencyKey, name, workspace, project, replaced, action, reply } = props
  return (
    <EntryCard workspace={workspace} title={welcomeWords(name)} text={continueWords(project)}>
      {replaced && <p>{replacedWords(replaced, workspace.name)}</p>}
      <Form idempotencyKey={idempotencyKey} intent="continue" action={action} reply={reply}>
        <div className="acts">
          <SubmitButton busyText={entryWords.pleaseWait}>{entryWords.continue}</SubmitButton>
        </div>
      </Form>
    </EntryCard>
  )
}

/** A code that is used up, too old or was missed too often: the way to a new link. */
export const SpentCodeCard = (props: SignInFormProps) => (
  <EntryCard title={entryWords.spentCode} text={entryWords.spentCodeHint}>
    <div className="panel">
      <SignInForm {...props} />
    </div>
  </EntryCard>
)

/** A link that is used up, too old or broken: the way to a new one. */
export function SpentLinkCard(props: SignInFormProps & { why?: string }) {
  const { why = entryWords.spentLinkHint, ...form } = props
  return (
    <EntryCard title={entryWords.spentLink} text={askForAddressWords(why)}>
      <div className="panel">
        <SignInForm {...form} />
      </div>
    </EntryCard>
  )
}
