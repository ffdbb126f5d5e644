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
      preview={`Works once, for ${props.works}`}
      from={props.workspace}
      title="Your code"
      fine="You get this because somebody opened your link on a new device. If that was not you, tell nobody the code, and nothing happens."
    >
      <P>
        {props.name}, enter this code on the page that asks for it. It works once, for {props.works}.
      </P>
      <Code>{props.code}</Code>
    </Layout>
  )
}
