import { ButtonLink } from '#app/ui/button.tsx'
import { type SignOnRefusal, signOnRefusals } from '../sign-on/refusals.ts'
import { Door, type DoorProps } from './doors.tsx'

type Props = {
  why: SignOnRefusal
  /** Where to begin again; nothing where there is nothing to begin. */
  again?: string | undefined
}

/** Why somebody did not come in by the provider of the company, and the ways on. */
export function SignOnRefusedDoor({ why, again }: Props) {
  const { title, text } = signOnRefusals[why]
  return (
    <Door title={title} text={text}>
      <div className="acts">
        {again && (
          <ButtonLink to={again} tone="main" reload>
            Begin again
          </ButtonLink>
        )}
        <ButtonLink to="/sign-in">Sign in by email</ButtonLink>
      </div>
    </Door>
  )
}

/** A link of somebody who comes in by the company's provider alone. */
export const SignOnDoor = ({ workspace, begin }: { workspace: DoorProps['workspace']; begin: string }) => (
  <Door
    workspace={workspace}
    title="Sign in at your company"
    text="Emailed links do not let members in here. Your company’s own sign-in does, and leads back to where this link led."
  >
    <div className="acts">
      <ButtonLink to={begin} tone="main" reload>
        Go to your company’s sign-in
      </ButtonLink>
    </div>
  </Door>
)
