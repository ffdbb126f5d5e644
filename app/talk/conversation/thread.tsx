import { textSizes } from '#app/kit/limits.ts'
import { SubmitButton } from '#app/ui/button.tsx'
import { replyTo } from '#app/ui/form-reply.ts'
import { Form } from '#app/ui/form.tsx'
import { Avatar, Mark } from '#app/ui/marks.tsx'
import { deletedWords, foldedWords, internalWords, replyToLabel, resolvedWords } from '../comments/comment-words.ts'
import { CommentText } from '../comments/comment-text.tsx'
import { Composer, type TalkFormProps } from '../comments/composer.tsx'
import { MentionField } from '../comments/mention-field.tsx'
import type { CommentView, ThreadView } from '../core/conversation-view.ts'
import { QuestionBar } from '../questions/question-bar.tsx'
import { buttonAbout, buttonWords } from '#app/ui/button-words.ts'
import { threadWords, aboutComment } from './conversation-words.ts'

type ThreadProps = TalkFormProps & { thread: ThreadView }

/** One thread: its comments, and what the reader can do with it. A resolved one is folded. */
export function Thread(props: ThreadProps) {
  const { thread } = props
  if (!thread.resolved) return <ThreadBody {...props} />
  return (
    <details className="resolved">
      <summary>
        {resolvedWords(thread.resolved)} <small>{foldedWords(thread.comments.length)}</small>
      </summary>
      <ThreadBody {...props} />
    </details>
  )
}

function ThreadBody(props: ThreadProps) {
  const { thread, conversation, reply } = props
  const [first] = thread.comments
  const answered = replyTo(reply, 'add-comment', { threadId: thread.id })
  return (
    <>
      {thread.question && <QuestionBar {...props} question={thread.question} author={first?.by ?? ''} />}
      <ol className="comments">
        {thread.comments.map((comment) => (
          <Comment key={comment.id} {...props} comment={comment} />
        ))}
      </ol>
      {conversation.mayWrite && first && (
        <div className="thread-acts">
          {!thread.resolved && (
            <details className="fold" open={answered !== undefined} key={thread.comments.at(-1)?.id}>
              <summary aria-label={replyToLabel(first.by)}>{threadWords.reply}</summary>
              <Composer {...props} thread={{ id: thread.id, isInternal: first.isInternal, by: first.by }} />
            </details>
          )}
          {!thread.question && <SettleThread {...props} />}
        </div>
      )}
    </>
  )
}

function SettleThread({ thread, formKey, reply }: ThreadProps) {
  const common = { hidden: { commentId: thread.id }, className: 'inline' }
  if (thread.resolved)
    return (
      <Form
        {...common}
        intent="reopen-thread"
        idempotencyKey={`${formKey}:reopen-thread:${thread.id}`}
        reply={replyTo(reply, 'reopen-thread', { commentId: thread.id })}
      >
        <SubmitButton tone="quiet" busyText={threadWords.reopening}>
          {threadWords.reopen}
        </SubmitButton>
      </Form>
    )
  return (
    <Form
      {...common}
      intent="resolve-thread"
      idempotencyKey={`${formKey}:resolve-thread:${thread.id}`}
      reply={replyTo(reply, 'resolve-thread', { commentId: thread.id })}
    >
      <SubmitButton tone="quiet" busyText={threadWords.resolving}>
        {threadWords.resolve}
      </SubmitButton>
    </Form>
  )
}

function Comment(props: ThreadProps & { comment: CommentView }) {
  const { comment, companies, side, conversation } = props
  const { id, by, deleted, isInternal } = comment
  if (deleted !== 'no')
    return (
      <li id={`comment-${id}`} className="comment deleted">
        <p>{deletedWords[deleted]}</p>
        {deleted === 'restorable' && <Restore {...props} />}
      </li>
    )
  return (
    <li id={`comment-${id}`} className={isInternal ? `comment internal own-only ${side}` : 'comment'}>
      <span aria-hidden="true">
        <Avatar name={by} side={comment.side} />
      </span>
      <div>
        <p className="by">
          <b>
            <bdi>{by}</bdi>
          </b>{' '}
          <Mark side={comment.side} label={companies[comment.side]} /> <time dateTime={comment.at}>{comment.when}</time>
          {comment.isEdited && <span> {threadWords.edited}</span>}
        </p>
        {isInternal && <p className="internal-mark">{internalWords(companies[side])}</p>}
        <CommentText parts={comment.parts} />
        {comment.isOwn && (
          <div className="comment-acts">
            {conversation.mayWrite && <Edit {...props} />}
            <Delete {...props} />
          </div>
        )}
      </div>
    </li>
  )
}

function Edit({ comment, conversation, formKey, reply }: ThreadProps & { comment: CommentView }) {
  const { id, body } = comment
  const answered = replyTo(reply, 'edit-comment', { commentId: id })
  return (
    // A saved text closes its form.
    <details className="fold" open={answered !== undefined} key={body}>
      <summary aria-label={buttonAbout(buttonWords.edit, aboutComment(comment))}>{buttonWords.edit}</summary>
      <Form
        className="composer"
        intent="edit-comment"
        idempotencyKey={`${formKey}:edit-comment:${id}`}
        hidden={{ commentId: id }}
        seen={{ body: body ?? '' }}
        reply={answered}
      >
        <MentionField
          name="body"
          label={threadWords.editField}
          value={body ?? ''}
          people={conversation.people}
          maxLength={textSizes.comment}
        />
        <SubmitButton tone="plain">{buttonWords.save}</SubmitButton>
      </Form>
    </details>
  )
}

const Delete = ({ comment, formKey, reply }: ThreadProps & { comment: CommentView }) => (
  <Form
    className="inline"
    intent="delete-comment"
    idempotencyKey={`${formKey}:delete-comment:${comment.id}`}
    hidden={{ commentId: comment.id }}
    reply={replyTo(reply, 'delete-comment', { commentId: comment.id })}
  >
    <SubmitButton
      tone="quiet"
      busyText={threadWords.deleting}
      aria-label={buttonAbout(threadWords.delete, aboutComment(comment))}
    >
      {threadWords.delete}
    </SubmitButton>
  </Form>
)

const Restore = ({ comment: { id }, formKey, reply }: ThreadProps & { comment: CommentView }) => (
  <Form
    className="inline"
    intent="restore-comment"
    idempotencyKey={`${formKey}:restore-comment:${id}`}
    hidden={{ commentId: id }}
    reply={replyTo(reply, 'restore-comment', { commentId: id })}
  >
    <SubmitButton tone="plain" busyText={threadWords.restoring}>
      {threadWords.undo}
    </SubmitButton>
  </Form>
)
