import { Layout, P, Strong } from './parts/layout.tsx'
import { Waits } from './parts/waits.tsx'
import { oneLine, unstopped } from './parts/words.ts'

export type ColleagueCameProps = {
  workspace: string
  /** The champion. */
  name: string
  project: string
  colleague: string
  /** The colleague's address. */
  email: string
  /** Whether the champion has still to accept the colleague. */
  waits?: boolean
  link: string
}

export const subject = (props: ColleagueCameProps): string =>
  oneLine(`${props.colleague} joined the plan: ${props.project}`)

/** Tells the champion who joined by the company's email domain. */
export function ColleagueCame(props: ColleagueCameProps) {
  return (
    <Layout
      preview={`${props.colleague} joined through the company’s email domain`}
      from={props.workspace}
      title={`${props.colleague} joined the plan`}
      button={{ text: 'See participants', link: props.link }}
      fine="You get this email because you lead the plan on your side, and people with your company’s email domain can join it."
    >
      <P>
        {props.name}, <Strong>{props.colleague}</Strong> ({props.email}) joined the plan for {unstopped(props.project)}{' '}
        as a viewer. You can let {props.colleague} edit it, or remove {props.colleague} from the plan.
      </P>
      {props.waits && <Waits vendor={props.workspace} name={props.colleague} />}
    </Layout>
  )
}
