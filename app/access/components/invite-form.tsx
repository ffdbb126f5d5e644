import { longestName } from '#app/kit/plain-text.ts'
import { ButtonLink, SubmitButton } from '#app/ui/button.tsx'
import type { FormReply } from '#app/ui/form-reply.ts'
import { Form } from '#app/ui/form.tsx'
import type { Option } from '#app/ui/select-field.tsx'
import { SelectField } from '#app/ui/select-field.tsx'
import { TextField } from '#app/ui/text-field.tsx'

export type InviteFormProps = {
  idempotencyKey: string
  reply?: FormReply | null | undefined
  account: string
  /** The roles that the reader may give, the most likely first. */
  roles: readonly Option[]
  cancelTo: string
}

/** What each role of a participant may do, in words for the select. */
export const participantRoles: readonly Option[] = [
  { value: 'champion', text: 'Champion: leads the plan on this side' },
  { value: 'contributor', text: 'Contributor: edits and checks off' },
  { value: 'viewer', text: 'Viewer: reads along' },
]

/** Invites a person of the customer. Posts `name`, `email`, `role`. */
export function InviteForm({ idempotencyKey, reply, account, roles, cancelTo }: InviteFormProps) {
  return (
    <Form idempotencyKey={idempotencyKey} intent="invite-participant" reply={reply}>
      <div className="fields">
        <TextField name="name" label="Name" width="half" autoComplete="off" maxLength={longestName} />
        <TextField
          name="email"
          label="Email"
          type="email"
          width="half"
          autoComplete="off"
          hint={`An address at ${account}`}
        />
        <SelectField name="role" label="Role" options={roles} value={roles[0]?.value ?? ''} />
      </div>
      <p className="fine after-fields">
        Whoever is invited gets one email with a personal link. No password, nothing to install; what your side keeps
        private stays private.
      </p>
      <div className="acts">
        <SubmitButton busyText="Sending…">Send invitation</SubmitButton>
        <ButtonLink to={cancelTo} tone="quiet">
          Cancel
        </ButtonLink>
      </div>
    </Form>
  )
}
