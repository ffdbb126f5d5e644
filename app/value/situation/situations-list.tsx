import { ButtonLink, SubmitButton } from '#app/ui/button.tsx'
import { Form } from '#app/ui/form.tsx'
import { Avatar, Tag } from '#app/ui/marks.tsx'
import { Empty } from '#app/ui/panel.tsx'
import { longDate } from '#app/ui/date-words.ts'
import type { SituationRow } from './situation-row.ts'
import { actOnLabel, confirmedOnWords, shareEffect, shareWithWords, situationsWords } from './situation-words.ts'
import { buttonWords } from '#app/ui/button-words.ts'

export type SituationsListProps = {
  rows: readonly SituationRow[]
  formKey: string
  today: string
  newAt: string
  editAt: (id: string) => string
  action?: string
  /** Whether the reader writes situations, or only reads them. */
  mayEdit?: boolean
}

/** The vendor's situations, with who has seen and confirmed them. *Share with …* posts `share-situation` and `situationId`. */
export function SituationsList(props: SituationsListProps) {
  const { rows, formKey, today, newAt, editAt, action, mayEdit = true } = props
  const add = mayEdit && (
    <ButtonLink to={newAt} tone="main">
      {situationsWords.add}
    </ButtonLink>
  )
  if (rows.length === 0) {
    return (
      <Empty title={situationsWords.empty} actions={add}>
        {situationsWords.emptyText}
      </Empty>
    )
  }
  return (
    <>
      <ul className="people">
        {rows.map((row) => (
          <li key={row.id}>
            <Avatar name={row.person} side="customer" />
            <span>
              <b>{row.person}</b>
              <small>{row.jobTitle}</small>
            </span>
            <span className="tags">
              <Tag tone={row.state === 'confirmed' ? 'good' : 'plain'}>{stateWords(row, today)}</Tag>
            </span>
            <span className="people-acts">
              <ButtonLink to={editAt(row.id)} label={actOnLabel(editWords(row, mayEdit), row.person)}>
                {editWords(row, mayEdit)}
              </ButtonLink>
              {mayEdit && row.state === 'draft' && row.takesPart && (
                <Form
                  idempotencyKey={`${formKey}:share-situation:${row.id}`}
                  intent="share-situation"
                  hidden={{ situationId: row.id }}
                  action={action}
                >
                  <SubmitButton tone="plain">{shareWithWords(row.person)}</SubmitButton>
                  <small>{shareEffect(row.person)}</small>
                </Form>
              )}
            </span>
          </li>
        ))}
      </ul>
      {add && <div className="acts">{add}</div>}
    </>
  )
}

const editWords = ({ state }: SituationRow, mayEdit: boolean) =>
  mayEdit && state !== 'confirmed' ? buttonWords.edit : situationsWords.view

function stateWords(row: SituationRow, today: string): string {
  if (row.state === 'draft') return row.takesPart ? situationsWords.draft : situationsWords.draftNotInvited
  if (row.state === 'shared') return situationsWords.shared
  return row.confirmedOn ? confirmedOnWords(longDate(row.confirmedOn, today)) : situationsWords.confirmed
}
