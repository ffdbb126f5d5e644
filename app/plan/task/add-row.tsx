import { Link, useFetcher } from '@remix-run/react'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { bounds, textSizes } from '#app/kit/limits.ts'
import type { PlanLinks } from '#app/kit/paths.ts'
import { type FormReply, isUnsent } from '#app/ui/form-reply.ts'
import { refusalWords } from '#app/ui/form-words.ts'
import { type Side, sides } from '#app/schedule/model.ts'
import type { MilestoneView } from '../view/plan-view.ts'
import { noOwnerWords } from '../view/plan-words.ts'
import type { PlanFrame } from '../view/plan-frame.ts'
import { addingWords, addRowWords, afterWords, dayUnit, holdsWords, newTaskFor } from './add-row-words.ts'
import { sideWords } from '../core/side-words.ts'
import { notNamedWords, taskLabels } from '../core/task-words.ts'
import { pastedTitles } from '../core/pasted-titles.ts'
import { PostOnce } from './post-once.tsx'
import type { TaskFormChoices } from './task-form-choices.ts'
import { buttonWords } from '#app/ui/button-words.ts'

/** What new tasks get besides their titles. It stays for the next one. */
type Terms = { after: string; durationDays: string; side: Side; owner: string }

/** Titles on their way. Sent once more, they keep their key, so that they are not added twice. */
type Entry = { key: string; text: string; terms: Terms }

export type AddRowProps = {
  plan: PlanFrame
  milestone: MilestoneView
  links: PlanLinks
  formKey: string
  onClose: () => void
}

/** The task that a new one follows unless told otherwise, as the server chooses it too. */
const above = 'above'

/**
 * A row in which tasks are typed one after the other: Enter adds one and begins the next, several lines add several. Titles wait for
 * the answer to those before them, so that they stand in the order in which they were typed.
 */
export function AddRow({ plan, milestone, links, formKey, onClose }: AddRowProps) {
  const field = useRef<HTMLTextAreaElement>(null)
  const [text, setText] = useState('')
  const [terms, setTerms] = useState<Terms>({ after: above, durationDays: '1', side: plan.viewer.side, owner: '' })
  const [queue, setQueue] = useState<readonly Entry[]>([])
  /** Why the first titles on their way did not arrive; they wait for another try. */
  const [unsent, setUnsent] = useState<string | null>(null)
  const [refused, setRefused] = useState<string | null>(null)
  const [made, setMade] = useState(0)
  const titles = pastedTitles(text)
  const [first] = queue
  useEffect(() => field.current?.focus(), [])
  useEffect(() => {
    // Each task that arrives moves the row down.
    if (document.activeElement === field.current) field.current?.scrollIntoView({ block: 'nearest' })
  }, [milestone.tasks.length])

  function add() {
    if (titles.length === 0) return
    const entry = { key: `${formKey}:add-tasks:${milestone.id}:${made}`, text, terms }
    setQueue((queue) => [...queue, entry])
    setMade(made + 1)
    setText('')
    setRefused(null)
  }

  function onAnswer(reply: FormReply | undefined) {
    const words = refusalWords(reply)
    if (words === undefined) return setQueue((queue) => queue.slice(1))
    if (isUnsent(reply) && reply.unsent !== 'refused') return setUnsent(words)
    setRefused(words)
    setText((typed) => [...queue.map(({ text }) => text), typed].filter(Boolean).join('\n'))
    setQueue([])
  }

  function onKeyDown(event: KeyboardEvent<HTMLTextAreaElement>) {
    if (event.nativeEvent.isComposing || event.shiftKey) return
    if (event.key === 'Enter') {
      event.preventDefault()
      event.currentTarget.form?.requestSubmit()
    }
    if (event.key === 'Escape' && text === '') onClose()
  }

  const rows = Math.min(Math.max(1, text.split('\n').length), 8)
  const problem = unsent ?? refused
  const saidId = `add-said-${milestone.id}`
  const status = queue.length > 0 ? addingWords(queue.flatMap(({ text }) => pastedTitles(text)).length) : ''
  return (
    <form
      className="add-row no-print"
      aria-label={newTaskFor(milestone.title)}
      onSubmit={(event) => {
        event.preventDefault()
        add()
        field.current?.focus()
      }}
    >
      {first && unsent === null && (
        <PostOnce key={first.key} action={links.plan} values={valuesOf(first, milestone.id)} onAnswer={onAnswer} />
      )}
      <div className="add-fields">
        <svg className="add-sign" viewBox="0 0 16 16" aria-hidden="true">
          <path d="M8 3v10M3 8h10" />
        </svg>
        <textarea
          ref={field}
          rows={rows}
          dir="auto"
          aria-label={taskLabels.title}
          placeholder={addRowWords.titlePlaceholder}
          aria-invalid={refused !== null || undefined}
          aria-describedby={saidId}
          maxLength={textSizes.title * bounds.pastedTasks}
          value={text}
          onChange={(event) => setText(event.target.value)}
          onKeyDown={onKeyDown}
        />
        <button type="submit" className="btn">
          {buttonWords.save}
        </button>
        <button type="button" className="btn quiet" onClick={onClose}>
          {buttonWords.close}
        </button>
        <div className="add-terms">
          <TermFields plan={plan} milestone={milestone} links={links} terms={terms} onChange={setTerms} />
          <Link to={links.newTask(milestone.id, titles[0])}>{addRowWords.allFields}</Link>
          <span id={saidId} role={problem ? 'alert' : 'status'}>
            {problem ?? (status || (titles.length > 1 ? holdsWords(titles.length) : ''))}
          </span>
          {unsent !== null && (
            <button type="button" className="btn quiet" onClick={() => setUnsent(null)}>
              {buttonWords.tryAgain}
            </button>
          )}
        </div>
      </div>
    </form>
  )
}

const valuesOf = ({ key, text, terms: { after, ...terms } }: Entry, milestoneId: string) => ({
  intent: 'add-tasks',
  idempotencyKey: key,
  milestoneId,
  titles: text,
  ...terms,
  ...(after === above ? {} : { after }),
})

type TermFieldsProps = Pick<AddRowProps, 'plan' | 'milestone' | 'links'> & {
  terms: Terms
  onChange: (terms: Terms) => void
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
  const set = (changed: Partial<Terms>) => onChange({ ...terms, ...changed })
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
        aria-label={addRowWords.starts}
        value={terms.after}
        onChange={({ target: { value } }) => set({ after: value })}
      >
        <option value={above}>{last ? afterWords(last.title) : addRowWords.anyTime}</option>
        {last && <option value="">{addRowWords.anyTime}</option>}
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
