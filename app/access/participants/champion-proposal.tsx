import { SubmitButton } from '#app/ui/button.tsx'
import { Form } from '#app/ui/form.tsx'
import type { FormReply } from '#app/ui/form-reply.ts'
import { replyTo } from '#app/ui/form-reply.ts'
import type { KeyFor } from '#app/ui/form-keys.ts'
import { Panel } from '#app/ui/panel.tsx'
import {
  makeChampionWords,
  peopleNewsWords,
  proposalTitle,
  proposedRoleWords,
  takesEffectWords,
} from './participant-words.ts'

export type ChampionProposalProps = {
  proposal: { participantId: string; name: string; by: string; earliest: string; isDue: boolean }
  /** The present champion's name; null where the champion has left. */
  champion: string | null
  /** What the reader may do: the champion agrees, an admin completes or withdraws, others of the customer object. */
  may: { agree: boolean; complete: boolean; decline: boolean }
  /** What ending it is called for the reader. */
  declineText: string
  keyFor: KeyFor
  reply?: FormReply | null | undefined
}

/** The proposed next champion, from when it takes effect, and the possible answers. */
export function ChampionProposal(props: ChampionProposalProps) {
  const { proposal, champion, may, declineText, keyFor, reply } = props
  const { participantId, name, by, earliest, isDue } = proposal
  const form = (
    intent: string,
    text: string,
    hidden: Record<string, string> = {},
    tone: 'plain' | 'quiet' = 'plain',
  ) => (
    <Form intent={intent} idempotencyKey={keyFor(intent, participantId)} hidden={hidden} reply={replyTo(reply, intent)}>
      <SubmitButton tone={tone}>{text}</SubmitButton>
    </Form>
  )
  return (
    <Panel className="people-news">
      <h2>{proposalTitle(by, name)}</h2>
      <p>
        {proposedRoleWords(name, champion)} {isDue ? peopleNewsWords.unopposed : takesEffectWords(earliest, champion)}
      </p>
      <div className="acts">
        {may.agree && form('agree-to-champion', makeChampionWords(name), { participantId })}
        {may.complete && isDue && form('complete-champion', makeChampionWords(name), { participantId })}
        {may.decline && form('decline-champion', declineText, {}, 'quiet')}
      </div>
    </Panel>
  )
}
