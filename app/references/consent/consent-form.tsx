import { ButtonLink, SubmitButton } from '#app/ui/button.tsx'
import { buttonWords } from '#app/ui/button-words.ts'
import { CheckGroup } from '#app/ui/check-group.tsx'
import type { FormReply } from '#app/ui/form-reply.ts'
import { Form } from '#app/ui/form.tsx'
import { NumberField } from '#app/ui/number-field.tsx'
import { DateField } from '#app/ui/date-field.tsx'
import { TextArea } from '#app/ui/text-field.tsx'
import { referenceKinds } from '#app/runner/events/reference-kinds.ts'
import { kindLabels } from '#app/runner/events/reference-kind-words.ts'
import { consentFormWords, kindHints } from '../reference-words.ts'
import { textSizes } from '#app/kit/limits.ts'
import type { ConsentValues } from './consent-values.ts'

export type ConsentFormProps = {
  idempotencyKey: string
  reply?: FormReply | null | undefined
  vendor: string
  account: string
  /** Consent given before; none at first. */
  values?: ConsentValues
  /** The version of the confirmed words that are shown above. */
  winVersion: number
  /** The first win's statement: the likeliest words to be quoted. */
  statement: string
  cancelTo: string
}

/** What may be used, and within which limits. Posts `kinds`, `callsPerQuarter`, `quoteText`, `until`, `note`. */
export function ConsentForm(props: ConsentFormProps) {
  const { idempotencyKey, reply, vendor, account, values, winVersion, statement, cancelTo } = props
  const hint = kindHints(vendor, account)
  return (
    <Form
      idempotencyKey={idempotencyKey}
      intent="give-consent"
      reply={reply}
      hidden={{ winVersion: String(winVersion) }}
    >
      <CheckGroup
        name="kinds"
        legend={consentFormWords.kinds}
        options={referenceKinds.map((kind) => ({
          value: kind,
          label: kindLabels[kind],
          hint: hint[kind],
          checked: values?.kinds.includes(kind) ?? false,
        }))}
      />
      <div className="fields after-scale">
        <TextArea
          name="quoteText"
          label={consentFormWords.quote}
          rows={2}
          optional
          value={values?.quoteText ?? statement}
          maxLength={textSizes.note}
          hint={consentFormWords.quoteHint}
        />
        <NumberField
          name="callsPerQuarter"
          label={consentFormWords.calls}
          width="half"
          optional
          value={values?.callsPerQuarter ?? 2}
          hint={consentFormWords.callsHint}
        />
        <DateField
          name="until"
          label={consentFormWords.until}
          width="half"
          optional
          value={values?.until ?? ''}
          hint={consentFormWords.untilHint}
        />
        <TextArea
          name="note"
          label={consentFormWords.conditions}
          rows={2}
          optional
          value={values?.note ?? ''}
          maxLength={textSizes.note}
          hint={consentFormWords.conditionsHint}
        />
      </div>
      <p className="fine after-fields">{consentFormWords.withdrawal}</p>
      <div className="acts">
        <SubmitButton>{values ? consentFormWords.save : consentFormWords.give}</SubmitButton>
        <ButtonLink to={cancelTo} tone="quiet">
          {values ? buttonWords.cancel : consentFormWords.notNow}
        </ButtonLink>
      </div>
    </Form>
  )
}
