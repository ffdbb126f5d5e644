import { roleName } from '#app/policy/role-name-words.ts'
import { ButtonLink, SubmitButton } from '#app/ui/button.tsx'
import { Form } from '#app/ui/form.tsx'
import type { KeyFor } from '#app/ui/form-keys.ts'
import { Avatar, Tag } from '#app/ui/marks.tsx'
import type { KeyPersonRow } from './key-person-row.ts'
import { keyPersonStateFor, keyPersonWords, markLabel, unmarkLabel } from './key-person-words.ts'

type Props = {
  rows: readonly KeyPersonRow[]
  side: 'vendor' | 'customer'
  keyFor: KeyFor
  /** Where a note about someone is begun; null where the reader writes none. */
  newAt: ((personId: string) => string) | null
}

/** Who of the plan is a key person, for those who say so. *Mark as key person* posts `mark-key-person`, `participantId` and `isKey`. */
export function KeyPersonsPanel({ rows, side, keyFor, newAt }: Props) {
  if (rows.length === 0) return null
  return (
    <section className="panel key-persons" aria-labelledby="key-persons-title">
      <h2 id="key-persons-title">{keyPersonWords.title}</h2>
      <p className="fine">{keyPersonWords.hint}</p>
      <ul className="people">
        {rows.map(({ id, name, role, state, isMarked }) => (
          <li key={id}>
            <Avatar name={name} side="customer" />
            <span>
              <b dir="auto">{name}</b>
              <small>{roleName(role)}</small>
            </span>
            <span className="tags">
              {state && <Tag tone={state === 'confirmed' ? 'good' : 'plain'}>{keyPersonStateFor(side, state)}</Tag>}
            </span>
            <span className="people-acts">
              {newAt && state === 'none' && <ButtonLink to={newAt(id)}>{keyPersonWords.write}</ButtonLink>}
              {(state === null || isMarked) && (
                <Form
                  idempotencyKey={keyFor('mark-key-person', id)}
                  intent="mark-key-person"
                  hidden={{ participantId: id, isKey: isMarked ? 'no' : 'yes' }}
                >
                  <SubmitButton tone="quiet" aria-label={isMarked ? unmarkLabel(name) : markLabel(name)}>
                    {isMarked ? keyPersonWords.unmark : keyPersonWords.mark}
                  </SubmitButton>
                </Form>
              )}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
