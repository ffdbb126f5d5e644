import { otherwiseWords } from '../parts/otherwise-words.ts'
import { type RichText, rich, strong } from '../parts/rich-text.ts'
import { dayWords, subjectLine, withoutFinalStop } from '../parts/sentence-words.ts'
import { emailButtons } from '../parts/email-button-words.ts'
import { greeting } from './greeting-words.ts'

export type DailyProps = {
  workspace: string
  name: string
  /** The day that it collects, `YYYY-MM-DD`. */
  on: string
  /** One entry for each plan on which something waits or happened; never empty. */
  plans: readonly [DailyPlan, ...DailyPlan[]]
}

export type DailyPlan = {
  project: string
  /** The company on the other side. */
  other: string
  link: string
  /** Tasks that wait for the person, the most urgent first. */
  waiting: readonly DailyTask[]
  /** What others did, in words: "Mara Keller moved Kick-off to 6 July". */
  news: readonly string[]
  /** What others wrote that the person is told about. */
  comments?: readonly DailyComment[] | undefined
}

export type DailyComment = {
  by: string
  /** The task, milestone or plan that it is about. */
  title: string
  /** The beginning of what was written. */
  text: string
  why:
    | 'mentioned'
    | 'owner'
    | 'took part'
    | 'asked'
    | 'handed'
    | 'overdue'
    | 'awaited'
    | 'answered'
    | 'closing proposed'
    | 'reopened'
  /** Where it is read and replied to. */
  link?: string | undefined
}

export type DailyTask = {
  title: string
  /** By when it must be done, `YYYY-MM-DD`. */
  doBy: string
  /** Why it is told about, and for a late one when it is expected instead; left out for one that was sent back. */
  why?: 'next' | 'due' | 'late' | 'given' | undefined
  expected?: string | undefined
  /** Who gave it to the reader. */
  by?: string | undefined
  /** Where it is marked done, and where a question about it is asked. */
  doneLink?: string
  stuckLink?: string
}

/** How many tasks of one plan are listed; the rest are on the plan. */
export const mostTasks = 6

/** What the email says apart from its plans. */
export function dailyWords({ plans, on, name }: DailyProps) {
  const waiting = plans.flatMap((plan) => plan.waiting)
  const [first] = plans
  return {
    subject: subjectLine(subjectOf(waiting, plans, on)),
    title: titleOf(waiting.length, on),
    greeting: greeting(name),
    todo:
      waiting.length > 0
        ? rich`You can mark a task done, or say that you are stuck, right from this email.`
        : rich`You can see what is new, and answer, on the plan.`,
    button: plans.length > 1 ? `Open ${subjectLine(first.project)}` : emailButtons.openPlan,
    otherwise:
      waiting.length > 0
        ? 'If you do nothing, you are told about late tasks again after a week.'
        : otherwiseWords.nothingToDo,
    fine: 'You get at most one of these emails a day, and none when there is nothing new.',
  }
}

function subjectOf([first, ...rest]: readonly DailyTask[], plans: readonly DailyPlan[], on: string): string {
  if (!first) return newsSubject(plans, on)
  const [due, task] = [dayWords(first.doBy, on), withoutFinalStop(first.title)]
  if (first.doBy < on)
    return rest.length > 0 ? `Was due ${due}: ${task}, and ${rest.length} more` : `Was due ${due}: ${task}`
  return rest.length > 0 ? `Due ${due}: ${task}, and ${rest.length} more` : `Due ${due}: ${task}`
}

const newUpToWords = (on: string): string => `Changes up to ${dayWords(on, on)}`

/** The first thing that is new, where no task waits, and how many more there are. */
function newsSubject(plans: readonly DailyPlan[], on: string): string {
  const [first, ...rest] = plans.flatMap(({ project, comments = [], news }) => [
    ...comments.map(({ by, title }) => ({ project, text: `${by} wrote about “${withoutFinalStop(title)}”` })),
    ...news.map((text) => ({ project, text: withoutFinalStop(text) })),
  ])
  if (!first) return newUpToWords(on)
  const { text, project } = first
  return rest.length > 0 ? `${text}, and ${rest.length} more: ${project}` : `${text}: ${project}`
}

function titleOf(tasks: number, on: string): string {
  if (tasks === 0) return newUpToWords(on)
  return tasks === 1 ? 'You have 1 task to do' : `You have ${tasks} tasks to do`
}

/** "Faster month-end close, with Halden Foods". */
export const dailyPlanTitle = ({ project, other }: DailyPlan): string => `${project}, with ${other}`

/** The tasks of one plan, and what changed on it. */
export function dailyPlanWords(
  { waiting, news, comments = [] }: DailyPlan,
  on: string,
  isOnlyPlan: boolean,
): readonly RichText[] {
  const more = waiting.length - mostTasks
  // By these numbers an answer says which task is done; one about several plans takes no answers.
  const isNumbered = isOnlyPlan && waiting.length > 1
  return [
    ...waiting.slice(0, mostTasks).map((task, at) => {
      const words = withAnswers(taskWords(task, on), task)
      return isNumbered ? [`${at + 1}. `, ...words] : words
    }),
    ...(more > 0 ? [more === 1 ? rich`1 more task on the plan` : rich`${String(more)} more tasks on the plan`] : []),
    ...comments.map((comment) => withReply(commentWords(comment), comment)),
    ...news.map((text) => rich`${text}`),
  ]
}

const withAnswers = (words: RichText, { doneLink, stuckLink }: DailyTask): RichText => [
  ...words,
  ...(doneLink === undefined ? [] : [' · ', { text: emailButtons.markDone, to: doneLink }]),
  ...(stuckLink === undefined ? [] : [' · ', { text: emailButtons.stuck, to: stuckLink }]),
]

const withReply = (words: RichText, { link }: DailyComment): RichText =>
  link === undefined ? words : [...words, ' ', { text: 'Reply', to: link }]

function commentWords({ by, title, text, why }: DailyComment): RichText {
  const about = withoutFinalStop(title)
  switch (why) {
    case 'mentioned':
      return rich`${strong(by)} mentioned you on “${about}”: “${text}”`
    case 'asked':
      return rich`${strong(by)} asks you about “${about}”: “${text}”`
    case 'handed':
      return rich`A question about “${about}” was ${strong('handed to you')}: “${text}”`
    case 'overdue':
      return rich`A question about “${about}” was ${strong('not answered in time')}: “${text}”`
    case 'awaited':
      return rich`Your question about “${about}” has ${strong('no answer yet')}, and its owner was reminded: “${text}”`
    case 'answered':
      return rich`${strong(by)} answered your question about “${about}”: “${text}”`
    case 'closing proposed':
      return rich`Is your question about “${about}” ${strong('resolved')}? “${text}”`
    case 'reopened':
      return rich`A question about “${about}” was ${strong('reopened')}: “${text}”`
    case 'owner':
    case 'took part':
      return rich`${strong(by)} commented on “${about}”: “${text}”`
  }
}

function taskWords({ title, doBy, expected, why, by }: DailyTask, on: string): RichText {
  const [task, due] = [strong(withoutFinalStop(title)), dayWords(doBy, on)]
  const isPast = doBy < on
  if (why === 'next')
    return isPast ? rich`${task}, can start now, was due ${due}` : rich`${task}, can start now, due ${due}`
  if (why === 'given' && by !== undefined)
    return isPast
      ? rich`${task}, given to you by ${by}, was due ${due}`
      : rich`${task}, given to you by ${by}, due ${due}`
  if (why !== 'late' || !expected) return isPast ? rich`${task}, was due ${due}` : rich`${task}, due ${due}`
  const now = dayWords(expected, on)
  return isPast ? rich`${task}, was due ${due}, now expected ${now}` : rich`${task}, due ${due}, now expected ${now}`
}
