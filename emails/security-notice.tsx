import { Layout, P } from './parts/layout.tsx'
import { oneLine } from './parts/words.ts'

export type SecurityNoticeProps = {
  workspace: string
  name: string
  /** What happened, as a title: "Ana Lind signed you out". */
  title: string
  /** The same in a sentence, with its details. */
  happened: string
  /** What the button says; it leads to what the email is about. */
  button?: string
  /** Why the reader gets it, where it is not about how they sign in. */
  fine?: string
  link: string
}

export const subject = ({ title, workspace }: SecurityNoticeProps): string => oneLine(`${title}: ${workspace}`)

/** Tells a person of a change to how they sign in, so that one that they do not expect does not stay unseen. */
export function SecurityNotice({
  workspace,
  name,
  title,
  happened,
  button = 'See where you are signed in',
  fine = 'We send this email to keep your account secure. If you did not expect it, tell an admin of your workspace.',
  link,
}: SecurityNoticeProps) {
  return (
    <Layout preview={happened} from={workspace} title={title} button={{ text: button, link }} fine={fine}>
      <P>
        {name}, {happened}
      </P>
    </Layout>
  )
}
