import { Link, Section } from '@react-email/components'
import { Layout, P, Strong } from './parts/layout.tsx'
import { colours } from './parts/look.ts'
import { dayWords, oneLine, unstopped } from './parts/words.ts'

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
}

export type DailyTask = {
  title: string
  /** By when it must be done, `YYYY-MM-DD`. */
  doBy: string
  /** Why it is told about, and for a late one when it is expected instead; left out for one that was sent back. */
  why?: 'next' | 'due' | 'late'
  expected?: string
}

/** So many tasks of one plan are named; the rest stands on it. */
const room = 6

const waitingOf = (props: DailyProps) => props.plans.flatMap((plan) => plan.waiting)

export function subject(props: DailyProps): string {
  const waiting = waitingOf(props)
  const first = waiting[0]
  if (!first) return oneLine(`Changes on ${props.plans[0].project}, ${dayWords(props.on, props.on)}`)
  const rest = waiting.length - 1
  const by =
    first.why === 'late' ? `Was due ${dayWords(first.doBy, props.on)}` : `Due ${dayWords(first.doBy, props.on)}`
  return oneLine(`${by}: ${unstopped(first.title)}${rest > 0 ? `, and ${rest} more` : ''}`)
}

/** Everything that can wait, once a day. */
export function Daily(props: DailyProps) {
  const waits = waitingOf(props).length
  return (
    <Layout
      preview={props.plans.map((plan) => plan.project).join(', ')}
      from={props.workspace}
      title={
        waits > 0
          ? `You have ${waits === 1 ? '1 task' : `${waits} tasks`} to do`
          : `Changes up to ${dayWords(props.on, props.on)}`
      }
      button={{
        text: props.plans.length > 1 ? `Open ${oneLine(props.plans[0].project)}` : 'Open the plan',
        link: props.plans[0].link,
      }}
      fine="You get at most one of these emails a day, and none when there is nothing new."
    >
      {props.plans.map((plan, index) => (
        <Section key={plan.link} style={{ paddingTop: index === 0 ? 0 : 14 }}>
          <PlanPart plan={plan} on={props.on} several={props.plans.length > 1} />
        </Section>
      ))}
    </Layout>
  )
}

function PlanPart({ plan, on, several }: { plan: DailyPlan; on: string; several: boolean }) {
  const name = `${plan.project}, with ${plan.other}`
  return (
    <>
      <P>
        {several ? (
          <Link
            className="strong"
            href={plan.link}
            style={{ color: colours.ink, fontWeight: 600, textDecoration: 'underline' }}
          >
            {name}
          </Link>
        ) : (
          <Strong>{name}</Strong>
        )}
      </P>
      {plan.waiting.slice(0, room).map((task) => (
        <P key={`${task.title}${task.doBy}`}>
          <Strong>{unstopped(task.title)}</Strong>
          {taskWords(task, on)}
        </P>
      ))}
      {plan.waiting.length > room && <P>{plan.waiting.length - room} more in the plan</P>}
      {plan.news.map((news) => (
        <P key={news}>{news}</P>
      ))}
    </>
  )
}

function taskWords({ doBy, expected, why }: DailyTask, on: string): string {
  if (why === 'late')
    return `, was due ${dayWords(doBy, on)}${expected ? `, now expected ${dayWords(expected, on)}` : ''}`
  return why === 'next' ? `, can start now, due ${dayWords(doBy, on)}` : `, due ${dayWords(doBy, on)}`
}
