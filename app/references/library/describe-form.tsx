import { textSizes } from '#app/kit/limits.ts'
import { SubmitButton } from '#app/ui/button.tsx'
import type { FormReply } from '#app/ui/form-reply.ts'
import { Form } from '#app/ui/form.tsx'
import { TextField } from '#app/ui/text-field.tsx'
import type { LibraryEntry } from './library-view.ts'
import { libraryEntryWords, libraryLabels } from './library-words.ts'

type DescribeFormProps = { idempotencyKey: string; reply: FormReply | null | undefined; entry: LibraryEntry }

/** What marketing says of a reference, so that it is found. */
export function DescribeForm({ idempotencyKey, reply, entry }: DescribeFormProps) {
  const seen = {
    product: entry.product ?? '',
    provenCapabilities: entry.capabilityLine,
    companySize: entry.companySize ?? '',
    language: entry.language ?? '',
  }
  return (
    <Form idempotencyKey={idempotencyKey} intent="describe-reference" reply={reply} seen={seen} className="call-form">
      <div className="fields">
        <TextField
          name="product"
          label={libraryLabels.product}
          width="half"
          optional
          value={seen.product}
          maxLength={textSizes.title}
        />
        <TextField
          name="provenCapabilities"
          label={libraryLabels.provenCapabilities}
          width="half"
          optional
          value={seen.provenCapabilities}
          maxLength={textSizes.sentence}
          hint={libraryEntryWords.capabilitiesHint}
        />
        <TextField
          name="companySize"
          label={libraryLabels.companySize}
          width="half"
          optional
          value={seen.companySize}
          maxLength={textSizes.dayOff}
        />
        <TextField
          name="language"
          label={libraryLabels.language}
          width="half"
          optional
          value={seen.language}
          maxLength={textSizes.dayOff}
        />
      </div>
      <div className="acts">
        <SubmitButton tone="plain">{libraryEntryWords.save}</SubmitButton>
      </div>
    </Form>
  )
}
