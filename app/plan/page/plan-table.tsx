import { Link } from '@remix-run/react'
import { type ComponentType, Fragment, type ReactNode, Suspense, lazy, memo, useMemo, useState } from 'react'
import type { WhatIf } from '../what-if/use-what-if.tsx'
import type { MilestoneView, PlanView, StageView } from '../view/plan-view.ts'
import type { TaskCellsProps } from '../in-place/task-cells.tsx'
import type { PlanLinks } from '#app/kit/paths.ts'
import type { FormReply } from '#app/ui/form-reply.ts'
import { ButtonLink } from '#app/ui/button.tsx'
import { opensElsewhere } from '#app/ui/opens-elsewhere.ts'
import { Tag } from '#app/ui/marks.tsx'
import { Empty } from '#app/ui/panel.tsx'
import { addTaskWords, changeMilestoneWords, milestoneWhenParts, stageWords } from '../view/plan-words.ts'
import { isTitleCut } from '../view/row-height.ts'
import { stageNames } from '../core/stage-name-words.ts'
import { gateTag } from '../core/milestone-evidence-words.ts'
import { isStageOver, shownTasks } from '../view/shown-tasks.ts'
import { MilestoneEvidence } from './milestone-evidence.tsx'
import { AgreedDay, PlanTableRow, TalkCount } from './plan-table-row.tsx'
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
  /** The milestone below whose tasks new ones are typed. */
  adding?: string | null
  onAdd?: (milestoneId: string | null) => void
}

/** Loaded when someone wants to type. */
const loadAddRow = () => import('../task/add-row.tsx')
const AddRow = lazy(async () => ({ default: (await loadAddRow()).AddRow }))

/** What makes cells editable, loaded when someone comes near. */
const loadCells = () => import('../in-place/task-cells.tsx')

/** Region *Plan*: stages that fold without JavaScript, their tasks, and the point that ends each milestone. */
export const PlanTable = memo(function PlanTable(props: PlanTableProps) {
  const { plan, links, formKey, show, reply, whatIf, comments, adding, onAdd } = props
  const { viewer, today, workspace, account } = plan
  const [Cells, setCells] = useState<ComponentType<TaskCellsProps>>()
  // Not on a phone; where it cannot be loaded, rows lead to the form of their task.
  const expectCells = () =>
    Cells ??
    (viewer.may.edit &&
      innerWidth > 1000 &&
      loadCells().then(
        (it) => setCells(() => it.TaskCells),
        () => undefined,
      ))
  const frame = useMemo(() => ({ viewer, today, workspace, account }), [viewer, today, workspace, account])
  const stages = plan.stages.filter((stage) => stage.milestones.length > 0)
  const first = stages
    .flatMap(({ milestones }) => milestones.flatMap(({ tasks }) => tasks))
    .find((task) => !task.hidden)
  if (stages.length === 0) return <NoMilestones mayEdit={plan.viewer.may.edit} links={links} />
  return (
    <section
      className={viewer.may.edit ? 'table can-try' : 'table'}
      aria-label={planTableWords.label}
      onPointerEnter={expectCells}
      onFocus={expectCells}
    >
      <div className="cal-gap" aria-hidden="true" />
      {stages.map((stage) => (
        <Stage key={stage.stage} stage={stage} today={plan.today}>
          {stage.milestones.map((milestone) => (
            <div key={milestone.id} className="milestone">
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
                  onTry={whatIf?.ask}
                  Cells={Cells}
                  moves={whatIf?.moved.get(task.id)?.words}
                />
              ))}
              {milestone.id === adding && onAdd && (
                <Suspense>
                  <AddRow
                    plan={frame}
                    milestone={milestone}
                    links={links}
                    formKey={formKey}
                    onClose={() => onAdd(null)}
                  />
                </Suspense>
              )}
              <PointRow
                plan={plan}
                milestone={milestone}
                links={links}
                comments={comments?.[milestone.id]}
                onAdd={onAdd}
              />
            </div>
          ))}
        </Stage>
      ))}
    </section>
  )
})

type StageProps = { stage: StageView; today: string; children: ReactNode }

/** One that is over is folded when the page opens, never under the hands of who has just done its last task. */
function Stage({ stage, today, children }: StageProps) {
  const [isOpen, setOpen] = useState(!isStageOver(stage))
  if (!isOpen && !isStageOver(stage)) setOpen(true)
  return (
    <details className={isStageOver(stage) ? 'stage over' : 'stage'} data-stage={stage.stage} open={isOpen}>
      <summary>
        <h3>{stageNames[stage.stage]}</h3>
        <span>{stageWords(stage, today)}</span>
      </summary>
      {children}
    </details>
  )
}

type PointRowProps = Pick<PlanTableProps, 'plan' | 'links' | 'onAdd'> & {
  milestone: MilestoneView
  comments: number | undefined
}

function PointRow({ plan, milestone, links, comments, onAdd }: PointRowProps) {
  const reached = milestone.reachedOn ? 'reached' : milestone.late ? 'late' : ''
  const parts = milestoneWhenParts(milestone, plan.today)
  return (
    <div className={reached ? `ms ${reached}` : 'ms'} id={`point-${milestone.id}`}>
      <b dir="auto" title={isTitleCut(milestone.title) ? milestone.title : undefined}>
        <Link to={links.milestonePage(milestone.id)} discover="none">
          {milestone.title}
        </Link>
        {milestone.isGate && <Tag>{gateTag}</Tag>}
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
          <>
            <Link
              to={links.newTask(milestone.id)}
              aria-label={addTaskWords(milestone.title)}
              onClick={(event) => {
                if (!onAdd || opensElsewhere(event)) return
                event.preventDefault()
                // Where the row cannot be loaded, the page of the form needs no more script than this one.
                loadAddRow().then(
                  () => onAdd(milestone.id),
                  () => location.assign(links.newTask(milestone.id)),
                )
              }}
            >
              {planTableWords.addTask}
            </Link>
            <Link to={links.milestone(milestone.id)} aria-label={changeMilestoneWords(milestone.title)}>
              {planTableWords.changeMilestone}
            </Link>
          </>
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
