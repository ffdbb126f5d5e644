import { PageLink } from '#app/ui/page-link.tsx'
import type { PlanLinks } from '#app/kit/paths.ts'
import { otherWords } from '../comments/comment-words.ts'
import type { OtherConversation } from './talk-page-queries.server.ts'
import { conversationWords } from './conversation-words.ts'

/** The tasks and milestones on which people talk. */
export function OtherConversations({ others, links }: { others: readonly OtherConversation[]; links: PlanLinks }) {
  if (others.length === 0) return null
  return (
    <section className="no-print">
      <h2>{conversationWords.elsewhere}</h2>
      <ul className="linked-tasks">
        {others.map((other) => (
          <li key={other.id}>
            <PageLink to={other.scope === 'task' ? links.taskTalk(other.id) : links.milestoneTalk(other.id)} dir="auto">
              {other.title}
            </PageLink>{' '}
            <small>{otherWords(other)}</small>
          </li>
        ))}
      </ul>
    </section>
  )
}
