import { type ComponentType, memo } from 'react'
import type { MovedDay, TaskView } from '../view/plan-view.ts'
import type { TaskCellsProps } from '../in-place/task-cells.tsx'
import { mainPageNames } from '#app/kit/main-page-name-words.ts'
import type { PlanLinks } from '#app/kit/paths.ts'
import { isolateDirection } from '#app/kit/plain-text.ts'
import { PageLink } from '#app/ui/page-link.tsx'
import type { FormReply } from '#app/ui/form-reply.ts'
import { Tag, MarkedName } from '#app/ui/marks.tsx'
import { Name } from '#app/ui/name.tsx'
import { Sentence } from '#app/ui/sentence.tsx'
import { agreedDayParts, driftWords } from '../view/drift-words.ts'
import {
  commentsWords,
  editTaskWords,
  sentBackWords,
  sittingsTag,
  taskTitle,
  taskWhen,
  taskWhenMore,
  whatIfLabel,
} from '../view/plan-words.ts'
import { isRowTall, isTitleCut } from '../view/row-height.ts'
import { asksForName, sendBackOf } from '../view/shown-tasks.ts'
import type { PlanFrame } from '../view/plan-frame.ts'
import { promiseTag } from '../core/promise-words.ts'
import { resultTag } from '../core/result-words.ts'
import { PrivateMark, ownCompany } from '../view/private-part.tsx'
import { Tick } from '../task/tick.tsx'
import type { Freshness } from '../visit/use-fresh-rows.ts'
import type { WhatIf } from '../what-if/use-what-if.tsx'
import { freshClass } from './fresh-class.ts'
import { beforeOwner, sideWords } from '../core/side-words.ts'
import { visibleOnlyTag } from '../core/private-words.ts'
import { taskRowWords, changedParts, movesParts } from './plan-page-words.ts'
import { rowUrgency } from '../view/task-urgency.ts'

export type TaskRowProps = {
  plan: PlanFrame
  task: TaskView
  links: PlanLinks
  formKey: string
  reply?: FormReply | null | undefined
  /** Whether the browser asks for the script of the page that the row leads to before anyone goes there: one row asks for all. */
  discover: 'render' | 'none'
  /** Opens the fields in which a task can be tried elsewhere, where script runs. */
  onTry?: WhatIf['ask'] | undefined
  /** How much was written about it. */
  comments?: number | undefined
  /** Whether someone else has changed it since the reader's last visit. */
  freshness?: Freshness | undefined
  /** What edits and selects it, once that is loaded. */
  Controls?: ComponentType<TaskCellsProps> | undefined
  /** What the tried change does to its dates, in words. */
  moves?: string | undefined
}

/** One task: the only group of its name, with what can be done to it. */
export const PlanTableRow = memo(function TaskRow(props: TaskRowProps) {
  const { plan, task, links, formKey, reply, discover, onTry, moves, comments, freshness, Controls } = props
  const title = taskTitle(plan, task)
  const done = task.status === 'done'
  const mayEdit = plan.viewer.may.edit && !task.hidden
  const urgency = rowUrgency(task, plan.today)
  const note = sendBackOf(task)
  const more = taskWhenMore(task, plan.today)
  return (
    <div
      role="group"
      aria-label={title}
      className={[classesOf(plan, task), moves && 'tried', freshClass(freshness)].filter(Boolean).join(' ')}
      id={`task-${task.id}`}
    >
      {task.hidden ? (
        <span className="tick-gap" />
      ) : (
        <Tick
          taskId={task.id}
          done={done}
          started={task.status === 'started'}
          formKey={mayEdit ? formKey : null}
          title={task.title}
          reply={reply}
        />
      )}
      <div className="title">
        <Title {...{ task, links, discover, title }} isStop={Controls !== undefined} />
        <TaskTags plan={plan} task={task} links={links} />
        {freshness && <FreshMark />}
        <TalkCount comments={comments} title={task.title} to={links.taskTalk(task.id)} />
        {moves && (
          <Tag>
            <Sentence parts={movesParts(moves, aloud)} />
          </Tag>
        )}
        {note && (
          <span className="note">
            {sentBackWords({ by: isolateDirection(note.by), reason: isolateDirection(note.reason) })}
          </span>
        )}
      </div>
      {Controls && mayEdit && <Controls plan={plan} task={task} links={links} formKey={formKey} />}
      <Owner plan={plan} task={task} links={links} />
      <span className="when">
        {taskWhen(task, plan.today)}
        {more && <small>{` ${more}`}</small>}
      </span>
      {(urgency.text || task.moved) && (
        <span className={urgency.tone === 'calm' ? 'slack' : `slack ${urgency.tone}`}>
          {urgency.text}
          {task.moved && <AgreedDay moved={task.moved} today={plan.today} />}
        </span>
      )}
      {mayEdit && onTry && !done && <TryButton onTry={onTry} task={task} />}
      <WayToForm {...{ task, links, mayEdit }} />
    </div>
  )
})

/** Says aloud what the colour of a row tells. */
export const FreshMark = () => <span className="visually-hidden">{taskRowWords.fresh}</span>

/** How much was written about a task or milestone, where something was; leads there. */
export const TalkCount = ({ comments = 0, title, to }: { comments?: number | undefined; title: string; to: string }) =>
  comments > 0 && (
    <PageLink className="talk-count no-print" discover="none" to={to} aria-label={commentsWords(comments, title)}>
      {comments}
    </PageLink>
  )

type TitleProps = Pick<TaskRowProps, 'task' | 'links' | 'discover'> & { title: string; isStop: boolean }

/** The title leads to the task, and the whole row with it; nowhere where not even the title is known. */
function Title({ task, links, discover, title, isStop }: TitleProps) {
  const shown = { className: 'text', dir: 'auto', title: isTitleCut(title) ? title : undefined }
  if (task.hidden) return <span {...shown}>{title}</span>
  return (
    <PageLink {...shown} data-cell={isStop ? 'open' : undefined} to={links.taskPage(task.id)} discover={discover}>
      {title}
    </PageLink>
  )
}

/** Leads to the form of a task where the reader may change it. */
const WayToForm = ({ task, links, mayEdit }: Pick<TaskRowProps, 'task' | 'links'> & { mayEdit: boolean }) =>
  mayEdit && (
    <PageLink className="edit" to={links.editTask(task.id)} aria-label={editTaskWords(task.title)} discover="none" />
  )

type TryButtonProps = { onTry: WhatIf['ask']; task: TaskView }

const TryButton = ({ onTry, task }: TryButtonProps) => (
  <button
    type="button"
    className="try"
    aria-label={whatIfLabel(task.title)}
    onClick={() => onTry({ do: 'open-task', task: task.id })}
  >
    {mainPageNames.whatIf}
  </button>
)

function classesOf(plan: PlanFrame, task: TaskView): string {
  const is = {
    done: task.status === 'done',
    noted: sendBackOf(task) !== null,
    tall: isRowTall(plan, task),
    'hidden-task': task.hidden,
    'own-only': task.privateTo !== null && !task.hidden,
  }
  return ['row', ...Object.entries(is).flatMap(([name, holds]) => (holds ? name : []))].join(' ')
}

/** Only read aloud. */
const aloud = (text: string) => <span className="visually-hidden">{text}</span>

/** The day that was agreed, where another holds now; how far apart they are is in the sentence that is read aloud. */
export function AgreedDay({ moved, today }: { moved: MovedDay; today: string }) {
  return (
    <small className="agreed-day" title={driftWords(moved, today)}>
      <Sentence parts={agreedDayParts(moved, today, aloud)} />
    </small>
  )
}

function Owner({ plan, task, links }: { plan: PlanFrame; task: TaskView; links: PlanLinks }) {
  if (!task.owner || task.hidden)
    return <span className="owner">{asksForName(plan, task) && <NameSomeone task={task} links={links} />}</span>
  return (
    <MarkedName className="owner" side={task.side} open={task.owner.kind === 'placeholder'}>
      <i>{beforeOwner(sideWords(plan, task.side))}</i>
      <Name>{task.owner.name}</Name>
    </MarkedName>
  )
}

function TaskTags({ plan, task, links }: { plan: PlanFrame; task: TaskView; links: PlanLinks }) {
  const sits = sittingsTag(plan, task)
  const needed = resultTag(task.result)
  if (task.hidden) return sits ? <Tag>{sits}</Tag> : null
  return (
    <>
      {task.owner !== null && asksForName(plan, task) && <NameSomeone task={task} links={links} />}
      {sits && <Tag tone={task.sittings?.over ? 'must' : 'plain'}>{sits}</Tag>}
      {needed && <Tag>{needed}</Tag>}
      {task.promisedOn && <Tag>{promiseTag({ promisedOn: task.promisedOn, today: plan.today })}</Tag>}
      {task.privateTo && (
        <>
          <span className="no-print">
            <Tag>{visibleOnlyTag(ownCompany(plan))}</Tag>
          </span>
          <PrivateMark company={ownCompany(plan)} />
        </>
      )}
      {task.changedSinceAgreed && <ChangedTag />}
    </>
  )
}

const NameSomeone = ({ task, links }: { task: TaskView; links: PlanLinks }) => (
  <PageLink className="chip-link" discover="none" to={`${links.editTask(task.id)}#owner`}>
    <span className="chip">{taskRowWords.nameSomeone}</span>
  </PageLink>
)

const ChangedTag = () => (
  <Tag>
    <Sentence parts={changedParts(aloud)} />
  </Tag>
)
