import { SubmitButton } from '#app/ui/button.tsx'
import type { FormReply } from '#app/ui/form-reply.ts'
import { Form } from '#app/ui/form.tsx'
import { TextField } from '#app/ui/text-field.tsx'
import { PasskeySignIn } from './passkey-sign-in.tsx'

export type SignInFormProps = {
  idempotencyKey: string
  reply?: FormReply | null | undefined
  /** Where the link leads afterwards: a path of ours. */
  next?: string | undefined
  action?: string
  /** Of everyone signed in already. */
  email?: string | undefined
}

/** Asks for an address and sends a link to it, or for a passkey. The form posts `email` and `next`. */
export function SignInForm({ idempotencyKey, reply, next, email, action = '/sign-in' }: SignInFormProps) {
  return (
    <>
      <Form
        idempotencyKey={idempotencyKey}
        intent="send-sign-in-link"
        reply={reply}
        action={action}
        hidden={next ? { next } : {}}
      >
        <div className="fields">
          {/* Browsers that know passkeys offer them here, too. */}
          <TextField name="email" label="Email" type="email" autoComplete="username webauthn" value={email} />
        </div>
        <div className="acts">
          <SubmitButton busyText="Sending…">Send sign-in link</SubmitButton>
        </div>
      </Form>
      <PasskeySignIn next={next} />
    </>
  )
}
