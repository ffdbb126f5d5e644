import { SubmitButton } from '#app/ui/button.tsx'
import type { FormReply } from '#app/ui/form-reply.ts'
import { Form } from '#app/ui/form.tsx'
import type { KeyFor } from '#app/ui/form-keys.ts'

export type ParticipantControlsProps = {
  participant: { id: string; name: string; role: string; mayConfirm: boolean; joined: boolean }
  keyFor: KeyFor
  /** What the reader may do here. */
  may: { remove: boolean; takeBack: boolean; handOn: boolean; nameConfirmer: boolean }
  reply?: FormReply | null | undefined
}

const intents = {
  remove: 'remove-participant',
  takeBack: 'take-back-invitation',
  handOn: 'hand-on-champion',
  nameConfirmer: 'name-confirmer',
} as const

/** What can be changed about one participant. */
export function ParticipantControls({ participant, keyFor, may, reply }: ParticipantControlsProps) {
  const { id, name, role, mayConfirm, joined } = participant
  const act = (intent: string, text: string, hidden: Record<string, string> = {}) => (
    <Form
      key={intent}
      intent={intent}
      idempotencyKey={keyFor(intent, id)}
      hidden={{ participantId: id, ...hidden }}
      reply={reply}
    >
      <SubmitButton tone="quiet" aria-label={`${text}: ${name}`}>
        {text}
      </SubmitButton>
    </Form>
  )
  const takeBack = may.takeBack && !joined && act(intents.takeBack, 'Take back invitation')
  if (role === 'champion') return takeBack || null
  return (
    <>
      {may.nameConfirmer &&
        (mayConfirm
          ? act(intents.nameConfirmer, 'May not confirm the win', { mayConfirm: 'no' })
          : act(intents.nameConfirmer, 'May confirm the win', { mayConfirm: 'yes' }))}
      {may.handOn && act(intents.handOn, 'Make champion')}
      {takeBack || (may.remove && act(intents.remove, 'Remove'))}
    </>
  )
}
