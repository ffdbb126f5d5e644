import { Button, SubmitButton } from '#app/ui/button.tsx'
import { CheckGroup } from '#app/ui/check-group.tsx'
import { Field } from '#app/ui/field.tsx'
import type { FormReply } from '#app/ui/form-reply.ts'
import { Form } from '#app/ui/form.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { TextField } from '#app/ui/text-field.tsx'
import { useScripted } from '#app/ui/use-scripted.ts'
import { mustSignInThisWayWords } from './sign-on-words.ts'

export type ProviderFormProps = {
  idempotencyKey: string
  reply?: FormReply | null | undefined
  /** What is kept; nothing of the secret. */
  provider: { issuer: string; clientId: string; required: boolean; isProved: boolean } | null
  domains: readonly string[]
  /** What a test without saving found. */
  tested?: string | undefined
}

function bindingWords(isRequired: boolean, isProved: boolean): string {
  if (isProved)
    return 'They can no longer sign in by email, and everyone, including you, has to sign in again. Nothing changes for customers.'
  return isRequired
    ? 'Takes effect again once someone has signed in with the current settings. Until then, members can also sign in by email.'
    : 'You can turn this on once someone has signed in this way, so that no one is locked out.'
}

/** By which provider members sign in. Posts `issuer`, `clientId`, `clientSecret`, `required`; a second button tests without saving. */
export function ProviderForm({ idempotencyKey, reply, provider, domains, tested }: ProviderFormProps) {
  const isScripted = useScripted()
  const { issuer = '', clientId = '', required = false, isProved = false } = provider ?? {}
  return (
    <Form
      idempotencyKey={idempotencyKey}
      intent={null}
      reply={reply}
      seen={provider ? { issuer, clientId, required: required ? 'yes' : '' } : {}}
    >
      <div className="fields">
        <TextField
          name="issuer"
          label="Issuer"
          value={issuer}
          maxLength={500}
          autoComplete="off"
          inputMode="url"
          hint="The provider’s issuer URL, for example https://login.example.com"
        />
        <TextField name="clientId" label="Client ID" value={clientId} maxLength={300} autoComplete="off" width="half" />
        <Field
          name="clientSecret"
          label="Client secret"
          optional={provider !== null}
          width="half"
          hint={
            provider
              ? 'A secret is stored, encrypted. Enter a new one only to replace it.'
              : 'Stored encrypted and never shown again.'
          }
        >
          {(control) => <input {...control} type="password" autoComplete="off" maxLength={1000} />}
        </Field>
        <CheckGroup
          name="required"
          legend="Enforcement"
          options={[
            {
              value: 'yes',
              checked: required,
              label: mustSignInThisWayWords(domains),
              hint: bindingWords(required, isProved),
            },
          ]}
        />
      </div>
      <div className="acts">
        <SubmitButton name="intent" value="set-identity-provider">
          Save
        </SubmitButton>
        <Button type="submit" name="intent" value="test-identity-provider">
          Test it
        </Button>
      </div>
      <div role="status">
        {tested && (
          // eslint-disable-next-line jsx-a11y/no-autofocus -- only without script, where nothing else leads to the answer
          <div className="after-fields" tabIndex={-1} autoFocus={!isScripted}>
            <Notice tone="good" isRead>
              {tested}
            </Notice>
          </div>
        )}
      </div>
    </Form>
  )
}
