import { SubmitButton } from '#app/ui/button.tsx'
import { Form } from '#app/ui/form.tsx'
import { type FormReply, replyTo } from '#app/ui/form-reply.ts'
import type { KeyFor } from '#app/ui/form-keys.ts'
import { Panel } from '#app/ui/panel.tsx'
import { SelectField } from '#app/ui/select-field.tsx'
import { championGoneWords, goneWords, namedWords, youAreNamedWords } from './champion-gone-card-words.ts'

export type ChampionGoneProps = {
  gone: {
    champion: string
    why: 'bounced' | 'silent'
    named: { id: string; name: string; by: string; isReader: boolean } | null
    choices: readonly { id: string; name: string }[]
  }
  keyFor: KeyFor
  reply?: FormReply | null | undefined
}

/** Asks who leads the plan where the champion cannot be reached: one step names the next one, who confirms. */
export function ChampionGone({ gone, keyFor, reply }: ChampionGoneProps) {
  const { champion, why, named, choices } = gone
  return (
    <Panel className="people-news no-print">
      <h2>{championGoneWords.title}</h2>
      <p>{goneWords(champion, why)}</p>
      {named && <p>{named.isReader ? youAreNamedWords(named.by, champion) : namedWords(named.by, named.name)}</p>}
      {named?.isReader ? (
        <Form intent="take-champion" idempotencyKey={keyFor('take-champion')} reply={replyTo(reply, 'take-champion')}>
          <div className="acts">
            <SubmitButton>{championGoneWords.take}</SubmitButton>
          </div>
        </Form>
      ) : (
        choices.length > 0 && (
          <Form
            intent="name-next-champion"
            idempotencyKey={keyFor('name-next-champion', named?.id ?? '')}
            reply={replyTo(reply, 'name-next-champion')}
          >
            <SelectField
              name="participantId"
              label={championGoneWords.next}
              value={choices[0]?.id ?? ''}
              options={choices.map(({ id, name }) => ({ value: id, text: name }))}
              hint={championGoneWords.hint}
            />
            <div className="acts">
              <SubmitButton>{championGoneWords.name}</SubmitButton>
            </div>
          </Form>
        )
      )}
    </Panel>
  )
}
