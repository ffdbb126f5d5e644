import type { PlanLinks } from '#app/kit/paths.ts'
import { PageLink } from '#app/ui/page-link.tsx'
import { Sentence } from '#app/ui/sentence.tsx'
import { linkedTaskParts } from './task-detail-words.ts'
import { capital } from '#app/ui/name-words.ts'
import { PrivateMark } from '../view/private-part.tsx'
import type { LinkedTask } from './linked-task.ts'

type Props = { title: string; none: string; tasks: readonly LinkedTask[]; links: PlanLinks; company: string }

/** Tasks that one waits for, or that wait for it. */
export const LinkedTasks = ({ title, none, tasks, links, company }: Props) => (
  <section>
    <h2>{title}</h2>
    {tasks.length === 0 ? (
      <p>{none}</p>
    ) : (
      <ul className="linked-tasks">
        {tasks.map((task) => (
          <li key={task.id} className={task.isPrivate ? 'own-only' : undefined}>
            <Sentence
              parts={linkedTaskParts(
                task.isOpen ? (
                  <PageLink to={links.taskPage(task.id)}>
                    <bdi>{task.title}</bdi>
                  </PageLink>
                ) : (
                  capital(task.title)
                ),
                task.terms,
              )}
            />
            <small> {task.when}</small> {task.isPrivate && <PrivateMark company={company} />}
          </li>
        ))}
      </ul>
    )}
  </section>
)
