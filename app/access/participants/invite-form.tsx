import { bounds, textSizes } from '#app/kit/limits.ts'
import { longestName } from '#app/kit/plain-text.ts'
import { participantRoleHints, roleWords } from '#app/policy/role-words.ts'
import type { ParticipantRole } from '#app/policy/roles.ts'
import { ButtonLink, SubmitButton } from '#app/ui/button.tsx'
import type { FormReply } from '#app/ui/form-reply.ts'
import { Form } from '#app/ui/form.tsx'
import { SelectField } from '#app/ui/select-field.tsx'
import { Sentence } from '#app/ui/sentence.tsx'
import { TextArea, TextField } from '#app/ui/text-field.tsx'
import { addressesHint, personalLineHint } from './invite-words.ts'

export type InviteFormProps = {
  idempotencyKey: string
  reply?: FormReply | null | undefined
  account: string
  /** The roles that the reader may give, the most likely first. */
  roles: readonly ParticipantRole[]
  cancelTo: string
}

/** Invites one or several participants. Posts `name`, `email`, `role`, `personalLine`. */
export function InviteForm({ idempotencyKey, reply, account, roles, cancelTo }: InviteFormProps) {
  return (
    <Form idempotencyKey={idempotencyKey} intent="invite-participant" reply={reply}>
      <div className="fields">
        <TextField name="name" label="Name" width="half" autoComplete="off" maxLength={longestName} />
        <SelectField
          name="role"
          label="Role"
          options={roles.map((role) => ({ value: role, text: roleWords[role] }))}
          value={roles[0] ?? ''}
          width="half"
          hint={roles.map((role) => `${participantRoleHints[role]}.`).join(' ')}
        />
        <TextArea
          name="email"
          label="Email"
          rows={2}
          autoComplete="off"
          inputMode="email"
          spellCheck={false}
          maxLength={bounds.invitations * textSizes.address}
          hint={<Sentence parts={addressesHint(<bdi>{account}</bdi>)} />}
        />
        <TextField
          name="personalLine"
          label="Personal message"
          optional
          autoComplete="off"
          maxLength={textSizes.personalLine}
          hint={personalLineHint(textSizes.personalLine)}
        />
      </div>
      <p className="fine after-fields">
        Everyone you invite gets an email with a personal link. No password, nothing to install. Your side’s private
        tasks stay private.
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
