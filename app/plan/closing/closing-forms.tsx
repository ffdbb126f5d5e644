import { closeReasonWords } from '../core/close-reason-words.ts'
import { closeReasons } from '../core/close-reasons.ts'
import type { ClosingPageView } from './closing-queries.server.ts'
import { ButtonLink, SubmitButton } from '#app/ui/button.tsx'
import { formKeys } from '#app/ui/form-keys.ts'
import type { FormReply } from '#app/ui/form-reply.ts'
import { replyTo } from '#app/ui/form-reply.ts'
import { Form } from '#app/ui/form.tsx'
import { Panel } from '#app/ui/panel.tsx'
import { SelectField } from '#app/ui/select-field.tsx'
import { TextArea } from '#app/ui/text-field.tsx'
import { capital } from '#app/ui/name-words.ts'
import { archiveWords, closeWords, closingFormsWords, lossNoteHint, restoreWords } from './closing-form-words.ts'
import { textSizes } from '#app/kit/limits.ts'

type Props = { page: ClosingPageView; formKey: string; reply: FormReply | null | undefined; cancelTo: string }

/**
 * The forms that close, archive, reopen or restore this plan. The page itself is the confirmation: it says what each button
 * does.
 */
export function ClosingForms(props: Props) {
  const { archived, state } = props.page
  if (archived) return <Restore {...props} />
  return (
    <>
      {state === 'lost' ? <Reopen {...props} /> : state !== 'won' && <CloseForm {...props} />}
      <Archive {...props} />
    </>
  )
}

function CloseForm({ page, formKey, reply, cancelTo }: Props) {
  return (
    <Panel>
      <h2>{closingFormsWords.closeTitle}</h2>
      <p>{closeWords(page.account)}</p>
      <Form
        idempotencyKey={formKeys(formKey)('close-plan')}
        intent="close-plan"
        reply={replyTo(reply, 'close-plan')}
        className="after-fields"
      >
        <div className="fields">
          <SelectField
            name="reason"
            label={closingFormsWords.reason}
            hint={closingFormsWords.reasonHint}
            options={[
              { value: '', text: closingFormsWords.noReason },
              ...closeReasons.map((reason) => ({ value: reason, text: capital(closeReasonWords[reason]) })),
            ]}
          />
          <TextArea
            name="note"
            label={closingFormsWords.note}
            optional
            rows={2}
            maxLength={textSizes.note}
            hint={lossNoteHint(page.workspace, page.account)}
          />
        </div>
        <div className="acts">
          <SubmitButton busyText={closingFormsWords.closing}>{closingFormsWords.close}</SubmitButton>
          <ButtonLink to={cancelTo} tone="quiet">
            {closingFormsWords.keepOpen}
          </ButtonLink>
        </div>
      </Form>
    </Panel>
  )
}

function Reopen({ formKey, reply }: Props) {
  return (
    <Panel>
      <h2>{closingFormsWords.reopenTitle}</h2>
      <p>{closingFormsWords.reopenIntro}</p>
      <OneButton intent="reopen-plan" formKey={formKey} reply={reply} busyText={closingFormsWords.reopening}>
        {closingFormsWords.reopen}
      </OneButton>
    </Panel>
  )
}

function Archive({ page, formKey, reply }: Props) {
  return (
    <Panel>
      <h2>{closingFormsWords.archiveTitle}</h2>
      <p>{archiveWords(page)}</p>
      <OneButton
        intent="archive-plan"
        formKey={formKey}
        reply={reply}
        tone="plain"
        busyText={closingFormsWords.archiving}
      >
        {closingFormsWords.archive}
      </OneButton>
    </Panel>
  )
}

function Restore({ page, formKey, reply }: Props) {
  return (
    <Panel>
      <h2>{closingFormsWords.restoreTitle}</h2>
      <p>{restoreWords(page)}</p>
      <OneButton intent="restore-plan" formKey={formKey} reply={reply} busyText={closingFormsWords.restoring}>
        {closingFormsWords.restore}
      </OneButton>
    </Panel>
  )
}

type OneButtonProps = Pick<Props, 'formKey' | 'reply'> & {
  intent: 'reopen-plan' | 'archive-plan' | 'restore-plan'
  busyText: string
  tone?: 'main' | 'plain'
  children: string
}

/** A form without fields, only its button. */
function OneButton({ intent, formKey, reply, busyText, tone = 'main', children }: OneButtonProps) {
  return (
    <Form idempotencyKey={formKeys(formKey)(intent)} intent={intent} reply={replyTo(reply, intent)}>
      <div className="acts">
        <SubmitButton tone={tone} busyText={busyText}>
          {children}
        </SubmitButton>
      </div>
    </Form>
  )
}
