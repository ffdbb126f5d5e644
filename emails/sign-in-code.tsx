import { Code, Layout, P } from './parts/layout.tsx'
import { oneLine } from './parts/words.ts'

export type SignInCodeProps = {
  workspace: string
  name: string
  /** Six digits. */
  code: string
  /** For how long the code works, in words: "10 minutes". */
  works: string
}

export const subject = (props: SignInCodeProps): string => oneLine(`Your code to sign in to ${props.workspace}`)

/** The second step on a new device. The code stands in no subject, which telephones show while locked. */
export function SignInCode(props: SignInCodeProps) {
  return (
    <Layout
      preview={`Works once and expires in ${props.works}`}
      from={props.workspace}
      title="Your code"
      fine="You get this email because someone opened your link on a new device. If that was not you, do not share the code."
    >
      <P>
        {props.name}, enter this code on the page that asks for it. It works once and expires in {props.works}.
      </P>
      <Code>{props.code}</Code>
    </Layout>
  )
}
