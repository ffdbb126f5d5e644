import { AskFirst } from '#app/ui/ask-first.tsx'
import { OtherAddress } from './other-address.tsx'
import type { PersonReach } from './invitation-state.ts'
import { reachControlWords } from './reach-words.ts'
import { SubmitButton } from '#app/ui/button.tsx'
import { type FormReply, replyTo } from '#app/ui/form-reply.ts'
import { Form } from '#app/ui/form.tsx'
import type { KeyFor } from '#app/ui/form-keys.ts'
import { handOnWords, participantControlWords, removeParticipantWords } from './invite-words.ts'
import { buttonAbout, buttonWords } from '#app/ui/button-words.ts'

export type ParticipantControlsProps = {
  participant: {
    id: string
    name: string
    role: string
    mayConfirm: boolean
    joined: boolean
    waits: boolean
    reach?: PersonReach | undefined
  }
  keyFor: KeyFor
  /** What the reader may do here. */
  may: {
    accept: boolean
    remove: boolean
    withdraw: boolean
    sendAgain: boolean
    /** Whether no champion has joined yet: the vendor may still choose another. */
    chooseFirst: boolean
    handOn: boolean
    propose: boolean
    nameConfirmer: boolean
  }
  reply?: FormReply | null | undefined
}

/** What can be changed about one participant. */
export function ParticipantControls({ participant, keyFor, may, reply }: ParticipantControlsProps) {
  const { id, name, role, mayConfirm, joined, waits, reach } = participant
  const about = (intent: string) => replyTo(reply, intent, { participantId: id })
  const act = (intent: string, text: string, hidden: Record<string, string> = {}) => (
    <Form
      key={intent}
      intent={intent}
      idempotencyKey={keyFor(intent, id)}
      hidden={{ participantId: id, ...hidden }}
      reply={about(intent)}
    >
      <SubmitButton tone="quiet" aria-label={buttonAbout(text, name)}>
        {text}
      </SubmitButton>
    </Form>
  )
  const withdraw = may.withdraw && !joined && act('take-back-invitation', participantControlWords.withdrawInvitation)
  const again = may.sendAgain && !joined && (
    <>
      {reach?.blocked === 'bounced' && (
        <OtherAddress
          participant={participant}
          idempotencyKey={keyFor('send-to-other-address', id)}
          reply={about('send-to-other-address')}
        />
      )}
      {act('send-invitation-again', reachControlWords.sendAgain)}
    </>
  )
  if (role === 'champion')
    return (
      <>
        {(may.chooseFirst || !joined) && again}
        {may.chooseFirst && withdraw}
      </>
    )
  return (
    <>
      {again}
      {may.accept && waits && act('accept-participant', participantControlWords.accept)}
      {may.nameConfirmer &&
        !waits &&
        (mayConfirm
          ? act('name-confirmer', participantControlWords.endConfirming, { mayConfirm: 'no' })
          : act('name-confirmer', participantControlWords.letConfirm, { mayConfirm: 'yes' }))}
      {may.handOn && (may.chooseFirst || !waits) && (
        <AskFirst
          text={participantControlWords.makeChampion}
          about={name}
          says={handOnWords(name)}
          reply={about('hand-on-champion')}
        >
          {act('hand-on-champion', participantControlWords.makeChampionNow)}
        </AskFirst>
      )}
      {may.propose && !waits && act('propose-champion', participantControlWords.proposeChampion)}
      {withdraw ||
        (may.remove && (
          <AskFirst
            text={buttonWords.remove}
            about={name}
            says={removeParticipantWords(name)}
            reply={about('remove-participant')}
          >
            {act('remove-participant', participantControlWords.removeNow)}
          </AskFirst>
        ))}
    </>
  )
}
