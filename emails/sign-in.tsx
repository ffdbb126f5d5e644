import { Aside, Layout, P } from './parts/layout.tsx'
import { oneLine } from './parts/words.ts'

export type SignInProps = {
  workspace: string
  name: string
  /** For how long the link works, in words: "30 minutes". */
  validFor: string
  link: string
  /** Where the workspace's members also come in by their company's own sign-in, or nowhere else. */
  signOn?: { required: boolean; link: string }
}

export const subject = (props: SignInProps): string => oneLine(`Your link to sign in to ${props.workspace}`)

/** Lets a person in again. */
export function SignIn(props: SignInProps) {
  if (props.signOn?.required) return <SignInThere {...props} />
  return (
    <Layout
      preview={`Works once, for ${props.validFor}`}
      from={props.workspace}
      title="Sign in"
      button={{ text: 'Sign in', link: props.link }}
      fine="You get this because somebody entered your address on the sign-in page. If that was not you, ignore it and nothing happens."
    >
      <P>
        {props.name}, this link lets you in, once, for {props.validFor}.
      </P>
      {props.signOn && (
        <P>
          Your company’s own sign-in leads in as well, and its address can be kept: <Aside link={props.signOn.link} />
        </P>
      )}
    </Layout>
  )
}

/** Where the company's own sign-in is the only way in. */
const SignInThere = (props: SignInProps) => (
  <Layout
    preview="By your company’s own sign-in"
    from={props.workspace}
    title="Sign in"
    button={{ text: 'Sign in at your company', link: props.link }}
    fine="You get this because somebody entered your address on the sign-in page. If that was not you, ignore it and nothing happens."
  >
    <P>
      {props.name}, members of {props.workspace} come in by the company’s own sign-in. This address works again and
      again; keep it as a bookmark.
    </P>
  </Layout>
)
