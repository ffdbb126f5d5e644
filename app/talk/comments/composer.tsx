import { bounds, isNearlyFull, textSizes } from '#app/kit/limits.ts'
import type { ActorSide } from '#app/policy/policy.ts'
import { SubmitButton } from '#app/ui/button.tsx'
import { type FormReply, replyTo } from '#app/ui/form-reply.ts'
import { Form } from '#app/ui/form.tsx'
import { SelectField } from '#app/ui/select-field.tsx'
import { commentAudience, composerWords, privateTaskHint, roomWords } from './comment-words.ts'
import type { ConversationView } from '../core/conversation-view.ts'
import { MentionField } from './mention-field.tsx'
import { buttonWords } from '#app/ui/button-words.ts'

/** What the forms of a conversation are drawn with. */
export type TalkFormProps = {
  conversation: ConversationView
  /** The companies by their side. */
  companies: Readonly<Record<ActorSide, string>>
  side: ActorSide
  /** Only the reader's side can see what the conversation is about. */
  isPrivate: boolean
  formKey: string
  reply?: FormReply | null | undefined
}

type ComposerProps = TalkFormProps & {
  /** The thread that it replies to; none begins one. */
  thread?: { id: string; isInternal: boolean; by: string }
}

/** Writes a comment or a reply, for both companies or the reader's own. */
export function Composer({ conversation, companies, side, isPrivate, formKey, reply, thread }: ComposerProps) {
  const threadId = thread?.id ?? ''
  const own = companies[side]
  const isAsked = conversation.mayWriteInternally && !isPrivate && !thread?.isInternal
  const isFull = isNearlyFull(conversation.size, bounds.comments)
  return (
    <Form
      className="composer"
      idempotencyKey={`${formKey}:add-comment:${threadId}`}
      intent="add-comment"
      hidden={{ threadId }}
      reply={replyTo(reply, 'add-comment', { threadId })}
    >
      <MentionField
        name="body"
        label={thread ? composerWords.replyField : composerWords.commentField}
        hint={composerWords.hint}
        people={conversation.people}
        maxLength={textSizes.comment}
        rows={thread ? 2 : 3}
      />
      {isFull && <p className="hint">{roomWords(conversation.size, bounds.comments)}</p>}
      {isPrivate && <p className="hint">{privateTaskHint(own)}</p>}
      <div className="send">
        {isAsked && (
          <SelectField
            name="audience"
            label={composerWords.audience}
            value="both"
            options={[
              { value: 'both', text: commentAudience.both },
              { value: 'own', text: commentAudience.own(own) },
            ]}
          />
        )}
        <SubmitButton tone={thread ? 'plain' : 'main'} busyText={buttonWords.sending}>
          {thread ? composerWords.reply : composerWords.comment}
        </SubmitButton>
      </div>
    </Form>
  )
}
