import { Composer, type TalkFormProps } from '../comments/composer.tsx'
import { Thread } from './thread.tsx'
import { conversationWords } from './conversation-words.ts'

/** What was written about a plan, a task or a milestone, and the way to write more. Not printed with it. */
export function Conversation({ empty, ...props }: TalkFormProps & { empty: string }) {
  const { threads, mayWrite } = props.conversation
  return (
    <section className="conversation no-print" aria-label={conversationWords.title} id="conversation">
      <h2>{conversationWords.title}</h2>
      {threads.length === 0 && <p className="nothing">{empty}</p>}
      <ol className="threads">
        {threads.map((thread) => (
          <li key={thread.id} className="thread">
            <Thread {...props} thread={thread} />
          </li>
        ))}
      </ol>
      {mayWrite && <Composer key={lastOwn(props)} {...props} />}
    </section>
  )
}

/** What was typed stays while others write, and goes once it is a comment. */
const lastOwn = ({ conversation }: TalkFormProps): string | undefined =>
  conversation.threads.findLast(({ comments }) => comments[0]?.isOwn)?.id
