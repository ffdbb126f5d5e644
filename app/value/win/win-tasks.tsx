import { PageLink } from '#app/ui/page-link.tsx'
import type { WinTasksView } from './get-win-tasks.server.ts'
import { winDoubtsWords } from './win-doubt-words.ts'
import { winTaskWords } from './win-task-words.ts'

/** The tasks that the first win depends on besides go-live, each with its owner and whether it is done. */
export const WinTasks = ({ tasks, taskAt }: Pick<WinTasksView, 'tasks'> & { taskAt: (id: string) => string }) => (
  <section className="win-tasks">
    <h2>{winDoubtsWords.tasks}</h2>
    {tasks.length === 0 ? (
      <p className="fine">{winDoubtsWords.noTasks}</p>
    ) : (
      <>
        <p className="fine">{winDoubtsWords.tasksSay}</p>
        <ul className="answers">
          {tasks.map(({ id, title, owner, isDone }) => (
            <li key={id}>
              <PageLink to={taskAt(id)} dir="auto">
                {title}
              </PageLink>{' '}
              <span className="fine">{winTaskWords(owner, isDone)}</span>
            </li>
          ))}
        </ul>
      </>
    )}
  </section>
)
