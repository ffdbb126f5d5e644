import { Suspense, lazy } from 'react'
import { textSizes } from '#app/kit/limits.ts'
import { SubmitButton } from '#app/ui/button.tsx'
import type { FormReply } from '#app/ui/form-reply.ts'
import { Form } from '#app/ui/form.tsx'
import { TextField } from '#app/ui/text-field.tsx'
import { useScripted } from '#app/ui/use-scripted.ts'
import { signInFormWords } from './sign-in-form-words.ts'
import { buttonWords } from '#app/ui/button-words.ts'

/** Every page can end at this form, few do: its script is not part of theirs. */
const PasskeySignIn = lazy(() =>
  import('./passkey-sign-in.tsx').then(
    ({ PasskeySignIn }) => ({ default: PasskeySignIn }),
    // The link by email works without it.
    () => ({ default: () => <></> }),
  ),
)

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
  const isScripted = useScripted()
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
          <TextField
            name="email"
            label={signInFormWords.email}
            type="email"
            autoComplete="username webauthn"
            value={email}
            maxLength={textSizes.address}
          />
        </div>
        <div className="acts">
          <SubmitButton busyText={buttonWords.sending}>{signInFormWords.send}</SubmitButton>
        </div>
      </Form>
      <div className="passkey-sign-in">
        {isScripted ? (
          <Suspense>
            <PasskeySignIn next={next} />
          </Suspense>
        ) : (
          <p className="fine without-script">{signInFormWords.passkeysNeedScript}</p>
        )}
      </div>
    </>
  )
}
