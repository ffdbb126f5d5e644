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

/** Brings a person of the vendor into the workspace. */
export function MemberAdded(props: MemberAddedProps) {
  return (
    <Layout
      preview={`Your link works once, for ${props.validFor}`}
      from={props.workspace}
      title={title(props)}
      button={{ text: 'Sign in', link: props.link }}
      fine="No password, nothing to install. If you did not expect it, ignore it and nothing happens."
    >
      <P>
        {props.name}, {props.workspace} plans here with its customers: who does what, on both sides, until the customer
        can say that the first win is there.
      </P>
      <P>
        This link is yours alone and lets you in once, for {props.validFor}. Later you ask for a new one with your
        address.
      </P>
    </Layout>
  )
}
