import { Layout, P } from './parts/layout.tsx'
import { oneLine, possessive } from './parts/words.ts'

export type MemberAddedProps = {
  workspace: string
  name: string
  /** Who added the person; null for the first one of a new workspace. */
  by: string | null
  /** For how long the link works, in words: "14 days". */
  validFor: string
  link: string
}

const title = ({ workspace, by }: MemberAddedProps): string =>
  by === null ? `${possessive(workspace)} workspace is ready` : `${by} added you to ${possessive(workspace)} workspace`

export const subject = (props: MemberAddedProps): string => oneLine(`${title(props)}: your link to sign in`)

/** Brings a member into the workspace. */
export function MemberAdded(props: MemberAddedProps) {
  return (
    <Layout
      preview={`Your link works once and expires in ${props.validFor}`}
      from={props.workspace}
      title={title(props)}
      button={{ text: 'Sign in', link: props.link }}
      fine="No password, nothing to install. If you did not expect this email, you can ignore it."
    >
      <P>
        {props.name}, this is where {props.workspace} and its customers plan together: who does what on both sides, up
        to the customer’s first win.
      </P>
      <P>
        This link is for you only. It works once and expires in {props.validFor}. After that, request a new one with
        your email address.
      </P>
    </Layout>
  )
}
