import { tasksOf } from '../view/shown-tasks.ts'
import { PageLink } from '#app/ui/page-link.tsx'
import { compareDates } from '#app/schedule/dates.ts'
import { memo } from 'react'
import type { PlanView, TaskView } from '../view/plan-view.ts'
import type { PlanLinks } from '#app/kit/paths.ts'
import { sentBackWords, taskTitle } from '../view/plan-words.ts'
import { moreTasksWords, nextForYouWords, nextTitle, nothingToDoWords } from './next-words.ts'
import { isWorkedOn } from '../core/stages.ts'
import type { NextLink } from './next-link.ts'
import { Tick } from '../task/tick.tsx'
import { cardUrgency } from '../view/task-urgency.ts'

/** Cards shown; the rest are in the plan below. While both sides work on it, few, so that the plan begins on the first screen. */
const roomFor = (plan: PlanView) => (isWorkedOn(plan) ? 3 : 6)

export type NextForYouProps = {
  plan: PlanView
  links: PlanLinks
  formKey: string
  /** Questions that wait for the reader. */
  questions?: readonly NextLink[] | undefined
  /** What waits for the reader besides tasks and questions. */
  asks?: readonly NextLink[] | undefined
}

/** What asks the reader for something now, most urgent first, and the reader's own tasks that can wait. */
export const NextForYou = memo(function NextForYou({
  plan,
  links,
  formKey,
  questions = [],
  asks = [],
}: NextForYouProps) {
  const tasks = tasksOf(plan)
  const found = (ids: readonly string[]) => ids.flatMap((id) => tasks.find((task) => task.id === id) ?? [])
  const [now, later] = [found(plan.nextForYou), found(plan.laterForYou)]
  const room = roomFor(plan)
  const shownNow = now.slice(0, room)
  const shownLater = later.slice(0, Math.max(0, room - shownNow.length - asks.length))
  const rest = now.length + later.length - shownNow.length - shownLater.length
  return (
    <section className="foryou no-print" aria-label={nextForYouWords.label}>
      <h2>{nextTitle(plan.viewer.name)}</h2>
      {plan.ending ? (
        <p className="nothing">{nextForYouWords.ended}</p>
      ) : now.length + later.length + questions.length + asks.length === 0 ? (
        <p className="nothing">{nothingToDoWords(nextOf(tasks), plan.today)}</p>
      ) : (
        <ul>
          {/* One list, so that a card stays the same one, with the focus on it, when a later task becomes the next. */}
          {[
            ...questions.map(linkCard),
            ...shownNow.map((task) => <NextCard key={task.id} plan={plan} task={task} formKey={formKey} />),
            ...asks.map(linkCard),
            ...shownLater.map((task) => <NextCard key={task.id} plan={plan} task={task} formKey={formKey} later />),
          ]}
        </ul>
      )}
      {!plan.ending && rest > 0 && (
        <p className="more no-print">
          <PageLink to={links.mine} discover="none">
            {moreTasksWords(rest)}
          </PageLink>
        </p>
      )}
    </section>
  )
})

/** Something that waits elsewhere, as a card. */
const linkCard = ({ id, text, path, words }: NextLink) => (
  <li key={id} className="question">
    <div>
      <PageLink to={path} dir="auto" discover="none">
        {text}
      </PageLink>
      {words && <p>{words}</p>}
    </div>
  </li>
)

/** The next open task of the plan that the reader may see. */
const nextOf = (tasks: readonly TaskView[]): TaskView | undefined =>
  tasks.filter((task) => task.status !== 'done' && !task.hidden).sort((a, b) => compareDates(a.dueOn, b.dueOn))[0]

type NextCardProps = Pick<NextForYouProps, 'plan' | 'formKey'> & { task: TaskView; later?: boolean }

function NextCard({ plan, task, formKey, later = false }: NextCardProps) {
  const words = cardUrgency(task, plan.today)
  return (
    <li className={later ? 'later' : undefined}>
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
        <p className={words.tone === 'must' ? 'must' : undefined}>
          {later && <b>{nextForYouWords.later}</b>}
          {` ${words.text} `}
          {!later && !task.owner?.id && <span>{nextForYouWords.noOwner}</span>}
        </p>
        {task.sentBack && <p>{sentBackWords(task.sentBack)}</p>}
      </div>
    </li>
  )
}
