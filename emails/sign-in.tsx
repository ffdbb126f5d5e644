import { Aside, Layout, P } from './parts/layout.tsx'
import { oneLine } from './parts/words.ts'

export type SignInProps = {
  workspace: string
  name: string
  /** For how long the link works, in words: "30 minutes"; left out where it is the address of the company's own sign-in, the only way in. */
  validFor?: string | undefined
  link: string
  /** Where the workspace's members also sign in by their company's own sign-in, or nowhere else. */
  signOn?: { required: boolean; link: string }
}

export const subject = (props: SignInProps): string => oneLine(`Your link to sign in to ${props.workspace}`)

/** Lets a person in again. */
export function SignIn(props: SignInProps) {
  const { validFor, signOn } = props
  if (signOn?.required || validFor === undefined) return <SignInThere {...props} />
  return (
    <Layout
      preview={`Works once and expires in ${validFor}`}
      from={props.workspace}
      title="Sign in"
      button={{ text: 'Sign in', link: props.link }}
      fine="You get this email because someone entered your address on the sign-in page. If that was not you, you can ignore it."
    >
      <P>
        {props.name}, this link signs you in. It works once and expires in {validFor}.
      </P>
      {props.signOn && (
        <P>
          You can also sign in through your company. Bookmark this address: <Aside link={props.signOn.link} />
        </P>
      )}
    </Layout>
  )
}

/** Where the company's own sign-in is the only way in. */
const SignInThere = (props: SignInProps) => (
  <Layout
    preview="Through your company’s sign-in"
    from={props.workspace}
    title="Sign in"
    button={{ text: 'Sign in through your company', link: props.link }}
    fine="You get this email because someone entered your address on the sign-in page. If that was not you, you can ignore it."
  >
    <P>
      {props.name}, members of {props.workspace} sign in through the company’s own sign-in. You can bookmark this
      address and use it again.
    </P>
  </Layout>
)
