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
  oneLine(`${props.colleague} reads along: ${props.project}`)

/** Tells the champion who came in by the company's email domain. */
export function ColleagueCame(props: ColleagueCameProps) {
  return (
    <Layout
      preview={`${props.colleague} came in by the company’s email domain`}
      from={props.workspace}
      title={`${props.colleague} reads along`}
      button={{ text: 'See who takes part', link: props.link }}
      fine="You get this because you lead the plan on your side, and people of your company’s email domain may enter it by themselves."
    >
      <P>
        {props.name}, <Strong>{props.colleague}</Strong> ({props.email}) came to the plan for {unstopped(props.project)}
        . You can let {props.colleague} edit too, or take {props.colleague} off the plan.
      </P>
      {props.waits && <Waits vendor={props.workspace} name={props.colleague} />}
    </Layout>
  )
}
