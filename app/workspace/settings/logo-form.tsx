import { SubmitButton } from '#app/ui/button.tsx'
import { CompanyLogo } from '#app/ui/company-logo.tsx'
import type { KeyFor } from '#app/ui/form-keys.ts'
import type { FormReply } from '#app/ui/form-reply.ts'
import { replyTo } from '#app/ui/form-reply.ts'
import { Form } from '#app/ui/form.tsx'
import { Panel } from '#app/ui/panel.tsx'
import { FileField } from '#app/ui/text-field.tsx'
import { imageTypes } from './image-type.ts'

type Props = { name: string; logo: string | null; keyFor: KeyFor; reply: FormReply | null | undefined }

/** The picture that the vendor is shown by, and the way back to the letter. */
export function LogoForm({ name, logo, keyFor, reply }: Props) {
  return (
    <Panel>
      <h2>Logo</h2>
      <p className="logo-now">
        <CompanyLogo side="vendor" name={name} logo={logo} />
      </p>
      <Form
        key={logo}
        idempotencyKey={keyFor('set-logo')}
        intent="set-logo"
        encType="multipart/form-data"
        reply={replyTo(reply, 'set-logo')}
      >
        <div className="fields">
          <FileField
            name="logo"
            label="Picture"
            width="half"
            accept={imageTypes.join(',')}
            hint="PNG, JPEG or WebP, at most 200 kB. Square ones look best."
          />
        </div>
        <div className="acts">
          <SubmitButton tone="plain" busyText="Uploading…">
            Use this picture
          </SubmitButton>
        </div>
      </Form>
      {logo && (
        <Form
          idempotencyKey={keyFor('set-logo', 'remove')}
          intent="set-logo"
          hidden={{ remove: 'yes' }}
          className="after-fields"
        >
          <SubmitButton tone="quiet">Show the first letter instead</SubmitButton>
        </Form>
      )}
    </Panel>
  )
}
