import { textSizes } from '#app/kit/limits.ts'
import type { ActorSide } from '#app/policy/policy.ts'
import { SubmitButton } from '#app/ui/button.tsx'
import { type FormReply, replyTo } from '#app/ui/form-reply.ts'
import { Form } from '#app/ui/form.tsx'
import { Mark } from '#app/ui/marks.tsx'
import { TextField } from '#app/ui/text-field.tsx'
import { internalWords } from '../comments/comment-words.ts'
import { AddFileForm } from './add-file-form.tsx'
import {
  fileAddedWords,
  attachmentsWords,
  fullTaskWords,
  fileRemovedWords,
  removeLabel,
  restoreLabel,
} from './attachment-words.ts'
import type { AttachmentView, AttachmentsView } from './attachment-view.ts'
import { buttonWords } from '#app/ui/button-words.ts'

type Props = {
  view: AttachmentsView
  companies: Readonly<Record<ActorSide, string>>
  side: ActorSide
  /** Where a file is posted to. */
  addFileTo: string
  formKey: string
  reply?: FormReply | null | undefined
}

/** The links and files of a task, with what adds and removes them. */
export function Attachments(props: Props) {
  const { view, formKey, reply, addFileTo } = props
  const linkReply = replyTo(reply, 'add-link')
  return (
    <section className="attachments" id="files" aria-label={attachmentsWords.title}>
      <h2>{attachmentsWords.title}</h2>
      {view.attachments.length === 0 && <p className="nothing">{attachmentsWords.empty}</p>}
      {view.attachments.length > 0 && (
        <ul>
          {view.attachments.map((attachment) => (
            <Item key={attachment.id} {...props} attachment={attachment} />
          ))}
        </ul>
      )}
      {view.removed.map((removed) => (
        <div key={removed.id} className="removed">
          <p>{fileRemovedWords(removed)}</p>
          <ActOn {...props} intent="restore-attachment" of={removed} />
        </div>
      ))}
      {view.mayChange && view.isFull && <p className="hint">{fullTaskWords}</p>}
      {view.mayChange && !view.isFull && (
        <div className="adding no-print">
          {/* What was added closes its form. */}
          <details className="fold" key={`file ${view.attachments.length}`}>
            <summary>{attachmentsWords.addFile}</summary>
            <AddFileForm action={addFileTo} idempotencyKey={`${formKey}:add-file`} />
          </details>
          <details className="fold" open={linkReply !== undefined} key={`link ${view.attachments.length}`}>
            <summary>{attachmentsWords.addLink}</summary>
            <Form idempotencyKey={`${formKey}:add-link`} intent="add-link" reply={linkReply}>
              <TextField name="url" label={attachmentsWords.url} inputMode="url" maxLength={textSizes.url} />
              <TextField name="linkTitle" label={attachmentsWords.linkTitle} optional maxLength={textSizes.title} />
              <div className="acts">
                <SubmitButton>{attachmentsWords.add}</SubmitButton>
              </div>
            </Form>
          </details>
        </div>
      )}
    </section>
  )
}

function Item(props: Props & { attachment: AttachmentView }) {
  const { attachment, companies, side, view } = props
  const { kind, name, href, detail, isInternal } = attachment
  return (
    <li className={isInternal ? `own-only ${side}` : undefined}>
      <div>
        {kind === 'link' ? (
          <a href={href} rel="noopener noreferrer nofollow">
            {name}
          </a>
        ) : (
          <a href={href} download>
            {name}
          </a>
        )}{' '}
        <small>{detail}</small>
        <p className="by">
          <Mark side={attachment.side} label={companies[attachment.side]} />{' '}
          <time dateTime={attachment.at}>{fileAddedWords(attachment)}</time>
        </p>
        {isInternal && <p className="internal-mark">{internalWords(companies[side])}</p>}
      </div>
      {view.mayChange && <ActOn {...props} intent="remove-attachment" of={attachment} />}
    </li>
  )
}

const acts = {
  'remove-attachment': { text: buttonWords.remove, busy: buttonWords.removing, label: removeLabel },
  'restore-attachment': { text: attachmentsWords.restore, busy: attachmentsWords.restoring, label: restoreLabel },
} as const

type ActOnProps = Pick<Props, 'formKey' | 'reply'> & {
  intent: keyof typeof acts
  of: { id: string; name: string }
}

function ActOn({ intent, of: { id, name }, formKey, reply }: ActOnProps) {
  const { text, busy, label } = acts[intent]
  return (
    <Form
      className="inline no-print"
      intent={intent}
      idempotencyKey={`${formKey}:${intent}:${id}`}
      hidden={{ attachmentId: id }}
      reply={replyTo(reply, intent, { attachmentId: id })}
    >
      <SubmitButton tone="quiet" busyText={busy} aria-label={label(name)}>
        {text}
      </SubmitButton>
    </Form>
  )
}
