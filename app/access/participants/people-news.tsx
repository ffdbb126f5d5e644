import { AskFirst } from '#app/ui/ask-first.tsx'
import { SubmitButton } from '#app/ui/button.tsx'
import { Form } from '#app/ui/form.tsx'
import type { FormReply } from '#app/ui/form-reply.ts'
import { replyTo } from '#app/ui/form-reply.ts'
import { type KeyFor, formKeys } from '#app/ui/form-keys.ts'
import { Panel } from '#app/ui/panel.tsx'
import {
  addedQuestion,
  declinePersonWords,
  joinedQuestion,
  peopleNewsWords,
  waitingPersonWords,
  waitingWords,
} from './participant-words.ts'
import { ChampionGone, type ChampionGoneProps } from './champion-gone.tsx'
import { ChampionProposal, type ChampionProposalProps } from './champion-proposal.tsx'
import { buttonAbout, buttonWords } from '#app/ui/button-words.ts'

type Person = { id: string; name: string; email: string; role: string; invitedBy: string | null }

export type PeopleNewsProps = {
  news: {
    workspace: string
    champion: string | null
    isWaiting: boolean
    toAccept: readonly Person[]
    proposal: ChampionProposalProps['proposal'] | null
    mayAgree: boolean
    gone?: ChampionGoneProps['gone']
  }
  formKey: string
  reply?: FormReply | null | undefined
}

/** What the plan page tells a participant about who takes part, where there is anything to say. */
export function PeopleNews({ news, formKey, reply }: PeopleNewsProps) {
  const { workspace, champion, isWaiting, toAccept, proposal, mayAgree, gone } = news
  const keyFor = formKeys(formKey)
  return (
    <>
      {isWaiting && <p className="origin no-print">{waitingWords(workspace, champion)}</p>}
      {toAccept.map((person) => (
        <AcceptCard key={person.id} person={person} vendor={workspace} keyFor={keyFor} reply={reply} />
      ))}
      {gone && <ChampionGone gone={gone} keyFor={keyFor} reply={reply} />}
      {proposal && (
        <ChampionProposal
          proposal={proposal}
          champion={champion}
          may={{ agree: mayAgree, complete: false, decline: true }}
          declineText={peopleNewsWords.object}
          keyFor={keyFor}
          reply={reply}
        />
      )}
    </>
  )
}

type AcceptCardProps = { person: Person; vendor: string; keyFor: KeyFor; reply: FormReply | null | undefined }

/** Asks the champion about one person that the vendor added. */
function AcceptCard({ person, vendor, keyFor, reply }: AcceptCardProps) {
  const { id, name, email, role, invitedBy } = person
  const about = (intent: string) => replyTo(reply, intent, { participantId: id })
  const form = (intent: string, text: string, tone: 'plain' | 'quiet') => (
    <Form intent={intent} idempotencyKey={keyFor(intent, id)} hidden={{ participantId: id }} reply={about(intent)}>
      <SubmitButton tone={tone} aria-label={buttonAbout(text, name)}>
        {text}
      </SubmitButton>
    </Form>
  )
  return (
    <Panel className="people-news no-print">
      <h2>{invitedBy ? addedQuestion(vendor, name) : joinedQuestion(name)}</h2>
      <p>{waitingPersonWords({ name, email, role })}</p>
      <div className="acts">
        {form('accept-participant', peopleNewsWords.accept, 'plain')}
        <AskFirst
          text={buttonWords.remove}
          about={name}
          says={declinePersonWords(name)}
          reply={about('remove-participant')}
        >
          {form('remove-participant', peopleNewsWords.removeNow, 'quiet')}
        </AskFirst>
      </div>
    </Panel>
  )
}
