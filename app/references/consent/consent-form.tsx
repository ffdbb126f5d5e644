import type { ReactNode } from 'react'
import { ButtonLink, SubmitButton } from '#app/ui/button.tsx'
import { buttonWords } from '#app/ui/button-words.ts'
import { CheckGroup } from '#app/ui/check-group.tsx'
import type { FormReply, FormValues } from '#app/ui/form-reply.ts'
import { Form } from '#app/ui/form.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { NumberField } from '#app/ui/number-field.tsx'
import { DateField } from '#app/ui/date-field.tsx'
import { SelectField } from '#app/ui/select-field.tsx'
import { FileField, TextArea } from '#app/ui/text-field.tsx'
import { imageTypes } from '#app/kit/image-type.ts'
import { type ReferenceKind, referenceKinds } from '#app/runner/events/reference-kinds.ts'
import { kindLabels } from '#app/runner/events/reference-kind-words.ts'
import { consentFormWords, kindHints, personWords } from '../reference-words.ts'
import { consentFieldWords } from './consent-words.ts'
import { textSizes } from '#app/kit/limits.ts'
import type { ConsentValues } from './consent-values.ts'

export type ConsentFormProps = {
  idempotencyKey: string
  reply?: FormReply | null | undefined
  vendor: string
  account: string
  /** Consent given before; none at first. */
  values?: ConsentValues
  /** Whether someone else gave it, so that this person agrees to it for the first time. */
  isOthers?: boolean
  /** The version of the confirmed words that are shown above. */
  winVersion: number
  /** The likeliest words to be quoted. */
  offeredQuote: string
  /** Who can be asked to approve each use. */
  people: readonly { id: string; name: string; email: string }[]
  /** The picture on the plan, and whether one was given before. */
  logo: { onPlan: string | null; isGiven: boolean }
  cancelTo: string
}

/** What may be used, and within which limits. Posts the fields of `consentInput`, the picture as a file. */
export function ConsentForm(props: ConsentFormProps) {
  const { idempotencyKey, reply, vendor, account, values, isOthers = false } = props
  const { winVersion, offeredQuote, people, logo, cancelTo } = props
  const hint = kindHints(vendor, account)
  /** What is asked of a kind, below its box once it is ticked. */
  const ofKind: Partial<Record<ReferenceKind, ReactNode>> = {
    logo: <LogoFields logo={logo} />,
    quote: (
      <TextArea
        name="quoteText"
        label={consentFormWords.quote}
        rows={2}
        value={offeredQuote}
        maxLength={textSizes.note}
      />
    ),
  }
  return (
    <Form
      idempotencyKey={idempotencyKey}
      intent="give-consent"
      reply={reply}
      hidden={{ winVersion: String(winVersion) }}
      seen={seenOfConsent(values)}
      show={(field, value) => consentFieldWords(field, value, people)}
      encType="multipart/form-data"
      className="consent"
    >
      {reply?.status === 'conflict' && <Notice>{consentFormWords.logoAgain}</Notice>}
      <CheckGroup
        name="kinds"
        legend={consentFormWords.kinds}
        options={referenceKinds.map((kind) => ({
          value: kind,
          label: kindLabels[kind],
          hint: hint[kind],
          checked: values?.kinds.includes(kind) ?? false,
          children: ofKind[kind],
        }))}
      />
      <h2 className="after-scale">{consentFormWords.limits}</h2>
      <div className="fields">
        <NumberField
          name="callsPerQuarter"
          label={consentFormWords.calls}
          width="half"
          optional
          value={values?.callsPerQuarter ?? ''}
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
        <SelectField
          name="approverId"
          label={consentFormWords.approver}
          width="half"
          optional
          value={values?.approverId ?? ''}
          options={[
            { value: '', text: consentFormWords.noApprover },
            ...people.map(({ id, name, email }) => ({ value: id, text: personWords(name, email) })),
          ]}
        />
        <TextArea
          name="never"
          label={consentFormWords.never}
          rows={3}
          optional
          value={values?.never.join('\n') ?? ''}
          maxLength={textSizes.note}
          hint={consentFormWords.neverHint}
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
        <SubmitButton>{values && !isOthers ? consentFormWords.save : consentFormWords.give}</SubmitButton>
        {values && (
          <ButtonLink to={cancelTo} tone="quiet">
            {buttonWords.cancel}
          </ButtonLink>
        )}
      </div>
    </Form>
  )
}

/** What the form began with, also where that was nothing. */
function seenOfConsent(values: ConsentValues | undefined): FormValues {
  if (!values) return { kinds: '' }
  const { kinds, callsPerQuarter, quoteText, until, note, never, approverId } = values
  return {
    kinds: kinds.length > 0 ? [...kinds] : '',
    callsPerQuarter: callsPerQuarter === null ? '' : String(callsPerQuarter),
    ...{ quoteText, until, note, approverId },
    never: never.join('\n'),
  }
}

/** The picture to use: a new one, or one that is there already. */
function LogoFields({ logo }: Pick<ConsentFormProps, 'logo'>) {
  const options = [
    ...(logo.isGiven ? [{ value: 'given', text: consentFormWords.logoFromGiven }] : []),
    ...(logo.onPlan === null ? [] : [{ value: 'plan', text: consentFormWords.logoFromPlan }]),
    { value: 'none', text: consentFormWords.logoFromNone },
  ]
  return (
    <div className="fields">
      <FileField
        name="logo"
        label={consentFormWords.logoFile}
        width="half"
        optional
        accept={imageTypes.join(',')}
        hint={consentFormWords.logoFileHint}
      />
      <SelectField
        name="logoFrom"
        label={consentFormWords.logoFrom}
        width="half"
        optional
        value={options[0]?.value ?? ''}
        options={options}
      />
    </div>
  )
}
