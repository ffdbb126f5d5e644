import { Link } from '@remix-run/react'
import type { PlanLinks } from '#app/kit/paths.ts'
import { otherWords } from '../comments/comment-words.ts'
import type { OtherConversation } from './talk-page-queries.server.ts'
import { conversationWords } from './conversation-words.ts'

/** The tasks on which people talk. */
export function OtherConversations({ others, links }: { others: readonly OtherConversation[]; links: PlanLinks }) {
  if (others.length === 0) return null
  return (
    <section className="no-print">
      <h2>{conversationWords.onTasks}</h2>
      <ul className="linked-tasks">
        {others.map((other) => (
          <li key={other.taskId}>
            <Link to={links.taskTalk(other.taskId)} dir="auto">
              {other.title}
            </Link>{' '}
            <small>{otherWords(other)}</small>
          </li>
        ))}
      </ul>
    </section>
  )
}
