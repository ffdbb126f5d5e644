import { textSizes } from '#app/kit/limits.ts'
import { SubmitButton } from '#app/ui/button.tsx'
import { buttonWords } from '#app/ui/button-words.ts'
import type { FormReply } from '#app/ui/form-reply.ts'
import { Form } from '#app/ui/form.tsx'
import { TextField } from '#app/ui/text-field.tsx'
import { neverGotWords, otherAddressHint, reachControlWords } from './reach-words.ts'

type Props = {
  participant: { id: string; name: string }
  idempotencyKey: string
  reply: FormReply | null | undefined
}

/** Asks for another address of someone whose invitation came back. Posts `participantId`, `email`. */
export const OtherAddress = ({ participant: { id, name }, idempotencyKey, reply }: Props) => (
  <Form
    idempotencyKey={idempotencyKey}
    intent="send-to-other-address"
    hidden={{ participantId: id }}
    reply={reply}
    className="other-address"
  >
    <p>
      <b>{neverGotWords(name)}</b>
    </p>
    <TextField
      name="email"
      label={reachControlWords.email}
      autoComplete="off"
      inputMode="email"
      maxLength={textSizes.address}
      hint={otherAddressHint(name)}
    />
    <SubmitButton busyText={buttonWords.sending}>{reachControlWords.sendThere}</SubmitButton>
  </Form>
)
