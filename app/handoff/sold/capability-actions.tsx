import { SubmitButton } from '#app/ui/button.tsx'
import { buttonAbout } from '#app/ui/button-words.ts'
import { type FormReply, replyTo } from '#app/ui/form-reply.ts'
import type { KeyFor } from '#app/ui/form-keys.ts'
import { Form } from '#app/ui/form.tsx'
import { capabilityActionWords } from './sold-words.ts'
import type { CapabilityView } from './sold-view.ts'

export type CapabilityActionsProps = {
  capability: CapabilityView
  may: { deliver: boolean; accept: boolean }
  keyFor: KeyFor
  reply?: FormReply | null | undefined
}

const actionTexts = {
  'deliver-capability': capabilityActionWords.deliver,
  'withdraw-delivery': capabilityActionWords.notDelivered,
  'accept-capability': capabilityActionWords.accept,
  'withdraw-acceptance': capabilityActionWords.takeBack,
} as const

/** The next thing that the reader can do to a capability by one press, and the way back from the last one. */
export function CapabilityActions({ capability, may, keyFor, reply }: CapabilityActionsProps) {
  const { id, need, promisedBy, inContract, deliveredOn, accepted } = capability
  const intents: (keyof typeof actionTexts)[] = []
  if (may.deliver && deliveredOn === null && (promisedBy !== null || inContract)) intents.push('deliver-capability')
  if (may.accept && deliveredOn !== null && accepted === null) intents.push('accept-capability')
  if (may.deliver && deliveredOn !== null && accepted === null) intents.push('withdraw-delivery')
  if (may.accept && accepted !== null) intents.push('withdraw-acceptance')
  return intents.map((intent) => (
    <Form
      key={intent}
      className="inline no-print"
      intent={intent}
      idempotencyKey={keyFor(intent, id)}
      hidden={{ capabilityId: id }}
      reply={replyTo(reply, intent, { capabilityId: id })}
    >
      <SubmitButton
        tone={intent.startsWith('take') ? 'quiet' : 'plain'}
        aria-label={buttonAbout(actionTexts[intent], need)}
      >
        {actionTexts[intent]}
      </SubmitButton>
    </Form>
  ))
}
