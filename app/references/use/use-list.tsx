import { AskFirst } from '#app/ui/ask-first.tsx'
import { ButtonLink, SubmitButton } from '#app/ui/button.tsx'
import { buttonAbout } from '#app/ui/button-words.ts'
import { Check } from '#app/ui/check-group.tsx'
import { DateField } from '#app/ui/date-field.tsx'
import type { KeyFor } from '#app/ui/form-keys.ts'
import { type FormReply, replyTo } from '#app/ui/form-reply.ts'
import { Form } from '#app/ui/form.tsx'
import { Name } from '#app/ui/name.tsx'
import { SelectField } from '#app/ui/select-field.tsx'
import { Sentence } from '#app/ui/sentence.tsx'
import { TextField } from '#app/ui/text-field.tsx'
import { textSizes } from '#app/kit/limits.ts'
import { kindLabels } from '#app/runner/events/reference-kind-words.ts'
import type { ReferenceKind } from '#app/runner/events/reference-kinds.ts'
import { DealFields } from '../deal-fields.tsx'
import { usedParts, useWords } from './use-words.ts'
import { approvedBoxWords } from '../approval-words.ts'

export type ListedUse = {
  id: string
  kind: string
  on: string
  what: string
  by: string
  isOwn: boolean
  /** Whether it came of a request, whose outcome says that it took place. */
  isOfRequest: boolean
}

type ListProps = {
  uses: readonly ListedUse[]
  today: string
  /** Whether every use may be removed, not only one's own. */
  removesAll: boolean
  /** Where the outcomes of requests are noted. */
  outcomePath: string
  keyFor: KeyFor
  reply: FormReply | null | undefined
}

/** Who used a reference, when and for what. */
export function UseList({ uses, today, removesAll, outcomePath, keyFor, reply }: ListProps) {
  if (uses.length === 0) return <p>{useWords.none}</p>
  return (
    <ul className="uses">
      {uses.map((use) => (
        <li key={use.id}>
          <span dir="auto">
            <Sentence parts={usedParts({ ...use, by: <Name>{use.by}</Name> }, today)} />
          </span>
          {(use.isOwn || removesAll) && use.isOfRequest && (
            <ButtonLink to={outcomePath} tone="quiet" label={buttonAbout(useWords.outcome, use.what)}>
              {useWords.outcome}
            </ButtonLink>
          )}
          {(use.isOwn || removesAll) && !use.isOfRequest && (
            <AskFirst
              text={useWords.remove}
              about={use.what}
              says={useWords.removeSays}
              reply={replyTo(reply, 'remove-use', { useId: use.id })}
            >
              <Form
                idempotencyKey={keyFor('remove-use', use.id)}
                intent="remove-use"
                hidden={{ useId: use.id }}
                reply={replyTo(reply, 'remove-use', { useId: use.id })}
              >
                <SubmitButton tone="danger">{useWords.remove}</SubmitButton>
              </Form>
            </AskFirst>
          )}
        </li>
      ))}
    </ul>
  )
}

type FormProps = {
  kinds: readonly ReferenceKind[]
  approver: string | null
  rulesOut: boolean
  today: string
  keyFor: KeyFor
  reply: FormReply | null | undefined
}

/** What was used, when and for what. */
export function NoteUseForm({ kinds, approver, rulesOut, today, keyFor, reply }: FormProps) {
  return (
    <Form idempotencyKey={keyFor('note-use')} intent="note-use" reply={replyTo(reply, 'note-use')}>
      <div className="fields">
        <SelectField
          name="kind"
          label={useWords.kind}
          width="half"
          options={kinds.map((kind) => ({ value: kind, text: kindLabels[kind] }))}
        />
        <DateField name="usedOn" label={useWords.usedOn} width="half" value={today} />
        <TextField name="usedFor" label={useWords.usedFor} maxLength={textSizes.sentence} hint={useWords.usedForHint} />
        {rulesOut && <DealFields rulesOut />}
      </div>
      {approver !== null && <Check name="isApproved" value="yes" label={approvedBoxWords(approver)} />}
      <div className="acts">
        <SubmitButton>{useWords.note}</SubmitButton>
      </div>
    </Form>
  )
}
