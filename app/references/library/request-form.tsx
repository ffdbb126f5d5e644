import { textSizes } from '#app/kit/limits.ts'
import { SubmitButton } from '#app/ui/button.tsx'
import { buttonWords } from '#app/ui/button-words.ts'
import { Check } from '#app/ui/check-group.tsx'
import { Field } from '#app/ui/field.tsx'
import { oneValue } from '#app/ui/form-reply.ts'
import type { FormReply } from '#app/ui/form-reply.ts'
import { Form } from '#app/ui/form.tsx'
import { SelectField } from '#app/ui/select-field.tsx'
import { TextArea, TextField } from '#app/ui/text-field.tsx'
import { DealFields } from '../deal-fields.tsx'
import { approvedBoxWords } from '../approval-words.ts'
import type { MeetingKind } from './call-rules.ts'
import { requestFormWords } from './request-words.ts'

export type RequestFormProps = {
  idempotencyKey: string
  reply: FormReply | null | undefined
  kinds: readonly MeetingKind[]
  /** Who must approve this before it is requested; null for no one. */
  approver: string | null
  /** Whether the champion ruled out regions or competitors, so that the deal must say its own. */
  rulesOut: boolean
  timeZone: string
  timeZones: readonly string[]
}

/** Asks for a call or a talk, with three proposed times. Posts the fields of `requestInput`. */
export function RequestForm(props: RequestFormProps) {
  const { idempotencyKey, reply, kinds, approver, rulesOut, timeZone, timeZones } = props
  return (
    <Form idempotencyKey={idempotencyKey} intent="request-call" reply={reply} className="call-form">
      <div className="fields">
        <SelectField
          name="kind"
          label={requestFormWords.kind}
          width="half"
          value={kinds[0] ?? ''}
          options={kinds.map((kind) => ({ value: kind, text: requestFormWords.kinds[kind] }))}
        />
        <TextField
          name="deal"
          label={requestFormWords.deal}
          width="half"
          maxLength={textSizes.placeholder}
          autoComplete="off"
        />
        <TextArea
          name="why"
          label={requestFormWords.why}
          rows={2}
          maxLength={textSizes.sentence}
          hint={requestFormWords.whyHint}
        />
        <DealFields rulesOut={rulesOut} />
        <TimeField name="firstTime" label={requestFormWords.firstTime} />
        <TimeField name="secondTime" label={requestFormWords.secondTime} />
        <TimeField name="thirdTime" label={requestFormWords.thirdTime} />
        <SelectField
          name="timeZone"
          label={requestFormWords.timeZone}
          width="half"
          value={timeZone}
          options={timeZones.map((zone) => ({ value: zone, text: zone }))}
        />
      </div>
      {approver !== null && <Check name="isApproved" value="yes" label={approvedBoxWords(approver)} />}
      <div className="acts">
        <SubmitButton busyText={buttonWords.sending}>{requestFormWords.send}</SubmitButton>
      </div>
    </Form>
  )
}

/** A day with a time of it, by the browser's own field. */
const TimeField = ({ name, label }: { name: string; label: string }) => (
  <Field name={name} label={label} width="third">
    {(control, posted) => (
      <input {...control} type="datetime-local" max="9999-12-31T23:59" defaultValue={oneValue(posted, '')} />
    )}
  </Field>
)
