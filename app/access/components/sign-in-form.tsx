import { SubmitButton } from '#app/ui/button.tsx'
import type { FormReply } from '#app/ui/form-reply.ts'
import { Form } from '#app/ui/form.tsx'
import { TextField } from '#app/ui/text-field.tsx'

export type SignInFormProps = {
  idempotencyKey: string
  reply?: FormReply | null | undefined
  /** Where the link leads afterwards: a path of ours. */
  next?: string | undefined
  action?: string
  /** Of whoever is signed in already. */
  email?: string | undefined
}

/** Asks for an address and sends a link to it. Posts `email` and `next`. */
export function SignInForm({ idempotencyKey, reply, next, email, action = '/sign-in' }: SignInFormProps) {
  return (
    <Form
      idempotencyKey={idempotencyKey}
      intent="send-sign-in-link"
      reply={reply}
      action={action}
      hidden={next ? { next } : {}}
    >
      <div className="fields">
        <TextField name="email" label="Email" type="email" autoComplete="email" value={email} />
      </div>
      <div className="acts">
        <SubmitButton busyText="Sending…">Send sign-in link</SubmitButton>
      </div>
    </Form>
  )
}
