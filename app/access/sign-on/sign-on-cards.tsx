import { paths } from '#app/kit/paths.ts'
import { Form } from '@remix-run/react'
import { ButtonLink, SubmitButton } from '#app/ui/button.tsx'
import { Form as UiForm } from '#app/ui/form.tsx'
import { HiddenFields } from '#app/ui/hidden-fields.tsx'
import type { SignOnRefusal } from '../security-log/sign-on-refusals.ts'
import { HowToAllowCookies } from '../sign-in/allow-cookies.tsx'
import { EntryCard, type EntryCardProps } from '../sign-in/entry-cards.tsx'
import { entryWords, replacedWords } from '../sign-in/entry-words.ts'
import {
  continueAsTitle,
  continueAsWords,
  recognisedWords,
  signInAtWords,
  signInToTitle,
  signOnCardWords,
  signOnRefusalWords,
  staysSignedInWords,
} from './sign-on-words.ts'
import { buttonWords } from '#app/ui/button-words.ts'

type Props = {
  why: SignOnRefusal
  /** Where to start again; nothing where there is nothing to start. */
  again?: string | undefined
}

/** Why someone did not sign in by the provider of the company, and the ways on. */
export function SignOnRefusedCard({ why, again }: Props) {
  const { title, text } = signOnRefusalWords[why]
  return (
    <EntryCard title={title} text={text}>
      {why === 'no cookies' && <HowToAllowCookies />}
      <div className="acts">
        {again && (
          <ButtonLink to={again} tone="main" reload>
            {signOnCardWords.startAgain}
          </ButtonLink>
        )}
        <ButtonLink to={paths.signIn({ another: 'yes' })}>{signOnCardWords.byEmail}</ButtonLink>
      </div>
    </EntryCard>
  )
}

type BeginProps = {
  workspace: { name: string; logo: string | null }
  /** The provider's host, as people may know it. */
  provider: string
  action: string
}

/** A plain post, so that the answer is a page of its own that continues. */
const BeginForm = ({ action, children }: { action: string; children: string }) => (
  <Form method="post" action={action} reloadDocument>
    <HiddenFields values={{ intent: 'start-sign-on' }} />
    <div className="acts">
      <button className="btn main" type="submit">
        {children}
      </button>
    </div>
  </Form>
)

/** The page that a member's bookmark opens. */
export const BeginSignOnCard = ({ workspace, provider, action }: BeginProps) => (
  <EntryCard workspace={workspace} title={signInToTitle(workspace.name)} text={signInAtWords(provider)}>
    <BeginForm action={action}>{signOnCardWords.continueToCompany}</BeginForm>
  </EntryCard>
)

/** On the way to the provider; browsers go on by themselves. */
export const LeadingOnCard = ({ location }: { location: string }) => (
  <EntryCard title={signOnCardWords.leadingOn} text={signOnCardWords.leadingOnHint}>
    <div className="acts">
      <ButtonLink to={location} tone="main" reload>
        {entryWords.continue}
      </ButtonLink>
    </div>
  </EntryCard>
)

type ContinueAsProps = {
  name: string
  email: string
  workspace: { name: string; logo: string | null }
  /** Who is signed in to this workspace now and is signed out by it. */
  replaced: string | undefined
  kept: { name: string; workspace: string }[]
  formKey: string
}

/** Asks whether to go on as another person than this browser is signed in as. */
export const ContinueAsCard = ({ name, email, workspace, replaced, kept, formKey }: ContinueAsProps) => (
  <EntryCard
    workspace={workspace}
    title={continueAsTitle(name)}
    text={recognisedWords({ name, email, workspace: workspace.name })}
  >
    {replaced && <p>{replacedWords(replaced, workspace.name)}</p>}
    {kept.map((other) => (
      <p key={other.workspace}>{staysSignedInWords(other.name, other.workspace)}</p>
    ))}
    <UiForm idempotencyKey={`${formKey}:continue`} intent="continue">
      <div className="acts">
        <SubmitButton busyText={entryWords.pleaseWait}>{continueAsWords(name)}</SubmitButton>
        <ButtonLink to="/" tone="quiet">
          {buttonWords.cancel}
        </ButtonLink>
      </div>
    </UiForm>
  </EntryCard>
)

/** A link of someone who signs in by the company's provider alone. */
export const SignOnCard = ({ workspace, begin }: { workspace: EntryCardProps['workspace']; begin: string }) => (
  <EntryCard workspace={workspace} title={signOnCardWords.throughCompany} text={signOnCardWords.throughCompanyHint}>
    <BeginForm action={begin}>{signOnCardWords.toCompany}</BeginForm>
  </EntryCard>
)
