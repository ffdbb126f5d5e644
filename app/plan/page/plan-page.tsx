import { type ReactNode, Suspense, lazy, useDeferredValue, useMemo, useState } from 'react'
import type { PlanView } from '../view/plan-view.ts'
import { type PlanLinks, planLinks } from '#app/kit/paths.ts'
import { PageLink } from '#app/ui/page-link.tsx'
import { type FormReply, replyTo } from '#app/ui/form-reply.ts'
import { refusalWords } from '#app/ui/form-words.ts'
import { lazyPart } from '#app/ui/lazy-part.tsx'
import { Mark } from '#app/ui/marks.tsx'
import { Moment } from '#app/ui/moment.tsx'
import { Sentence } from '#app/ui/sentence.tsx'
import { Name } from '#app/ui/name.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { shortDate } from '#app/ui/date-words.ts'
import { AgreementStrip } from '../agreement/agreement-strip.tsx'
import type { WhatIf } from '../what-if/use-what-if.tsx'
import type { GoalField } from '../what-if/what-if-asks.ts'
import { CalendarStrip } from '../calendar/calendar-strip.tsx'
import { ClosedList } from '../calendar/closed-list.tsx'
import { Headline } from './headline.tsx'
import { NextForYou } from './next-for-you.tsx'
import type { NextLink } from './next-link.ts'
import { PlanHeader } from './plan-header.tsx'
import { PlanTable } from './plan-table.tsx'
import { lastChangeWords } from '../view/plan-words.ts'
import { movedThings } from '../view/moved-things.ts'
import { PrintButton, PrintWithPrivate } from '../core/print-button.tsx'
import { hasPrivateParts } from '../view/private-part.tsx'
import { AddRowsForm } from '../task/add-row.tsx'
import { TickForms, tickRefusal } from '../task/tick.tsx'
import type { TimeScale } from '../timeline/timeline-scale.ts'
import { useScripted } from '#app/ui/use-scripted.ts'
import { Timeline } from '../timeline/timeline.tsx'
import type { FreshRows } from '../visit/use-fresh-rows.ts'
import { hasEnded, isWorkedOn } from '../core/stages.ts'
import { SinceAgreed } from '../agreement/since-agreed.tsx'
import { PaletteButton } from '../palette/palette-button.tsx'
import { ShortcutsButton } from '../shortcuts/shortcuts-button.tsx'
import { ActionsButton, PlanActions, planActionsId } from './plan-actions.tsx'
import { planPageWords } from './plan-page-words.ts'

const PlanEnding = lazyPart('plan-ending', async () => (await import('../closing/plan-ending.tsx')).PlanEnding)

export type PlanPageProps = {
  plan: PlanView
  /** One random key for each page load; every form on the page makes its own from it. */
  formKey: string
  /** What the last plain post to this page was answered. */
  reply?: FormReply | null | undefined
  show?: 'everything' | 'mine'
  /** Region *First win*, by the feature that owns it. */
  firstWin: ReactNode
  /** The celebration once the win is confirmed: it stands in place of headline, target and an empty list of next tasks. */
  celebration?: ReactNode
  /** Who was added or is proposed, for those of the customer that it concerns. */
  people?: ReactNode
  /** What others have changed since the reader's last visit. */
  news?: ReactNode
  /** The tasks and milestones that it is about. */
  fresh?: FreshRows
  /** What the reader just did, with the way to undo it. */
  undo?: ReactNode
  /** What is tried on the page, for those who may change the plan; `plan` is the plan as it would be. */
  whatIf?: WhatIf | null
  /** What we heard: situations that wait for the reader's word. */
  heard?: ReactNode
  /** Questions that wait for the reader. */
  questions?: readonly NextLink[]
  /** What waits for the reader besides tasks and questions. */
  asks?: readonly NextLink[]
  /** How much was written about each task, by its id. */
  comments?: Readonly<Record<string, number>>
  /** Region *Forecast*, where there is one for the reader. */
  forecast?: ReactNode
}

/** The plan as a document that two companies share. */
export function PlanPage(props: PlanPageProps) {
  const { plan, formKey, reply, show = 'everything', firstWin, celebration, undo, people, whatIf } = props
  const { heard, forecast, questions = [], asks = [], comments } = props
  const links = useMemo(() => planLinks(plan.id), [plan.id])
  // While a change is tried, headline and timeline move with each key; all else follows when there is time.
  const later = useDeferredValue(plan)
  const laterWhatIf = useDeferredValue(whatIf)
  const [zoomed, setZoomed] = useState<TimeScale | null>(null)
  const [isNear, setNear] = useState(false)
  // At each move, as the table: React misses where a pointer enters that the page was opened under.
  const come = () => {
    setNear(true)
    whatIf?.expect()
  }
  // What made the plan what it is comes before it while it is a proposal, and below it once both sides work on it.
  const isWorking = isWorkedOn(plan)
  const background = (
    <>
      {heard && <div className="no-print">{heard}</div>}
      <CalendarStrip plan={plan} links={links} />
      <AgreementStrip plan={later} links={links} formKey={formKey} reply={reply} />
      {forecast}
    </>
  )
  return (
    <>
      <PlanHeader plan={plan} links={links} />
      {undo}
      {plan.ending && <PlanEnding plan={plan} links={links} />}
      {people}
      {props.news}
      <RowRefusal reply={reply} />
      {plan.viewer.may.edit && (
        <>
          <TickForms action={links.plan} formKey={formKey} />
          <AddRowsForm action={links.plan} formKey={formKey} />
        </>
      )}
      <div className={isWorking ? 'front working' : 'front'}>
        {celebration ?? (
          <div className="head">
            <Headline plan={plan} links={links} whatIf={whatIf} />
            {firstWin}
          </div>
        )}
        {(!celebration || plan.nextForYou.length + plan.laterForYou.length + questions.length + asks.length > 0) && (
          <NextForYou plan={later} links={links} formKey={formKey} questions={questions} asks={asks} />
        )}
      </div>
      {!isWorking && background}
      <div className={hasEnded(plan) ? 'plan is-ended' : 'plan'} onPointerOver={come} onFocus={come}>
        <PlanBar plan={plan} links={links} show={show} onTry={whatIf?.ask} onZoom={setZoomed} />
        <div className="sheet">
          <PlanTable
            plan={later}
            links={links}
            formKey={formKey}
            show={show}
            reply={reply}
            whatIf={laterWhatIf}
            comments={comments}
            fresh={props.fresh}
          />
          <Timeline plan={plan} show={show} whatIf={whatIf} zoomed={zoomed} isNear={isNear} />
        </div>
        <PlanKey plan={later} />
        <ClosedList plan={later} />
        {isWorking && (
          <div className="background">
            <SinceAgreed plan={plan} />
            {background}
          </div>
        )}
        <PlanFooter plan={later} links={links} />
      </div>
      {whatIf && (
        <p className="visually-hidden no-print" aria-live="polite">
          {whatIf.words}
        </p>
      )}
      {whatIf?.bar}
    </>
  )
}

/** Why a check-off or a new task was refused, where no script could say it beside its row alone. */
function RowRefusal({ reply }: { reply: FormReply | null | undefined }) {
  const words = tickRefusal(reply) ?? refusalWords(replyTo(reply, 'add-tasks'))
  if (!words) return null
  return (
    <div className="plan-notice no-print">
      <Notice tone="must">{words}</Notice>
    </div>
  )
}

type GoalDateProps = { plan: PlanView; field: GoalField; onTry: WhatIf['ask'] | undefined }

/** One of the plan's two dates; it opens as a what-if where it may be changed. */
function GoalDate({ plan, field, onTry }: GoalDateProps) {
  const date = field === 'winBy' ? plan.firstWin.winBy : plan.criticalDate
  const words = (
    <>
      {`${planPageWords[field]} `}
      <b>{shortDate(date, plan.today)}</b>
    </>
  )
  if (!onTry || !plan.viewer.may.editTerms) return <span>{words}</span>
  return (
    <button type="button" onClick={() => onTry({ do: 'open-goals', at: field })}>
      {words}
    </button>
  )
}

/** Loaded once the page stands. */
const TimelineZoom = lazy(() =>
  import('../timeline/timeline-zoom.tsx').then(
    (it) => ({ default: it.TimelineZoom }),
    () => ({ default: () => <></> }),
  ),
)

type PlanBarProps = {
  plan: PlanView
  links: PlanLinks
  show: 'everything' | 'mine'
  onTry: WhatIf['ask'] | undefined
  onZoom: (scale: TimeScale | null) => void
}

function PlanBar({ plan, links, show, onTry, onZoom }: PlanBarProps) {
  const scripted = useScripted()
  return (
    <div className="bar-top">
      <h2>{planPageWords.heading}</h2>
      {!hasEnded(plan) && (
        <p className="goals">
          <GoalDate plan={plan} field="criticalDate" onTry={onTry} />
          <GoalDate plan={plan} field="winBy" onTry={onTry} />
        </p>
      )}
      {scripted && (
        <Suspense>
          <TimelineZoom today={plan.today} onZoom={onZoom} />
        </Suspense>
      )}
      <nav aria-label={planPageWords.show} className="no-print">
        <PageLink to={links.plan} discover="none" preventScrollReset aria-current={show === 'everything' || undefined}>
          {planPageWords.everything}
        </PageLink>
        <PageLink to={links.mine} discover="none" preventScrollReset aria-current={show === 'mine' || undefined}>
          {planPageWords.mine}
        </PageLink>
      </nav>
      {isWorkedOn(plan) && <ActionsButton plan={plan} links={links} />}
    </div>
  )
}

/** What the marks of the plan mean. */
function PlanKey({ plan }: { plan: PlanView }) {
  return (
    <p className="key">
      <span>
        <Mark side="vendor" />
        <Name>{plan.workspace.name}</Name>
      </span>
      <span>
        <Mark side="customer" />
        <Name>{plan.account.name}</Name>
      </span>
      {!hasEnded(plan) && <span className="wide">{planPageWords.noBuffer}</span>}
      {movedThings(plan).length > 0 && (
        <span className="wide">
          <svg className="ghost-key" viewBox="0 0 6 14" aria-hidden="true">
            <line className="ghost" x1="3" x2="3" y1="0" y2="14" />
          </svg>
          {planPageWords.agreedDue}
        </span>
      )}
    </p>
  )
}

function PlanFooter({ plan, links }: { plan: PlanView; links: PlanLinks }) {
  return (
    <footer className="plan-foot">
      <nav aria-label={planPageWords.more} className="no-print" id={planActionsId}>
        <PlanActions plan={plan} links={links} />
        <PaletteButton plan={plan} />
        {plan.viewer.may.edit && <ShortcutsButton />}
        <PrintButton />
        {hasPrivateParts(plan) && <PrintWithPrivate />}
      </nav>
      {plan.lastChange && (
        <span>
          <Sentence parts={lastChangeWords({ ...plan.lastChange, at: <Moment at={plan.lastChange.at} /> })} />
        </span>
      )}
    </footer>
  )
}
