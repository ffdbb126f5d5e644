import { useFetcher } from '@remix-run/react'
import { useEffect, useRef, useState } from 'react'
import { bounds } from '#app/kit/limits.ts'
import type { PlanLinks } from '#app/kit/paths.ts'
import { PageLink } from '#app/ui/page-link.tsx'
import { type FormReply, isUnsent } from '#app/ui/form-reply.ts'
import { refusalWords } from '#app/ui/form-words.ts'
import { type Side, sides } from '#app/schedule/model.ts'
import type { MilestoneView } from '../view/plan-view.ts'
import { noOwnerWords } from '../view/plan-words.ts'
import type { PlanFrame } from '../view/plan-frame.ts'
import { addingWords, typedTasksWords, afterWords, dayUnit, holdsWords, newTaskFor } from './add-row-words.ts'
import { sideWords } from '../core/side-words.ts'
import { notNamedWords, taskLabels } from '../core/task-words.ts'
import { pastedTitles } from '../core/pasted-titles.ts'
import { PostOnce } from './post-once.tsx'
import type { TaskFormChoices } from './task-form-choices.ts'
import { buttonWords } from '#app/ui/button-words.ts'

/** What new tasks get besides their titles. It stays for the next one. */
export type NewTaskTerms = { after: string; durationDays: string; side: Side; owner: string }

/** Titles on their way. Sent once more, they keep their key, so that they are not added twice. */
export type TypedEntry = { key: string; text: string; terms: NewTaskTerms | null }

export type TypedTasksProps = {
  plan: PlanFrame
  milestone: MilestoneView
  links: PlanLinks
  /** What is in the field. */
  text: string
  /** Null until something else was chosen. */
  terms: NewTaskTerms | null
  onTerms: (terms: NewTaskTerms) => void
  queue: readonly TypedEntry[]
  /** The first of the queue was added. */
  onAdded: () => void
  /** The first was refused: nothing of the queue was added. */
  onRefused: (words: string) => void
}

/** The task that a new one follows unless told otherwise, as the server chooses it too. */
const above = 'above'

/**
 * What the row of new tasks does with what is typed in it, loaded when something is: it sends titles, each after the answer to those before
 * them, so that they stand in the order in which they were typed, and offers what they get besides.
 */
export function TypedTasks(props: TypedTasksProps) {
  const { plan, milestone, links, text, terms, onTerms, queue, onAdded, onRefused } = props
  const usual: NewTaskTerms = { after: above, durationDays: '1', side: plan.viewer.side, owner: '' }
  /** Why the first titles on their way did not arrive; they wait for another try. */
  const [unsent, setUnsent] = useState<string | null>(null)
  const titles = pastedTitles(text)
  const [first] = queue

  function onAnswer(reply: FormReply | undefined) {
    const words = refusalWords(reply)
    if (words === undefined) return onAdded()
    if (isUnsent(reply) && reply.unsent !== 'refused') return setUnsent(words)
    onRefused(words)
  }

  const status =
    queue.length > 0
      ? addingWords(queue.flatMap(({ text }) => pastedTitles(text)).length)
      : titles.length > 1
        ? holdsWords(titles.length)
        : ''
  return (
    <div className="add-terms" role="group" aria-label={newTaskFor(milestone.title)}>
      {first && unsent === null && (
        <PostOnce
          key={first.key}
          action={links.plan}
          values={valuesOf(first, usual, milestone.id)}
          onAnswer={onAnswer}
        />
      )}
      <TermFields plan={plan} milestone={milestone} links={links} terms={terms ?? usual} onChange={onTerms} />
      <PageLink to={links.newTask(milestone.id, titles[0])}>{typedTasksWords.allFields}</PageLink>
      <span role={unsent === null ? 'status' : 'alert'}>{unsent ?? status}</span>
      {unsent !== null && (
        <button type="button" className="btn quiet" onClick={() => setUnsent(null)}>
          {buttonWords.tryAgain}
        </button>
      )}
    </div>
  )
}

function valuesOf({ key, text, terms }: TypedEntry, usual: NewTaskTerms, milestoneId: string) {
  const { after, ...others } = terms ?? usual
  return {
    intent: 'add-tasks',
    idempotencyKey: key,
    milestoneId,
    titles: text,
    ...others,
    ...(after === above ? {} : { after }),
  }
}

type TermFieldsProps = Pick<TypedTasksProps, 'plan' | 'milestone' | 'links'> & {
  terms: NewTaskTerms
  onChange: (terms: NewTaskTerms) => void
}

/** Owner, what it follows, days and side: each with what it is without being asked. */
function TermFields({ plan, milestone, links, terms, onChange }: TermFieldsProps) {
  const { state, data, load } = useFetcher<{ form: TaskFormChoices }>()
  const isAsked = useRef(false)
  useEffect(() => {
    if (isAsked.current) return
    isAsked.current = true
    load(links.newTask(milestone.id))
  }, [load, links, milestone.id])
  const form = data?.form
  const last = milestone.tasks.findLast((task) => task.privateTo === null)
  const set = (changed: Partial<NewTaskTerms>) => onChange({ ...terms, ...changed })
  return (
    <>
      <select
        aria-label={taskLabels.owner}
        aria-busy={state === 'loading' || undefined}
        value={terms.owner}
        onChange={({ target: { value } }) => set({ owner: value, side: sideOf(value) ?? terms.side })}
      >
        <option value="">{noOwnerWords}</option>
        {form && (
          <>
            <Owners label={form.companies.customer} options={form.owners.customer} />
            <Owners label={form.companies.vendor} options={form.owners.vendor} />
            <Owners label={notNamedWords} options={form.owners.placeholders} />
          </>
        )}
      </select>
      <select
        aria-label={typedTasksWords.starts}
        value={terms.after}
        onChange={({ target: { value } }) => set({ after: value })}
      >
        <option value={above}>{last ? afterWords(last.title) : typedTasksWords.anyTime}</option>
        {last && <option value="">{typedTasksWords.anyTime}</option>}
        {form?.choices
          .filter(({ id }) => id !== last?.id)
          .map(({ id, title }) => (
            <option key={id} value={id}>
              {afterWords(title)}
            </option>
          ))}
      </select>
      <span className="add-days">
        <input
          type="number"
          min={0}
          max={bounds.workingDays}
          required
          aria-label={taskLabels.durationDays}
          value={terms.durationDays}
          onChange={({ target: { value } }) => set({ durationDays: value })}
        />
        <span aria-hidden="true">{dayUnit(terms.durationDays)}</span>
      </span>
      <select
        aria-label={taskLabels.side}
        value={terms.side}
        onChange={({ target: { value } }) => set({ side: asSide(value) ?? terms.side })}
      >
        {(['customer', 'vendor', 'both'] as const).map((side) => (
          <option key={side} value={side}>
            {sideWords(plan, side)}
          </option>
        ))}
      </select>
    </>
  )
}

const Owners = ({ label, options }: { label: string; options: TaskFormChoices['owners']['vendor'] }) =>
  options.length > 0 && (
    <optgroup label={label}>
      {options.map(({ value, text }) => (
        <option key={value} value={value}>
          {text}
        </option>
      ))}
    </optgroup>
  )

const asSide = (value: string): Side | undefined => sides.find((side) => side === value)

/** Whose task it is when this owner is chosen. */
const sideOf = (owner: string): Side | undefined =>
  owner.startsWith('member:') ? 'vendor' : owner.startsWith('participant:') ? 'customer' : undefined
