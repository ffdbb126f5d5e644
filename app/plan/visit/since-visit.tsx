import { useLayoutEffect, useRef } from 'react'
import { PageLink } from '#app/ui/page-link.tsx'
import { announce } from '#app/ui/announce.ts'
import type { PlanLinks } from '#app/kit/paths.ts'
import { SubmitButton } from '#app/ui/button.tsx'
import { type FormReply, replyTo } from '#app/ui/form-reply.ts'
import { Form } from '#app/ui/form.tsx'
import type { IsoDate } from '#app/schedule/model.ts'
import type { StageView } from '../view/plan-view.ts'
import type { VisitNews } from './visit-news.ts'
import { isStageOver, shownTasks } from '../view/shown-tasks.ts'
import { sinceVisitSectionWords, sinceVisitWords } from './visit-words.ts'

type SinceVisitProps = {
  news: VisitNews
  stages: readonly StageView[]
  /** Which tasks have a row on the page. */
  show: 'everything' | 'mine'
  today: IsoDate
  links: PlanLinks
  formKey: string
  reply?: FormReply | null | undefined
}

/** What others have changed since the reader's last visit, in one line, each change on request. Posts `mark-seen`, `number`. */
export function SinceVisit({ news, stages, show, today, links, formKey, reply }: SinceVisitProps) {
  const addresses = addressesOf(stages, show, links)
  const section = useRef<HTMLElement>(null)
  const isPosted = useRef(false)
  useLayoutEffect(() => {
    const shown = section.current
    const { pathname } = window.location
    // The section goes with what was marked, or with a visit that ended: the focus stays on the page, unless its reader goes on to another.
    return () => {
      if (!shown?.contains(document.activeElement) || window.location.pathname !== pathname) return
      document.getElementById('content')?.focus({ preventScroll: true })
      if (isPosted.current) announce(sinceVisitSectionWords.marked)
    }
  }, [])
  return (
    <section
      ref={section}
      className="news no-print"
      aria-label={sinceVisitSectionWords.label}
      onSubmit={() => void (isPosted.current = true)}
    >
      <details className="why">
        <summary>
          {sinceVisitWords({ ...news, today })}
          <svg viewBox="0 0 16 16" aria-hidden="true">
            <path d="M4 6.5l4 4 4-4" />
          </svg>
        </summary>
        <ul>
          {news.changes.map(({ number, sentence, subjectId }) => {
            const address = addresses.get(subjectId ?? '')
            return <li key={number}>{address ? <ChangeLink {...{ address, sentence }} /> : sentence}</li>
          })}
        </ul>
        {news.count > news.changes.length && (
          <p>
            <PageLink to={links.activity()}>{sinceVisitSectionWords.more}</PageLink>
          </p>
        )}
      </details>
      <Form
        idempotencyKey={`${formKey}:mark-seen:${news.number}`}
        intent="mark-seen"
        hidden={{ number: String(news.number) }}
        reply={replyTo(reply, 'mark-seen')}
      >
        <SubmitButton tone="quiet">{sinceVisitSectionWords.seen}</SubmitButton>
      </Form>
    </section>
  )
}

/** A place on the page is no other address for the router, which would leave out what is asked for in this one. */
const ChangeLink = ({ address, sentence }: { address: string; sentence: string }) =>
  address.startsWith('#') ? <a href={address}>{sentence}</a> : <PageLink to={address}>{sentence}</PageLink>

/** Where milestones and tasks are seen, by their ids: in their rows, or on the page of a task where its row is left out or folded away. */
const addressesOf = (
  stages: readonly StageView[],
  show: 'everything' | 'mine',
  links: PlanLinks,
): Map<string, string> =>
  new Map(
    stages.flatMap((stage) => {
      const isOpen = !isStageOver(stage)
      return stage.milestones.flatMap(({ id, tasks }) => {
        const shown = isOpen ? shownTasks(tasks, show) : []
        return [
          [id, `#point-${id}`] as const,
          ...tasks
            .filter(({ hidden }) => !hidden)
            .map((task) => [task.id, shown.includes(task) ? `#task-${task.id}` : links.taskPage(task.id)] as const),
        ]
      })
    }),
  )
