import { textSizes } from '#app/kit/limits.ts'
import { SubmitButton } from '#app/ui/button.tsx'
import type { FormReply } from '#app/ui/form-reply.ts'
import { Form } from '#app/ui/form.tsx'
import { TextField, type TextFieldProps } from '#app/ui/text-field.tsx'
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
        <Described name="product" label={libraryLabels.product} value={seen.product} maxLength={textSizes.title} />
        <Described
          name="provenCapabilities"
          label={libraryLabels.provenCapabilities}
          value={seen.provenCapabilities}
          maxLength={textSizes.sentence}
          hint={libraryEntryWords.capabilitiesHint}
        />
        <Described
          name="companySize"
          label={libraryLabels.companySize}
          value={seen.companySize}
          maxLength={textSizes.dayOff}
        />
        <Described name="language" label={libraryLabels.language} value={seen.language} maxLength={textSizes.dayOff} />
      </div>
      <div className="acts">
        <SubmitButton tone="plain">{libraryEntryWords.save}</SubmitButton>
      </div>
    </Form>
  )
}

/** What is found by it; each may be left out. */
const Described = (field: Omit<TextFieldProps, 'width' | 'optional'>) => <TextField {...field} width="half" optional />
