import { Button, SubmitButton } from '#app/ui/button.tsx'
import { CheckGroup } from '#app/ui/check-group.tsx'
import { Field } from '#app/ui/field.tsx'
import type { FormReply } from '#app/ui/form-reply.ts'
import { Form } from '#app/ui/form.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { TextField } from '#app/ui/text-field.tsx'
import { useScripted } from '#app/ui/use-scripted.ts'
import { mustSignInThisWayWords, providerFormWords } from './sign-on-settings-words.ts'
import { buttonWords } from '#app/ui/button-words.ts'

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
  if (isProved) return providerFormWords.requiredHint
  return isRequired ? providerFormWords.requiredLaterHint : providerFormWords.requiredAfterTestHint
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
          label={providerFormWords.issuer}
          value={issuer}
          maxLength={500}
          autoComplete="off"
          inputMode="url"
          hint={providerFormWords.issuerHint}
        />
        <TextField
          name="clientId"
          label={providerFormWords.clientId}
          value={clientId}
          maxLength={300}
          autoComplete="off"
          width="half"
        />
        <Field
          name="clientSecret"
          label={providerFormWords.clientSecret}
          optional={provider !== null}
          width="half"
          hint={provider ? providerFormWords.secretKeptHint : providerFormWords.secretHint}
        >
          {(control) => <input {...control} type="password" autoComplete="off" maxLength={1000} />}
        </Field>
        <CheckGroup
          name="required"
          legend={providerFormWords.enforcement}
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
          {buttonWords.save}
        </SubmitButton>
        <Button type="submit" name="intent" value="test-identity-provider">
          {providerFormWords.test}
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
