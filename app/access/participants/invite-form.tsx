import { bounds, textSizes } from '#app/kit/limits.ts'
import { longestName } from '#app/kit/plain-text.ts'
import { participantRoleHint, roleWords } from '#app/policy/role-words.ts'
import type { ParticipantRole } from '#app/policy/roles.ts'
import { ButtonLink, SubmitButton } from '#app/ui/button.tsx'
import type { FormReply } from '#app/ui/form-reply.ts'
import { Form } from '#app/ui/form.tsx'
import { SelectField } from '#app/ui/select-field.tsx'
import { Sentence } from '#app/ui/sentence.tsx'
import { TextArea, TextField } from '#app/ui/text-field.tsx'
import { addressesHint, inviteFormWords, personalLineHint } from './invite-words.ts'
import { buttonWords } from '#app/ui/button-words.ts'

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
        <TextField name="name" label={inviteFormWords.name} width="half" autoComplete="off" maxLength={longestName} />
        <SelectField
          name="role"
          label={inviteFormWords.role}
          options={roles.map((role) => ({ value: role, text: roleWords[role] }))}
          value={roles[0] ?? ''}
          width="half"
          hint={participantRoleHint(roles)}
        />
        <TextArea
          name="email"
          label={inviteFormWords.email}
          rows={2}
          autoComplete="off"
          inputMode="email"
          spellCheck={false}
          maxLength={bounds.invitations * textSizes.address}
          hint={<Sentence parts={addressesHint(<bdi>{account}</bdi>)} />}
        />
        <TextField
          name="personalLine"
          label={inviteFormWords.personalMessage}
          optional
          autoComplete="off"
          maxLength={textSizes.personalLine}
          hint={personalLineHint(textSizes.personalLine)}
        />
      </div>
      <p className="fine after-fields">{inviteFormWords.whatHappens}</p>
      <div className="acts">
        <SubmitButton busyText={buttonWords.sending}>{inviteFormWords.send}</SubmitButton>
        <ButtonLink to={cancelTo} tone="quiet">
          {buttonWords.cancel}
        </ButtonLink>
      </div>
    </Form>
  )
}
