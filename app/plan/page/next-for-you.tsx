import { compareDates } from '#app/schedule/dates.ts'
import { memo } from 'react'
import { Link } from '@remix-run/react'
import type { PlanView, TaskView } from '../view/plan-view.ts'
import type { PlanLinks } from '#app/kit/paths.ts'
import { cardWords, sentBackWords, taskTitle } from '../view/plan-words.ts'
import { moreTasksWords, nextForYouWords, nextTitle, nothingToDoWords } from './next-words.ts'
import { isWorkedOn } from '../core/stages.ts'
import { Tick } from '../task/tick.tsx'

/** Cards shown; the rest are in the plan below. While both sides work on it, few, so that the plan begins on the first screen. */
const roomFor = (plan: PlanView) => (isWorkedOn(plan) ? 3 : 6)

export type NextForYouProps = {
  plan: PlanView
  links: PlanLinks
  formKey: string
  /** Questions that wait for the reader. */
  questions?: readonly NextLink[] | undefined
}

/** Something that waits for the reader on another page. */
export type NextLink = { id: string; text: string; path: string; words: string }

/** The reader's own unfinished tasks, most urgent first. */
export const NextForYou = memo(function NextForYou({ plan, links, formKey, questions = [] }: NextForYouProps) {
  const tasks = tasksOf(plan)
  const mine = plan.nextForYou.flatMap((id) => tasks.find((task) => task.id === id) ?? [])
  const room = roomFor(plan)
  const rest = mine.length - room
  return (
    <section className="foryou" aria-label={nextForYouWords.label}>
      <h2>{nextTitle(plan.viewer.name)}</h2>
      {plan.ending ? (
        <p className="nothing">{nextForYouWords.ended}</p>
      ) : mine.length === 0 && questions.length === 0 ? (
        <p className="nothing">{nothingToDoWords(nextOf(tasks), plan.today)}</p>
      ) : (
        <ul>
          {questions.map(({ id, text, path, words }) => (
            <li key={id} className="question">
              <div>
                <Link to={path} dir="auto">
                  {text}
                </Link>
                <p>{words}</p>
              </div>
            </li>
          ))}
          {mine.slice(0, room).map((task) => (
            <NextCard key={task.id} plan={plan} task={task} formKey={formKey} />
          ))}
        </ul>
      )}
      {!plan.ending && rest > 0 && (
        <p className="more no-print">
          <Link to={links.mine}>{moreTasksWords(rest)}</Link>
        </p>
      )}
    </section>
  )
})

const tasksOf = (plan: PlanView): TaskView[] =>
  plan.stages.flatMap((stage) => stage.milestones.flatMap((milestone) => milestone.tasks))

/** The next open task of the plan that the reader may see. */
const nextOf = (tasks: readonly TaskView[]): TaskView | undefined =>
  tasks.filter((task) => task.status !== 'done' && !task.hidden).sort((a, b) => compareDates(a.dueOn, b.dueOn))[0]

function NextCard({ plan, task, formKey }: Omit<NextForYouProps, 'links' | 'questions'> & { task: TaskView }) {
  const words = cardWords(task, plan.today)
  return (
    <li>
      <Tick
        taskId={task.id}
        done={task.status === 'done'}
        formKey={plan.viewer.may.edit ? formKey : null}
        title={task.title}
      />
      <div>
        <a href={`#task-${task.id}`} dir="auto">
          {taskTitle(plan, task)}
        </a>
        <p className={words.tone === 'must' ? 'must' : undefined}>{words.text}</p>
        {task.sentBack && <p>{sentBackWords(task.sentBack)}</p>}
      </div>
    </li>
  )
}
