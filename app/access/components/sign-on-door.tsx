import { ButtonLink } from '#app/ui/button.tsx'
import { type SignOnRefusal, signOnRefusals } from '../sign-on/refusals.ts'
import { Door } from './doors.tsx'

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
