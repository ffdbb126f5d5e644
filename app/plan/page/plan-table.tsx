import { useSearchParams } from '@remix-run/react'
import { Fragment, type MouseEvent, type ReactNode, memo, useEffect, useMemo, useRef, useState } from 'react'
import type { WhatIf } from '../what-if/use-what-if.tsx'
import type { MilestoneView, PlanView, StageView } from '../view/plan-view.ts'
import type { PlanLinks } from '#app/kit/paths.ts'
import { PageLink } from '#app/ui/page-link.tsx'
import type { FormReply } from '#app/ui/form-reply.ts'
import { ButtonLink } from '#app/ui/button.tsx'
import { opensElsewhere } from '#app/ui/opens-elsewhere.ts'
import { Tag } from '#app/ui/marks.tsx'
import { Empty } from '#app/ui/panel.tsx'
import { changeMilestoneWords, milestoneWhenParts, stageWords } from '../view/plan-words.ts'
import { isTitleCut } from '../view/row-height.ts'
import { isNamedLikeStage } from '../core/is-named-like-stage.ts'
import { stageNames } from '../core/stage-name-words.ts'
import { gateTag } from '../core/milestone-evidence-words.ts'
import { isStageOver, mayAddTasks, onStageLine, shownTasks, tasksOf } from '../view/shown-tasks.ts'
import { AddRow } from '../task/add-row.tsx'
import { MilestoneEvidence } from './milestone-evidence.tsx'
import type { FreshRows, Freshness } from '../visit/use-fresh-rows.ts'
import { AgreedDay, FreshMark, PlanTableRow, TalkCount } from './plan-table-row.tsx'
import { freshClass } from './fresh-class.ts'
import { planTableWords } from './plan-page-words.ts'

export type PlanTableProps = {
  plan: PlanView
  links: PlanLinks
  formKey: string
  show: 'everything' | 'mine'
  reply?: FormReply | null | undefined
  whatIf?: WhatIf | null | undefined
  /** How much was written about each task and milestone, by its id. */
  comments?: Readonly<Record<string, number>> | undefined
  /** What others have changed since the reader's last visit, by the ids of tasks and milestones. */
  fresh?: FreshRows | undefined
}

/** What edits, selects and moves rows, loaded when someone comes near; with the page where there is no pointer to come near. */
const loadControls = async () => {
  const [{ RowControls }, { SelectAndMoveRows }, { RowShortcuts }] = await Promise.all([
    import('../arrange/row-controls.tsx'),
    import('../arrange/select-and-move-rows.tsx'),
    import('../shortcuts/row-shortcuts.tsx'),
  ])
  return { RowControls, SelectAndMoveRows, RowShortcuts }
}
type Controls = Awaited<ReturnType<typeof loadControls>>

/** Region *Plan*: stages that fold without JavaScript, their tasks, and the point that ends each milestone. */
export const PlanTable = memo(function PlanTable(props: PlanTableProps) {
  const { plan, links, formKey, show, reply, whatIf, comments, fresh } = props
  const { viewer, today, workspace, account } = plan
  const [controls, setControls] = useState<Controls>()
  const openBeside = useOpenBeside()
  const isAsked = useRef(false)
  const expectControls = () => {
    if (isAsked.current || !viewer.may.edit || innerWidth < 800) return
    isAsked.current = true
    // Where it cannot be loaded, rows lead to the page of their task.
    loadControls().then(setControls, () => (isAsked.current = false))
  }
  useEffect(() => {
    if (matchMedia('(hover: none)').matches) expectControls()
    // eslint-disable-next-line react-hooks/exhaustive-deps -- once
  }, [])
  const frame = useMemo(() => ({ viewer, today, workspace, account }), [viewer, today, workspace, account])
  const stages = plan.stages.filter((stage) => stage.milestones.length > 0)
  const first = tasksOf(plan).find((task) => !task.hidden)
  if (stages.length === 0) return <NoMilestones mayEdit={plan.viewer.may.edit} links={links} />
  const point = (milestone: MilestoneView) => (
    <PointRow
      plan={plan}
      discover={milestone === stages[0]?.milestones[0] ? 'render' : 'none'}
      milestone={milestone}
      links={links}
      comments={comments?.[milestone.id]}
      freshness={fresh?.get(milestone.id)}
    />
  )
  return (
    <section
      className={viewer.may.edit ? 'table can-try' : 'table'}
      aria-label={planTableWords.label}
      // Not when it enters: React misses that where a page was opened under the pointer.
      onPointerOver={expectControls}
      onFocus={expectControls}
      onClickCapture={openBeside}
    >
      <div className="cal-gap" aria-hidden="true" />
      {stages.map((stage) => (
        <Stage key={stage.stage} stage={stage} today={plan.today}>
          {stage.milestones.map((milestone) => (
            <div key={milestone.id} className="milestone">
              {milestone === onStageLine(stage) && point(milestone)}
              {shownTasks(milestone.tasks, show).map((task) => (
                <PlanTableRow
                  key={task.id}
                  plan={frame}
                  task={task}
                  links={links}
                  formKey={formKey}
                  reply={reply}
                  discover={task === first ? 'render' : 'none'}
                  comments={comments?.[task.id]}
                  freshness={fresh?.get(task.id)}
                  onTry={whatIf?.ask}
                  Controls={controls?.RowControls}
                  moves={whatIf?.moved.get(task.id)?.words}
                />
              ))}
              {mayAddTasks(plan, show) && <AddRow {...{ plan: frame, milestone, links, formKey, reply }} />}
              {milestone !== onStageLine(stage) && point(milestone)}
            </div>
          ))}
        </Stage>
      ))}
      {controls && <controls.SelectAndMoveRows plan={plan} links={links} formKey={formKey} />}
      {controls && <controls.RowShortcuts />}
    </section>
  )
})

/** A press on a title opens its task beside the plan where there is room; another task takes its place, so that Back closes it. */
function useOpenBeside() {
  const [search, setSearch] = useSearchParams()
  return (event: MouseEvent<HTMLElement>) => {
    const row = event.target instanceof Element && event.target.closest('a.text')?.closest('.row')
    if (!row || innerWidth <= 1100 || opensElsewhere(event)) return
    event.preventDefault()
    const replace = search.has('task')
    const next = new URLSearchParams(search)
    next.set('task', row.id.slice('task-'.length))
    setSearch(next, { preventScrollReset: true, replace })
  }
}

type StageProps = { stage: StageView; today: string; children: ReactNode }

/** One that is over is folded when the page opens, never for the person who has just done its last task. */
function Stage({ stage, today, children }: StageProps) {
  const [isOpen, setOpen] = useState(!isStageOver(stage))
  if (!isOpen && !isStageOver(stage)) setOpen(true)
  const onLine = onStageLine(stage)
  const isSaidOnce = onLine && isNamedLikeStage(stage.stage, onLine.title)
  const classes = ['stage', isStageOver(stage) && 'over', onLine && 'one-line', isSaidOnce && 'said-once']
    .filter(Boolean)
    .join(' ')
  return (
    <details className={classes} data-stage={stage.stage} open={isOpen}>
      <summary>
        <h3>{stageNames[stage.stage]}</h3>
        <span>{stageWords(stage, today)}</span>
      </summary>
      {children}
    </details>
  )
}

type PointRowProps = Pick<PlanTableProps, 'plan' | 'links'> & {
  milestone: MilestoneView
  /** Whether Remix learns the addresses of its links when it is drawn: the first one's will do. */
  discover: 'render' | 'none'
  comments: number | undefined
  freshness: Freshness | undefined
}

function PointRow({ plan, milestone, links, discover, comments, freshness }: PointRowProps) {
  const reached = milestone.reachedOn ? 'reached' : milestone.late ? 'late' : ''
  const parts = milestoneWhenParts(milestone, plan.today)
  return (
    <div className={['ms', reached, freshClass(freshness)].filter(Boolean).join(' ')} id={`point-${milestone.id}`}>
      <b dir="auto" title={isTitleCut(milestone.title) ? milestone.title : undefined}>
        <PageLink to={links.milestonePage(milestone.id)} discover="none">
          {milestone.title}
        </PageLink>
        {milestone.isGate && <Tag>{gateTag}</Tag>}
        {freshness && <FreshMark />}
      </b>
      <MilestoneEvidence milestone={milestone} links={links} mayEdit={plan.viewer.may.edit} />
      <span className="when">
        {parts.map((part, index) => (
          <Fragment key={part}>
            {index > 0 && ' '}
            <span className="part">{part}</span>
          </Fragment>
        ))}
        {milestone.moved && (
          <>
            {' '}
            <AgreedDay moved={milestone.moved} today={plan.today} />
          </>
        )}
      </span>
      <span className="ms-acts">
        <TalkCount comments={comments} title={milestone.title} to={links.milestoneTalk(milestone.id)} />
        {plan.viewer.may.edit && (
          <PageLink
            className="edit"
            to={links.milestone(milestone.id)}
            discover={discover}
            aria-label={changeMilestoneWords(milestone.title)}
          />
        )}
      </span>
    </div>
  )
}

function NoMilestones({ mayEdit, links }: { mayEdit: boolean; links: PlanLinks }) {
  return (
    <section aria-label={planTableWords.label}>
      <Empty
        title={planTableWords.emptyTitle}
        actions={
          mayEdit && (
            <ButtonLink tone="main" to={links.newMilestone()}>
              {planTableWords.addFirst}
            </ButtonLink>
          )
        }
      >
        {planTableWords.empty}
      </Empty>
    </section>
  )
}
