import { SubmitButton } from '#app/ui/button.tsx'
import { CheckGroup } from '#app/ui/check-group.tsx'
import type { FormReply } from '#app/ui/form-reply.ts'
import { Form } from '#app/ui/form.tsx'
import { Panel } from '#app/ui/panel.tsx'
import { TextArea } from '#app/ui/text-field.tsx'
import { labels } from '#app/kit/label-words.ts'
import { textSizes } from '#app/kit/limits.ts'
import { quoted } from '#app/ui/name-words.ts'
import type { CardChoices } from './card-queries.server.ts'
import { cardChoiceWords, cardRefusals } from './card-page-words.ts'

export type CardChoicesFormProps = {
  idempotencyKey: string
  reply: FormReply | null | undefined
  choices: CardChoices
  companies: { customer: string; vendor: string }
}

/** What the card says in the customer's own words, and who it names. Posts `winVersion`, `headline` and `people`. */
export function CardChoicesForm({ idempotencyKey, reply, choices, companies }: CardChoicesFormProps) {
  const { winVersion, statement, headline, people, left } = choices
  const named = people.filter(({ isNamed }) => isNamed).map(({ id }) => id)
  return (
    <Panel className="no-print card-choices">
      <h2>{cardChoiceWords.title}</h2>
      <Form
        // What was saved is what the boxes show next.
        key={[headline, ...named].join()}
        idempotencyKey={idempotencyKey}
        intent="save-card"
        reply={reply}
        hidden={{ winVersion: String(winVersion) }}
        seen={{ headline: headline ?? '', people: named.length > 0 ? named : '' }}
        show={(field, value) => (field === 'people' ? namesIn(people, value) : value)}
      >
        <div className="fields">
          <TextArea
            name="headline"
            label={labels.headline}
            rows={2}
            optional
            value={headline ?? ''}
            maxLength={textSizes.title}
            hint={cardChoiceWords.headlineHint(quoted(statement))}
          />
        </div>
        <CheckGroup
          name="people"
          legend={labels.peopleNamed}
          hint={cardChoiceWords.peopleHint}
          options={people.map(({ id, name, side, isNamed }) => ({
            value: id,
            label: name,
            hint: companies[side],
            checked: isNamed,
          }))}
        />
        {left.map((name) => (
          <p className="fine" key={name}>
            {cardRefusals.tookNameOff(name)}
          </p>
        ))}
        <div className="acts">
          <SubmitButton tone="plain">{cardChoiceWords.save}</SubmitButton>
        </div>
      </Form>
    </Panel>
  )
}

/** Ids of people, one or as a JSON list, as their names. */
const namesIn = (people: CardChoices['people'], value: string): string =>
  cardChoiceWords.names(people.filter(({ id }) => value.includes(id)).map(({ name }) => name))
