import type { TalkFormProps } from './comments/composer.tsx'
import { Conversation } from './conversation/conversation.tsx'
import { Attachments } from './files/attachments.tsx'
import type { AttachmentsView } from './files/attachment-view.ts'
import { conversationWords } from './conversation/conversation-words.ts'

export type TaskTalkProps = TalkFormProps & {
  attachments: AttachmentsView
  /** Where a file is posted to. */
  addFileTo: string
}

/** The links and files of a task, and what was written about it. */
export function TaskTalk({ attachments, addFileTo, ...talk }: TaskTalkProps) {
  const { companies, side, formKey, reply } = talk
  return (
    <>
      <Attachments view={attachments} {...{ companies, side, addFileTo, formKey, reply }} />
      <Conversation {...talk} empty={conversationWords.emptyTask} />
    </>
  )
}
