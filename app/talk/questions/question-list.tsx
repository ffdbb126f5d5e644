import { PageLink } from '#app/ui/page-link.tsx'
import type { PlanLinks } from '#app/kit/paths.ts'
import { commentPath, talkPage } from '../core/comment-path.ts'
import { closedQuestionsWords, lineWords } from './question-words.ts'
import type { QuestionLine, QuestionsView } from './questions-view.ts'

/** The questions that wait for someone, the most urgent first. */
export function QuestionList({
  questions,
  links,
}: {
  questions: Pick<QuestionsView, 'open' | 'answered' | 'closed' | 'answerTime'>
  links: PlanLinks
}) {
  const { open, answered, closed, answerTime } = questions
  const waiting = [...open, ...answered]
  return (
    <>
      {waiting.length > 0 && (
        <ul className="questions">
          {waiting.map((line) => (
            <li key={line.id} className={line.isOverdue && line.state === 'open' ? 'must' : undefined}>
              <PageLink to={addressOf(line, links)} dir="auto">
                {line.text}
              </PageLink>
              <small>{lineWords(line)}</small>
            </li>
          ))}
        </ul>
      )}
      {answerTime && <p className="answer-time">{answerTime}</p>}
      {closed > 0 && <p className="answer-time">{closedQuestionsWords(closed)}</p>}
    </>
  )
}

/** Of one about the plan, on the page of the list itself. */
const addressOf = ({ id, subject }: QuestionLine, links: PlanLinks): string =>
  commentPath(subject.scope === 'plan' ? '' : talkPage(links, subject), id)
