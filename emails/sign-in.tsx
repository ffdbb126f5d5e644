import { Layout, P } from './parts/layout.tsx'
import { oneLine } from './parts/words.ts'

export type SignInProps = {
  workspace: string
  name: string
  /** For how long the link works, in words: "30 minutes". */
  validFor: string
  link: string
}

export const subject = (props: SignInProps): string => oneLine(`Your link to sign in to ${props.workspace}`)

/** Lets a person in again. */
export function SignIn(props: SignInProps) {
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
    </Layout>
  )
}
