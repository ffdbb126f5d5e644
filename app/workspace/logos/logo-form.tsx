import { SubmitButton } from '#app/ui/button.tsx'
import { CompanyLogo, type CompanyLogoProps } from '#app/ui/company-logo.tsx'
import type { KeyFor } from '#app/ui/form-keys.ts'
import type { FormReply } from '#app/ui/form-reply.ts'
import { Form } from '#app/ui/form.tsx'
import { FileField } from '#app/ui/text-field.tsx'
import { imageTypes } from '#app/kit/image-type.ts'
import { logoWords } from './logo-words.ts'

type Props = CompanyLogoProps & {
  intent: 'set-logo' | 'set-account-logo'
  keyFor: KeyFor
  reply: FormReply | null | undefined
}

/** The picture that a company is shown by, and the way back to the letter. */
export function LogoForm({ side, name, logo, intent, keyFor, reply }: Props) {
  return (
    <>
      <p className="logo-now">
        <CompanyLogo side={side} name={name} logo={logo} />
      </p>
      <Form key={logo} idempotencyKey={keyFor(intent)} intent={intent} encType="multipart/form-data" reply={reply}>
        <div className="fields">
          <FileField
            name="logo"
            label={logoWords.picture}
            width="half"
            accept={imageTypes.join(',')}
            hint={logoWords.pictureHint}
          />
        </div>
        <div className="acts">
          <SubmitButton tone="plain" busyText={logoWords.uploading}>
            {logoWords.save}
          </SubmitButton>
        </div>
      </Form>
      {logo && (
        <Form
          idempotencyKey={keyFor(intent, 'remove')}
          intent={intent}
          hidden={{ remove: 'yes' }}
          className="after-fields"
        >
          <SubmitButton tone="quiet">{logoWords.remove}</SubmitButton>
        </Form>
      )}
    </>
  )
}
